import SiteFiles

/// A listed team, as the pages over all teams see it.
struct PortfolioTeam: Sendable {
  /// How sure a verdict is, or that it was decided.
  enum Standing: String {
    case decided, settled, leaning, open
  }

  let record: PlaybookRecord
  let stage: Stage
  /// Whether its pages are those of an earlier build.
  let isKept: Bool

  init(_ record: PlaybookRecord, isKept: Bool) {
    self.record = record
    self.isKept = isKept
    stage = Stage(record)
  }

  var standing: Standing {
    if record.verdict.decision != nil { return .decided }
    // A word that nobody knows is as good as none.
    return Standing(rawValue: record.verdict.standing) ?? .open
  }

  /// What was decided, else the verdict so far; nil while there is none.
  var verdict: PlaybookRecord.Named? {
    standing == .open ? nil : record.verdict.decision?.verdict ?? record.verdict.computed
  }
}
