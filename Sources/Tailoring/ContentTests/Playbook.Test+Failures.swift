import Authoring
import Diagnostics

extension Playbook.Test {
  /// An error for each expectation that is not met.
  ///
  /// - Parameters:
  ///   - judgement: what came out of the answers.
  ///   - prospect: what follows for components and steps.
  ///   - playbook: which the test is of.
  ///   - log: of the rules of exits, which nothing else runs.
  func failures(
    _ judgement: Judgement, _ prospect: Prospect, _ playbook: Playbook, log: inout RuleLog
  ) -> [Diagnostic] {
    failuresOfJudgement(judgement) + [failureOfCandidate(prospect.candidates)].compactMap(\.self)
      + failuresOfSteps(prospect.run, playbook) + failuresOfExits(prospect.run, playbook, log: &log)
  }

  private func failuresOfJudgement(_ judgement: Judgement) -> [Diagnostic] {
    var failures: [Diagnostic] = []
    let verdict = judgement.verdict
    if let expected = expectation.verdict, expected.value != verdict.computed.id {
      failures.append(.otherVerdict(judgement, expected: expected, self))
    }
    if let expected = expectation.standing, expected.value != verdict.standing {
      failures.append(.otherStanding(verdict, expected: expected, self))
    }
    for (id, strength) in expectation.strengths {
      guard let result = judgement.criteria.first(where: { $0.criterion.id == id.value }) else { continue }
      if let outcome = result.differs(fromStrength: strength) {
        failures.append(failure(at: id.location, "strength \(strength.plain) of '\(id.value)'", outcome))
      }
    }
    return failures
  }

  private func failureOfCandidate(_ candidates: TailoredCandidates?) -> Diagnostic? {
    guard let expected = expectation.candidate else { return nil }
    let words =
      switch expected.value {
      case .first(let component): "that the candidate '\(component)' comes first"
      case .noneEligible: "that no component is eligible"
      }
    guard let candidates else {
      return failure(at: expected.location, words, TestOutcome(words: "no candidates are ranked"))
    }
    return candidates.differs(from: expected.value).map { failure(at: expected.location, words, $0) }
  }

  private func failuresOfSteps(_ run: StepRun, _ playbook: Playbook) -> [Diagnostic] {
    var failures: [Diagnostic] = []
    for (id, expected) in expectation.places {
      guard let step = playbook.steps.first(where: { $0.id == id.value }), let place = run.places[step.id],
        place.inTests != expected
      else { continue }
      let words = "that the step '\(step.id)' is \(expected.inWords)"
      let outcome = place.outcome(notes: playbook.rules(of: step, in: run.bindings))
      failures.append(failure(at: id.location, words, outcome))
    }
    for (id, expected) in expectation.gates {
      guard let step = playbook.steps.first(where: { $0.id == id.value }), let place = run.places[step.id]
      else { continue }
      let outcome: TestOutcome?
      if let state = run.gates[step.id] {
        outcome = state.differs(from: expected.value, of: step, in: run.bindings)
      } else {
        outcome = place.outcome(notes: playbook.rules(of: step, in: run.bindings))
      }
      let words =
        switch expected.value {
        case .outcome(let outcome): "the outcome '\(outcome)' of the gate '\(step.id)'"
        case .waiting: "that the gate '\(step.id)' still waits"
        }
      if let outcome { failures.append(failure(at: expected.location, words, outcome)) }
    }
    return failures
  }

  private func failuresOfExits(_ run: StepRun, _ playbook: Playbook, log: inout RuleLog) -> [Diagnostic] {
    var failures: [Diagnostic] = []
    for (id, exits) in expectation.exits {
      guard let step = playbook.steps.first(where: { $0.id == id.value }), let place = run.places[step.id]
      else { continue }
      for (id, expected) in exits {
        guard let exit = step.exits.first(where: { $0.id == id.value }) else { continue }
        let outcome: TestOutcome?
        switch place {
        case .planned:
          let state = StepRun.state(of: exit, in: run.bindings, log: &log)
          outcome = state.differs(from: expected, of: exit, in: run.bindings)
        case .possible, .leftOut: outcome = place.outcome(notes: playbook.rules(of: step, in: run.bindings))
        }
        let words = "that the exit '\(exit.id)' of '\(step.id)' is \(expected.inWords)"
        if let outcome { failures.append(failure(at: id.location, words, outcome)) }
      }
    }
    return failures
  }

  private func failure(at location: SourceLocation, _ expected: String, _ outcome: TestOutcome) -> Diagnostic
  {
    .testFailed(at: location, "'\(title)' expects", expected, outcome)
  }
}

extension Playbook.StepPlace {
  /// As the end of a sentence about a step.
  fileprivate var inWords: String {
    switch self {
    case .planned: "planned"
    case .possible: "possible"
    case .leftOut: "left out"
    }
  }
}

extension TailoredCandidates {
  /// What came out instead of what was expected; nil where it is just that.
  fileprivate func differs(from expected: CandidateExpectation) -> TestOutcome? {
    switch expected {
    case .first(let component): ranked.first?.component.id == component ? nil : outcome(insteadOf: component)
    case .noneEligible: outcomeInsteadOfNone
    }
  }

  /// What came out, where none should have been eligible; an open one may still be.
  private var outcomeInsteadOfNone: TestOutcome? {
    if let first = ranked.first {
      return TestOutcome(words: "'\(first.component.id)' comes first with \(first.totalInWords)")
    }
    let open = leftOut.filter { !$0.outcome.openNames.isEmpty }
    if open.isEmpty { return nil }
    return TestOutcome(
      words: open.map { "'\($0.component.id)': the rule \($0.outcome.inWords)" }.joinedInWords)
  }

  /// What came out, where another component should have come first.
  private func outcome(insteadOf expected: Slug) -> TestOutcome {
    let first = ranked.first.map { "'\($0.component.id)' comes first with \($0.totalInWords)" }
    let place = ranked.first { $0.component.id == expected }
    var words = [first ?? "none is eligible"]
    if let place { words.append("'\(expected)' has \(place.totalInWords)") }
    let component = leftOut.first { $0.component.id == expected }
    if let component { words.append("'\(expected)' is not eligible: the rule \(component.outcome.inWords)") }
    return TestOutcome(words: words.joinedInWords)
  }
}

extension TailoredCandidates.Ranked {
  /// `6.4 points`, or `3 to 5 points` while answers are open.
  fileprivate var totalInWords: String {
    let (low, high) = ((total.lowerBound * 100).rounded() / 100, (total.upperBound * 100).rounded() / 100)
    return low == high ? "\(low.plain) points" : "\(low.plain) to \(high.plain) points"
  }
}
