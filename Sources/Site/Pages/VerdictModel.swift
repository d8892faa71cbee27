import Authoring
import Tailoring
import Templating

/// What is advised, how sure that is, and what was decided. A class, as `PageFrame` is.
final class VerdictModel: TemplateModel {
  let title: String
  let standing: Playbook.Standing
  /// All verdicts that are still possible, in one phrase.
  let possible: String
  /// Those of them that are not the verdict so far; nil where there are none.
  let others: String?
  /// Whether the possible verdicts are exactly these, or perhaps some too many.
  let isExact: Bool
  let known: String
  let enough: String
  let decision: DecisionModel?

  init(_ tailored: TailoredPlaybook, words: Words) {
    let verdict = tailored.verdict
    title = verdict.computed.title
    standing = verdict.standing
    possible = words.list(verdict.possible.map(\.title))
    let others = verdict.possible.filter { $0.id != verdict.computed.id }.map(\.title)
    self.others = others.isEmpty ? nil : words.list(others)
    isExact = verdict.method == .enumeration
    known = words.percent(verdict.known)
    enough = words.percent(tailored.playbook.enough)
    decision = verdict.decision.map {
      DecisionModel(
        $0, of: tailored, differs: verdict.standing != .open && $0.verdict != verdict.computed.id,
        words: words)
    }
  }

  static let fields: [Field<VerdictModel>] = [
    .text("title", \.title),
    .flag("settled") { $0.standing == .settled },
    .flag("leaning") { $0.standing == .leaning },
    .flag("open") { $0.standing == .open },
    .text("possible", \.possible),
    .optionalText("others", \.others),
    .flag("exact", \.isExact),
    .text("known", \.known),
    .text("enough", \.enough),
    .optionalRecord("decision", \.decision),
  ]
}

/// What the people decided.
struct DecisionModel: TemplateModel {
  let title: String
  /// Whether it is another verdict than the computed one.
  let differs: Bool
  let by: String?
  let on: String?
  let because: String?
  let review: String?
  /// What the answers file dates after the decision, in one phrase; nil where that is nothing.
  let changedSince: String?

  init(_ decision: Answers.Decision, of tailored: TailoredPlaybook, differs: Bool, words: Words) {
    let title = tailored.verdict.followed.title
    self.title = title
    self.differs = differs
    by = decision.by.isEmpty ? nil : words.list(decision.by)
    on = decision.on?.description
    because = decision.because
    review = decision.review?.description
    let changes = tailored.changes(since: decision)
    changedSince = changes.isEmpty ? nil : words.list(changes)
  }

  static let fields: [Field<Self>] = [
    .text("title", \.title), .flag("differs", \.differs), .optionalText("by", \.by),
    .optionalText("on", \.on), .optionalText("because", \.because), .optionalText("review", \.review),
    .optionalText("changed_since", \.changedSince),
  ]
}

extension TailoredPlaybook {
  /// What the answers file dates after a decision: answers that are not private, measurements and steps, by
  /// their titles.
  fileprivate func changes(since decision: Answers.Decision) -> [String] {
    guard let taken = decision.on else { return [] }
    func isLater(_ date: CalendarDate?) -> Bool { date.map { $0 > taken } ?? false }
    let answers = questions.filter { !$0.question.isPrivate && isLater($0.answer?.evidence.on) }
    let measures = measurements.filter { $0.values.contains { isLater($0.measurement?.on) } }
    let steps = plan.steps.filter { isLater($0.progress?.on) }
    return answers.map(\.question.label) + measures.map(\.measure.title) + steps.map(\.step.title)
  }
}
