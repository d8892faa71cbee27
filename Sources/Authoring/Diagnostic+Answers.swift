import Diagnostics
import YAML

// The wordings for answers files.
extension Diagnostic {
  private static func error(_ id: ID, _ location: SourceLocation?, _ message: String, notes: [Note] = [])
    -> Diagnostic
  {
    Diagnostic(.error, id, at: location, message, notes: notes)
  }

  static func unknownQuestion(_ key: YAMLScalar, scope: Question.Scope, _ questions: QuestionIndex)
    -> Diagnostic
  {
    let name = Name(key.text)
    if let other = name.flatMap({ questions[$0] }) {
      let place =
        other.scope == .component ? "under a component's 'answers'" : "under the file's own 'answers'"
      return error(
        "answers.wrong-scope", key.location,
        "'\(key.text)' is a question about the \(other.scope.rawValue); answer it \(place)")
    }
    let hint = NearMiss.hint(for: key.text, among: questions.names(in: scope))
    return error("answers.unknown-question", key.location, "Unknown question '\(key.text)'\(hint)")
  }

  static func answeredUnderBothNames(_ old: Name, _ new: Name, at location: SourceLocation) -> Diagnostic {
    error(
      "answers.both-names", location,
      "'\(old)' was renamed to '\(new)', which this file answers as well; remove '\(old)'")
  }

  static func notAChoice(_ text: String, of question: Question, at location: SourceLocation) -> Diagnostic {
    let ids = question.choices.map(\.id.text)
    let list = question.choices.map { "\($0.id) (\($0.label))" }.joined(separator: ", ")
    return error(
      "answers.unknown-choice", location,
      "'\(text)' is no choice of '\(question.id)'\(NearMiss.hint(for: text, among: ids))",
      notes: [Note("The choices are: \(list)")])
  }

  static func choiceTwice(_ choice: Located<Name>, first: SourceLocation) -> Diagnostic {
    error(
      "answers.choice-twice", choice.location, "The choice '\(choice.value)' stands twice; remove one",
      notes: [Note("First here", at: first)])
  }

  static func answerSaysNotOneThing(at location: SourceLocation) -> Diagnostic {
    error(
      "answers.not-one-state", location,
      "An answer with evidence says one of 'value', 'unknown' (who finds out) and 'not_applicable' (why)")
  }

  static func untilWithoutUnknown(at location: SourceLocation) -> Diagnostic {
    error("answers.until", location, "'until' goes with 'unknown': until when somebody finds out")
  }

  static func otherPlaybook(_ id: Slug, than playbook: Slug, at location: SourceLocation) -> Diagnostic {
    error(
      "answers.other-playbook", location,
      "These answers are for the playbook '\(id)', and this one is '\(playbook)'; name its folder with --playbook"
    )
  }

  static func newerPlaybook(_ version: Version, than playbook: Version, at location: SourceLocation)
    -> Diagnostic
  {
    error(
      "answers.newer-playbook", location,
      "These answers were given against version \(version), and the playbook is \(playbook); update the playbook"
    )
  }

  static func unknownChecklistItem(_ item: Located<Slug>, of step: Step) -> Diagnostic {
    let known = step.checklist.map(\.id.text)
    return Diagnostic(
      .warning, "answers.unknown-checklist-item", at: item.location,
      "The step '\(step.id)' has no checklist item '\(item.value)' any more\(NearMiss.hint(for: item.value.text, among: known))"
    )
  }

  static func countWithoutWeeks(at location: SourceLocation) -> Diagnostic {
    error("answers.count-without-weeks", location, "A count needs 'weeks': how long was counted")
  }

  static func weeksWithoutCount(at location: SourceLocation) -> Diagnostic {
    error(
      "answers.weeks-without-count", location, "'weeks' goes with counts; this measure is none, remove it")
  }

  static func notACount(_ value: Double, at location: SourceLocation) -> Diagnostic {
    error("answers.not-a-count", location, "A count is a whole number from 0, and this is \(written(value))")
  }

  static func misplacedAnswersFile(_ path: String) -> Diagnostic {
    error(
      "answers.misplaced-file", SourceLocation(file: path),
      "An answers file is <team>.yaml or <team>/<subject>.yaml, named with lower-case letters, digits and '-'"
    )
  }

  static func reservedTeam(_ team: Slug, _ path: String) -> Diagnostic {
    error(
      "answers.reserved-team", SourceLocation(file: path),
      "A team cannot be called '\(team)': the site has a folder of that name for its style sheet; rename the file"
    )
  }

  static func teamIsFileAndFolder(_ team: Slug, _ file: String, _ other: String) -> Diagnostic {
    error(
      "answers.team-twice", SourceLocation(file: file),
      "The team '\(team)' has a file and a folder; move this file into the folder",
      notes: [Note("In the folder", at: SourceLocation(file: other))])
  }

  static func requiredQuestionOpen(_ question: Question, at location: SourceLocation) -> Diagnostic {
    error(
      "answers.required", location,
      "'\(question.id)' must be answered (\(question.ask)); where nobody knows yet, say who finds out under 'unknown'",
      notes: [Note("The question", at: question.location)])
  }
}
