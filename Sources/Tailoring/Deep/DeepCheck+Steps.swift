import Authoring
import Diagnostics
import Rules

/// Steps that no answers, decisions, measurements and gates bring into the plan, and outcomes of gates that none
/// of these lead to.
struct UnusedSteps {
  /// How many situations the rules of steps are run in. Ways of answering are taken more than once where they are
  /// fewer: what else steps hang on varies with each.
  private static let situations = 1024

  private let tailor: Tailor
  private let phases: [Slug: Rule?]
  private let situations: StepSituations
  private var planned: Set<Slug> = []
  private var outcomes: Set<String> = []

  init(_ tailor: Tailor) {
    self.tailor = tailor
    phases = Dictionary(tailor.playbook.phases.map { ($0.id, $0.when) }) { first, _ in first }
    situations = StepSituations(tailor)
  }

  /// Takes away what some ways of answering lead to.
  mutating func run(on ground: DeepCheck.Ground, _ trials: inout VerdictTrials, _ ways: [[Int]]) {
    let steps = tailor.playbook.steps
    guard !steps.isEmpty else { return }
    let stride = max(1, ways.count / Self.situations)
    for number in 0..<Self.situations {
      let way = ways[number * stride % ways.count]
      let answers = ground.space.answers(way)
      let bindings = situations.bindings(
        ground.situation.bindings(changing: answers, reach: tailor.derivation.everything),
        trials.strengths(way), trials.result(way).scores, number)
      for step in steps {
        let rules = [phases[step.phase.value] ?? nil, step.when].compactMap(\.self)
        if rules.allSatisfy({ $0.evaluate(bindings).mayHold }) { planned.insert(step.id) }
        let first = step.gate.first { $0.when?.evaluate(bindings).mayHold ?? true }
        if let first { outcomes.insert("\(step.id).\(first.id)") }
      }
    }
  }

  /// What is left.
  var findings: [Diagnostic] {
    tailor.playbook.steps.flatMap { step in
      (planned.contains(step.id) ? [] : [.unreachedStep(step)])
        + step.gate.filter { !outcomes.contains("\(step.id).\($0.id)") }
        .map { .unreachedOutcome($0, of: step) }
    }
  }
}

/// What the rules of steps may meet beside answers: any verdict that people decide on, any measurement, any
/// outcome of other gates or none, where their steps are left out, a candidate or none.
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
    let none = Binding.notApplicable(["candidate"])
    bindings["candidate"] = pick(
      [
        .record(["id": .value(.string("component")), "tied": flag("tied")]),
        .record(["id": none, "tied": none]),
      ], "candidate")
    bindings["gates"] = .record(
      Dictionary(
        playbook.steps.filter { !$0.gate.isEmpty }.map { step in
          let name = "gates.\(step.id)"
          let outcomes = step.gate.map { Binding.value(.string($0.id.text)) } + [.notApplicable([name])]
          return (step.id.text, pick(outcomes, name))
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
