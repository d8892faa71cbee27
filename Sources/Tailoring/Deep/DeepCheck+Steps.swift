import Authoring
import Diagnostics
import Rules

extension DeepCheck {
  /// How many ways the rules of steps are run for.
  private static let mostWays = 1024

  /// Steps that no answers, decisions, measurements and gates bring into the plan, and outcomes of gates that
  /// none of these lead to.
  mutating func checkSteps(_ trials: inout VerdictTrials, _ ways: [[Int]], _ space: SampleSpace) {
    let playbook = tailor.playbook
    let phases = Dictionary(playbook.phases.map { ($0.id, $0.when) }) { first, _ in first }
    let situations = StepSituations(tailor)
    var planned: Set<Slug> = []
    var outcomes: Set<String> = []
    let stride = max(1, ways.count / Self.mostWays)
    for (number, way) in ways.enumerated() where number.isMultiple(of: stride) {
      let answers = space.answers(way)
      let bindings = situations.bindings(
        blank.bindings(changing: answers, reach: tailor.derivation.everything), trials.strengths(way),
        trials.result(way).scores, number)
      for step in playbook.steps {
        let rules = [phases[step.phase.value] ?? nil, step.when].compactMap(\.self)
        if rules.allSatisfy({ $0.evaluate(bindings).mayHold }) { planned.insert(step.id) }
        let first = step.gate.first { $0.when?.evaluate(bindings).mayHold ?? true }
        if let first { outcomes.insert("\(step.id).\(first.id)") }
      }
    }
    for step in playbook.steps {
      if !planned.contains(step.id) { findings.append(.unreachedStep(step)) }
      for outcome in step.gate where !outcomes.contains("\(step.id).\(outcome.id)") {
        findings.append(.unreachedOutcome(outcome, of: step))
      }
    }
  }
}

/// What the rules of steps may meet beside answers: any verdict that people decide on, any measurement, any
/// outcome of other gates.
private struct StepSituations {
  private let playbook: Playbook
  /// The numbers that measurements are tried with: those that rules compare them with, and some powers of ten.
  private let numbers: [Double]

  init(_ tailor: Tailor) {
    playbook = tailor.playbook
    let rules = playbook.steps.flatMap { step in
      [step.when].compactMap(\.self) + step.gate.compactMap(\.when)
    }
    let constants = rules.flatMap(\.nameUses).flatMap { path, use -> [Double] in
      guard path.first == "measurements", case .compared(let values) = use else { return [] }
      return values.compactMap(\.number).flatMap { [$0 - 1, $0, $0 + 1] }
    }
    numbers = Set(constants + [0, 1, 10, 100]).sorted()
  }

  func bindings(
    _ bindings: Bindings, _ strengths: [(criterion: Slug, strength: Double)], _ scores: [Points],
    _ draw: Int
  ) -> Bindings {
    var bindings = bindings.adding(
      strengths: strengths.map { ($0.criterion, .value(.double($0.strength))) },
      scores: zip(playbook.options, scores).map { ($0.id, .value(.double($1.number))) })
    func pick<Element>(_ elements: [Element], _ name: String) -> Element {
      elements[Draws(for: name).index(draw, below: elements.count)]
    }
    func flag(_ name: String) -> Binding { .value(.bool(pick([true, false], name))) }
    let verdict = Binding.value(.string(pick(playbook.verdicts, "verdict").id.text))
    bindings["verdict"] = .record(["id": verdict, "computed": verdict])
    bindings["candidate"] = .record(["id": .value(.string("component")), "tied": flag("tied")])
    bindings["gates"] = .record(
      Dictionary(
        playbook.steps.filter { !$0.gate.isEmpty }.map { step in
          (step.id.text, .value(.string(pick(step.gate, "gates.\(step.id)").id.text)))
        }
      ) { first, _ in first })
    let measurements = playbook.measures.map { measure -> (String, Binding) in
      let moments = playbook.moments.map { moment -> (String, Binding) in
        let fields = ["value", "rate", "expected"].map { field in
          (field, Binding.value(.double(pick(numbers, "\(measure.id).\(moment).\(field)"))))
        }
        return (moment.text, .record(Dictionary(fields) { first, _ in first }))
      }
      let better = [("better", flag("\(measure.id).better"))]
      return (measure.id.text, .record(Dictionary(moments + better) { first, _ in first }))
    }
    bindings["measurements"] = .record(Dictionary(measurements) { first, _ in first })
    return bindings
  }
}

extension Outcome {
  /// Whether it holds, or might for a team of which more is known.
  fileprivate var mayHold: Bool {
    switch holding {
    case .holds, .open: true
    case .fails, .notApplicable: false
    }
  }
}
