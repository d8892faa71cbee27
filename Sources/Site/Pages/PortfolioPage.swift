import SiteFiles
import Templating

/// What stands around a page of the site's folder: `page`, as on the pages of teams.
struct SiteFrame: TemplateModel {
  static let fields: [Field<Self>] = [.text("site_root") { _ in "" }]
}

/// The page over all teams. `portfolio`
struct PortfolioPage: TemplateModel {
  /// A team's row.
  struct Row: TemplateModel {
    let record: PlaybookRecord
    let isKept: Bool

    static let fields: [Field<Self>] = [
      .text("team", \.record.team), .text("subject", \.record.subject),
      .text("playbook", \.record.playbook.title),
      .text("version", \.record.playbook.version),
      .text("url") { "\($0.record.key)/index.html" }, .text("verdict", \.record.verdict.computed.title),
      .flag("settled") { $0.record.verdict.standing == "settled" },
      .flag("leaning") { $0.record.verdict.standing == "leaning" },
      .flag("open") { $0.record.verdict.standing == "open" },
      .optionalText("decision") { $0.record.verdict.decision?.verdict.title },
      .flag("differs") { row in
        let verdict = row.record.verdict
        return verdict.standing != "open" && verdict.decision.map { $0.verdict != verdict.computed } ?? false
      },
      .texts("conditions") { row in row.conditions },
      .flag("has_conditions") { !$0.record.rulings.isEmpty },
      .optionalText("gate") { $0.record.nextGate?.title },
      .text("done") { String($0.record.progress.done + $0.record.progress.skipped) },
      .text("total") { String($0.record.progress.total) },
      .flag("has_steps") { $0.record.progress.total > 0 }, .flag("kept", \.isKept),
      .optionalText("newest_answer", \.record.newestAnswer),
    ]

    /// The conditions that are not met, each once.
    private var conditions: [String] {
      var seen: Set<String> = []
      return record.rulings.map(\.criterion).filter { seen.insert($0.id).inserted }.map(\.title)
    }
  }

  /// A team without pages, since no build of it has succeeded yet.
  struct Missing: TemplateModel {
    let key: String

    static let fields: [Field<Self>] = [.text("key", \.key)]
  }

  let title: String?
  let rows: [Row]
  let missing: [Missing]

  init(title: String?, records: [PlaybookRecord], failed: Set<String>) {
    self.title = title
    rows = records.sorted { $0.key < $1.key }.map { Row(record: $0, isKept: failed.contains($0.key)) }
    missing = failed.subtracting(records.map(\.key)).sorted().map(Missing.init)
  }

  static let fields: [Field<Self>] = [
    .record("page") { _ in SiteFrame() }, .optionalText("title", \.title), .list("teams", \.rows),
    .list("missing", \.missing), .flag("has_missing") { !$0.missing.isEmpty },
    .flag("any") { !$0.rows.isEmpty }, .text("count") { String($0.rows.count) },
  ]
}
