import Authoring
import Diagnostics
import Rules

extension Playbook {
  /// What the rules that place a step come to, its phase's and its own, each at its place.
  func rules(of step: Step, in bindings: Bindings) -> [Diagnostic.Note] {
    let phase = phases.first { $0.id == step.phase.value }
    return [phase?.when, step.when].compactMap(\.self).map { rule in
      Diagnostic.Note("This \(rule.evaluate(bindings).inWords)", at: rule.source.location)
    }
  }
}

extension StepRun.Place {
  /// Where it stands, in the words of a test.
  var inTests: Playbook.StepPlace {
    switch self {
    case .planned: .planned
    case .possible: .possible
    case .leftOut: .leftOut
    }
  }

  /// What came out instead of a step's applying or not; nil where it is just that.
  ///
  /// - Parameter notes: the rules that say why.
  func differs(fromApplying expected: Bool, notes: [Diagnostic.Note]) -> TestOutcome? {
    switch self {
    case .planned: expected ? nil : TestOutcome(words: "it applies", notes: notes)
    case .possible(let names): .open(names, notes: notes)
    case .leftOut: expected ? outcome(notes: notes) : nil
    }
  }

  /// What came out, where a test of the whole playbook expects another place.
  func outcome(notes: [Diagnostic.Note]) -> TestOutcome {
    switch self {
    case .planned(isKeptForProgress: false): TestOutcome(words: "it is planned", notes: notes)
    case .planned(isKeptForProgress: true):
      TestOutcome(words: "it is planned, since work on it has begun", notes: notes)
    case .possible(let names):
      TestOutcome(words: "it is possible; open: \(names.sorted().quoted)", notes: notes)
    case .leftOut([]): TestOutcome(words: "it is left out", notes: notes)
    case .leftOut(let names): .notApplicable(names, notes: notes)
    }
  }
}

extension PlannedStep.GateState {
  /// What came out instead of what was expected; nil where it is just that.
  ///
  /// - Parameters:
  ///   - step: whose gate it is.
  ///   - bindings: what its rules see.
  func differs(from expected: GateExpectation, of step: Step, in bindings: Bindings) -> TestOutcome? {
    let notes = step.gate.compactMap { outcome in
      outcome.when.map {
        Diagnostic.Note("'\(outcome.id)' \($0.evaluate(bindings).inWords)", at: $0.source.location)
      }
    }
    switch self {
    case .outcome(let outcome):
      guard expected != .outcome(outcome.id) else { return nil }
      return TestOutcome(words: "the outcome '\(outcome.id)'", notes: notes)
    case .waiting(let names):
      guard expected != .waiting else { return nil }
      return TestOutcome(words: "it waits for \(names.sorted().quoted)", notes: notes)
    case .undecided: return TestOutcome(words: "none of its outcomes holds", notes: notes)
    }
  }
}

extension PlannedStep.ExitState {
  /// What came out instead of what was expected; nil where it is just that.
  ///
  /// - Parameters:
  ///   - exit: which it is about.
  ///   - bindings: what its rule sees.
  func differs(from expected: ExitExpectation, of exit: Step.Exit, in bindings: Bindings) -> TestOutcome? {
    let notes = [exit.when].compactMap(\.self).map { rule in
      Diagnostic.Note("This \(rule.evaluate(bindings).inWords)", at: rule.source.location)
    }
    switch self {
    case .met: return expected == .met ? nil : TestOutcome(words: "it is met", notes: notes)
    case .notMet: return expected == .notMet ? nil : TestOutcome(words: "it is not met", notes: notes)
    case .open(let names): return expected == .open ? nil : .open(names, notes: notes)
    case .judged:
      return expected == .judged ? nil : TestOutcome(words: "it has no rule, and people judge it")
    }
  }
}
