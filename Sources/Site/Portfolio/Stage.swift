import SiteFiles

/// Where a team stands between the first question and the last step, as far as its record says.
///
/// A team stands at one stage; no stage is better than another, and none is worked out from points.
struct Stage: Equatable {
  /// How far it is.
  enum Kind: String {
    /// Decided, with a step to begin with.
    case ready
    /// A step is begun or done.
    case underWay = "under-way"
    /// It waits for something.
    case stuck
    /// Too little is answered for a verdict.
    case unknown
    /// The plan has no step left.
    case done
  }

  /// What a team is stuck on.
  enum Cause: String {
    /// A condition rules out what was decided, or stands alone against a bolder verdict.
    case condition
    /// Open answers can still change the verdict, or which steps are left.
    case answers
    /// The gate after the last step that was begun has no outcome.
    case gate
    /// Nobody has decided, and no answer could change the verdict.
    case decision
  }

  let kind: Kind
  /// Empty unless it is stuck.
  let causes: [Cause]

  init(_ record: PlaybookRecord) {
    let isDecided = record.verdict.decision != nil
    let hasStepsLeft = record.steps.contains { $0.status == .open || $0.status == .inProgress }
    var causes: [Cause] = record.hasConditionInTheWay ? [.condition] : []
    if isDecided || record.isBegun {
      if record.gateWaitedFor != nil { causes.append(.gate) }
      if !hasStepsLeft, record.steps.contains(where: { $0.status == .possible }) { causes.append(.answers) }
      kind = !causes.isEmpty ? .stuck : !hasStepsLeft ? .done : record.isBegun ? .underWay : .ready
    } else if record.verdict.standing == "open" {
      kind = .unknown
      causes = []
    } else {
      causes.append(record.verdict.standing == "settled" ? .decision : .answers)
      kind = .stuck
    }
    self.causes = causes
  }
}

extension PlaybookRecord {
  /// Whether a step is begun or done.
  fileprivate var isBegun: Bool { progress.done + progress.inProgress > 0 }

  /// Whether a condition rules out what was decided, or, while nothing is decided or begun, stands alone against a
  /// bolder verdict.
  fileprivate var hasConditionInTheWay: Bool {
    if let decided = verdict.decision?.verdict { return rulings.contains { $0.verdict.id == decided.id } }
    return !isBegun && rulings.contains { $0.holdsBack == true }
  }

  /// The gate after the last step that was begun, while it has no outcome.
  var gateWaitedFor: Gate? {
    guard let last = steps.last(where: { $0.status == .done || $0.status == .inProgress }) else { return nil }
    return gates.first { $0.step.id == last.id && $0.outcome == nil }
  }

  /// The conditions that are not met, each once.
  var unmetConditions: [Named] {
    var seen: Set<String> = []
    return rulings.map(\.criterion).filter { seen.insert($0.id).inserted }
  }

  /// The open question to ask first, where the verdict hangs on one and nobody has decided.
  ///
  /// A question is named only where the answers have it, which private ones are not among.
  var questionToAskFirst: Named? {
    guard verdict.decision == nil, verdict.standing != "settled" else { return nil }
    let telling = sensitivity?.answerFirst.filter(\.canChangeVerdict).map(\.question) ?? []
    for id in telling + openQuestions.map(\.id) {
      if let answer = answers.first(where: { $0.question == id && $0.state == .open }) {
        return Named(id: id, title: answer.label)
      }
    }
    return nil
  }

  /// What a gate waits for, as far as it may be named: measures, and questions that are not private.
  func titles(ofWhatWaits gate: Gate) -> [String] {
    var titles: [String] = []
    for name in gate.waitsFor {
      let parts = name.split(separator: ".").map(String.init)
      guard parts.count > 1 else { continue }
      let title =
        switch parts[0] {
        case "measurements": measurements.first { $0.id == parts[1] }?.title
        case "answers": answers.first { $0.question == parts[1] }?.label
        default: String?.none
        }
      if let title, !titles.contains(title) { titles.append(title) }
    }
    return titles
  }
}
