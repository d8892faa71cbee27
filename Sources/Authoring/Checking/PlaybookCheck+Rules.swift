import Diagnostics
import Rules

extension PlaybookCheck {
  /// Type-checks every rule against the names that it sees.
  func checkRules(_ diagnostics: inout [Diagnostic]) {
    let scopes = RuleScopes(playbook)
    let phases = scopes.phases
    let privateNames = privateNames
    for question in playbook.questions {
      let scope = question.scope == .component ? scopes.candidates : scopes.questionsAndFacts
      check(question.when, in: scope, &diagnostics)
    }
    check(playbook.candidates?.eligible, in: scopes.candidates, &diagnostics)
    for criterion in playbook.criteria {
      check(criterion.when, in: scopes.criteria, &diagnostics)
      for level in criterion.reason?.levels ?? [] { check(level.when, in: scopes.criteria, &diagnostics) }
      for ruling in criterion.rulingsOut { check(ruling.when, in: scopes.criteria, &diagnostics) }
    }
    for verdict in playbook.verdicts { check(verdict.when, in: scopes.verdicts, &diagnostics) }
    for phase in playbook.phases { check(phase.when, in: phases, &diagnostics) }
    for guide in playbook.guides { check(guide.when, in: phases, &diagnostics) }
    for step in playbook.steps {
      let scope = scopes.step(step)
      check(step.when, in: scope, &diagnostics)
      for exit in step.exits { check(exit.when, in: scope, &diagnostics) }
      for outcome in step.gate { check(outcome.when, in: scope, &diagnostics) }
      let amounts = [step.effort?.low, step.effort?.likely, step.effort?.high, step.wait]
      for case .rule(let rule)? in amounts {
        _ = rule.check(in: scope, expecting: .int, .double, diagnostics: &diagnostics)
        checkPrivacy(of: rule, privateNames, &diagnostics)
      }
    }
  }

  /// The private answers and facts, as rules name them.
  private var privateNames: Set<[String]> {
    let questions = playbook.questions.filter(\.isPrivate).map { ["answers", $0.id.text] }
    let facts = playbook.facts.filter(\.isPrivate).map { ["facts", $0.id.text] }
    return Set(questions + facts)
  }

  /// Pages show the amounts of a step, so no private answer may enter one.
  private func checkPrivacy(of rule: Rule, _ privateNames: Set<[String]>, _ diagnostics: inout [Diagnostic]) {
    for reference in rule.references where privateNames.contains(Array(reference.path.prefix(2))) {
      diagnostics.append(.privateAmount(reference.path.joined(separator: "."), at: reference.location))
    }
  }

  private func check(_ rule: Rule?, in scope: RuleScope, _ diagnostics: inout [Diagnostic]) {
    _ = rule?.check(in: scope, expecting: .bool, diagnostics: &diagnostics)
  }
}
