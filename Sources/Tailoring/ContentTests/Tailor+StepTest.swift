import Authoring
import Diagnostics
import Rules

extension Tailor {
  /// A test of a step takes the `when` of all questions as true. What it does not say is open.
  func run(_ test: Step.Test, number: Int, of step: Step, _ trace: inout TestTrace) -> TestRun.Case {
    var log = RuleLog(test: test.location)
    let bindings = bindings(of: test, before: step, log: &log)
    trace.add(test.answers)
    trace.steps.insert(step.id)
    var failures: [Diagnostic] = []
    if let expected = test.applies {
      let phase = playbook.phases.first { $0.id == step.phase.value }
      let place = StepRun.Place(
        phase: log.outcome(of: phase?.when, in: bindings).holding,
        step: log.outcome(of: step.when, in: bindings).holding, hasProgress: false)
      if let outcome = place.differs(
        fromApplying: expected.value, notes: playbook.rules(of: step, in: bindings))
      {
        let words = expected.value ? "that this applies" : "that this is left out"
        failures.append(.testFailed(at: expected.location, "The test expects", words, outcome))
      }
    }
    if let expected = test.gate {
      let state = StepRun.state(of: step.gate, in: bindings, log: &log)
      if let outcome = state.differs(from: expected.value, of: step, in: bindings) {
        let words =
          switch expected.value {
          case .outcome(let outcome): "the outcome '\(outcome)'"
          case .waiting: "that the gate still waits"
          }
        failures.append(.testFailed(at: expected.location, "The test expects", words, outcome))
      }
      trace.add(expected.value, ofGate: step.id)
    }
    for (id, expected) in test.exits {
      guard let exit = step.exits.first(where: { $0.id == id.value }) else { continue }
      let state = StepRun.state(of: exit, in: bindings, log: &log)
      if let outcome = state.differs(from: expected, of: exit, in: bindings) {
        let words = "that the exit '\(exit.id)' is \(expected.inWords)"
        failures.append(.testFailed(at: id.location, "The test expects", words, outcome))
      }
    }
    return TestRun.Case(
      name: "\(number): \(test.expectationInWords)", location: test.location, failures: log.errors + failures)
  }

  /// What the rules of a step see in a test of it: strengths and points so far, as for a team, and of the
  /// verdict, the gates before it and the measurements what the test says.
  private func bindings(of test: Step.Test, before step: Step, log: inout RuleLog) -> Bindings {
    let situation = Situation(.test(test.answers, asksEverything: true), derivation, log: &log)
    var silent = RuleLog.silent
    let criteria = criteria(in: situation, log: &silent)
    let scores = playbook.options.map { Score(of: $0, criteria: criteria, themes: playbook.themes) }
    func open(_ name: String) -> Binding { .unknown(Unknown(names: [name])) }
    let verdict = test.verdict.map { Binding.value(.string($0.value.text)) } ?? open("verdict")
    var bindings = situation.bindings.adding(criteria, scores)
    bindings["verdict"] = .record(["id": verdict, "computed": verdict])
    bindings["candidate"] = .record(["id": open("candidate.id"), "tied": open("candidate.tied")])
    bindings.add(
      playbook.measures.map { measure in
        TailoredMeasure(measure, moments: playbook.moments, measured: test.measurements[measure.id] ?? [:])
      })
    let given = Dictionary(test.gates.map { ($0.step.value, $0.outcome.value) }) { first, _ in first }
    let gates = playbook.steps.filter { !$0.gate.isEmpty && $0.id != step.id }.map { step in
      (step.id.text, given[step.id].map { .value(.string($0.text)) } ?? open("gates.\(step.id)"))
    }
    bindings["gates"] = .record(Dictionary(gates) { first, _ in first })
    return bindings
  }
}
