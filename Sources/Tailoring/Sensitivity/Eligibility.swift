import Authoring
import Rules

/// What decides whether a component is eligible. It is the same for all teams.
struct Eligibility: Sendable {
  /// The rule.
  let rule: Rule
  /// The questions that it can hang on, about components and about the subject, in the playbook's order.
  let questions: [Question]
  /// What it depends on beside the component.
  let reach: Reach
  private let thresholds: [String: Thresholds]

  /// Nil where no rule decides.
  ///
  /// - Parameter componentQuestions: each after those that its rule uses.
  init?(_ playbook: Playbook, _ derivation: Derivation, _ componentQuestions: [Question]) {
    guard let rule = playbook.candidates?.eligible else { return nil }
    var rules = [rule]
    var used: Set<Name> = []
    for question in componentQuestions.reversed() where rules.contains(where: { $0.uses(question) }) {
      used.insert(question.id)
      if let when = question.when { rules.append(when) }
    }
    self.rule = rule
    reach = derivation.reach(of: rules)
    used.formUnion(reach.questions.map { derivation.questions[$0].id })
    questions = playbook.questions.filter { used.contains($0.id) }
    let derived = derivation.questions.compactMap(\.when) + derivation.facts.map(\.rule)
    thresholds = Thresholds.all(in: rules + derived, of: questions, calledBy: ["answers", "component"])
  }

  /// Where the rules change their minds about the answer to a question.
  func thresholds(of question: Question) -> Thresholds { thresholds[question.id.text] ?? Thresholds() }
}

extension Rule {
  /// Whether it asks for a question about a component.
  fileprivate func uses(_ question: Question) -> Bool {
    references.contains { reference in
      reference.path.first == "component"
        && (reference.path.count < 2 || reference.path[1] == question.id.text)
    }
  }
}
