public import Authoring
public import Diagnostics
import Rules

extension Playbook {
  /// Runs the author's own tests, of criteria and of the whole playbook.
  ///
  /// - Returns: an error for each test that fails, at the test's place, with what came out and why.
  public func testFailures() -> [Diagnostic] { Tailor(self).testFailures() }
}

extension Tailor {
  /// Runs the author's own tests, of criteria and of the whole playbook.
  ///
  /// - Returns: an error for each test that fails, at the test's place, with what came out and why.
  public func testFailures() -> [Diagnostic] {
    let ofCriteria = playbook.criteria.indices.flatMap { index in
      playbook.criteria[index].tests.flatMap { failures(of: $0, criterion: index) }
    }
    return (ofCriteria + playbook.tests.flatMap(failures)).sortedForReading()
  }

  /// A test of a criterion takes its `when`, and that of all questions, as true, unless it expects that the
  /// criterion is left out.
  private func failures(of test: Criterion.Test, criterion index: Int) -> [Diagnostic] {
    let criterion = playbook.criteria[index]
    var log = RuleLog(note: Diagnostic.Note("In this test", at: test.location))
    let expectsLeftOut = test.expectation.isLeftOut
    let input = Situation.Input(
      answers: test.answers, team: Situation.Input.unknownTeam, asksEverything: !expectsLeftOut)
    let situation = Situation(input, derivation, log: &log)
    let failure: Diagnostic?
    if expectsLeftOut {
      failure = criterion.failure(
        of: test, concern: log.outcome(of: criterion.when, in: situation.bindings).holding)
    } else {
      let result = criterion.tailored(
        in: situation.bindings, concern: .holds, mayTurnNotApplicable: false, log: &log)
      failure = result.failure(of: test)
    }
    return log.errors + [failure].compactMap(\.self)
  }

  /// A test of the whole playbook is a team of which only the answers are known.
  private func failures(of test: Playbook.Test) -> [Diagnostic] {
    var log = RuleLog(note: Diagnostic.Note("In this test", at: test.location))
    let input = Situation.Input(answers: test.answers, team: Situation.Input.unknownTeam)
    let judgement = Judgement(input, decision: nil, by: self, log: &log)
    var failures = log.errors
    let verdict = judgement.verdict
    if let expected = test.expectation.verdict, expected.value != verdict.computed.id {
      failures.append(.otherVerdict(judgement, expected: expected, test))
    }
    if let expected = test.expectation.standing, expected.value != verdict.standing {
      failures.append(.otherStanding(verdict, expected: expected, test))
    }
    for (id, strength) in test.expectation.strengths {
      guard let result = judgement.criteria.first(where: { $0.criterion.id == id.value }) else { continue }
      if let outcome = result.differs(fromStrength: strength) {
        failures.append(
          .testFailed(
            at: id.location, "'\(test.title)' expects", "strength \(strength.plain) of '\(id.value)'", outcome
          ))
      }
    }
    return failures
  }
}

extension Criterion.Expectation {
  fileprivate var isLeftOut: Bool {
    switch self {
    case .leftOut: true
    case .strength, .rulesOut: false
    }
  }
}

extension RuleLog {
  fileprivate var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
}
