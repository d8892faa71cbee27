import Authoring
import Diagnostics
import Rules

extension Plan {
  /// Orders the steps: by phase, then among those whose needs are placed the first by file name.
  init(_ playbook: Playbook, _ run: StepRun, _ progress: [Slug: Answers.Progress], log: inout RuleLog) {
    var possible: [PossibleStep] = []
    var leftOut: [LeftOutStep] = []
    var planned: [(step: Step, isKept: Bool, phase: Int)] = []
    let phases = Dictionary(playbook.phases.enumerated().map { ($1.id, $0) }) { first, _ in first }
    for step in playbook.steps {
      switch run.places[step.id] {
      case .planned(let isKept)?: planned.append((step, isKept, phases[step.phase.value] ?? phases.count))
      case .possible(let names)?: possible.append(PossibleStep(step: step, hangsOn: names))
      case .leftOut(let names)?: leftOut.append(LeftOutStep(step: step, notApplicable: names))
      case nil: continue
      }
    }
    let needs = InheritedNeeds(playbook.steps, run)
    planned.sort { ($0.phase, $0.step.fileName) < ($1.phase, $1.step.fileName) }
    let byID = Dictionary(planned.map { ($0.step.id, $0) }) { first, _ in first }
    let order = DependencyOrder(planned.map(\.step.id)) { byID[$0].map { needs.of($0.step) } ?? [] }.ordered
    let steps = order.enumerated().compactMap { index, id in
      byID[id].map { step, isKept, _ in
        PlannedStep(
          step, number: index + 1, needs: needs.of(step), progress: progress[id], isKeptForProgress: isKept,
          run,
          log: &log)
      }
    }
    self.init(
      phases: playbook.phases.compactMap { phase in
        let steps = steps.filter { $0.step.phase.value == phase.id }
        return steps.isEmpty ? nil : PlannedPhase(phase: phase, steps: steps)
      },
      possible: possible, leftOut: leftOut)
  }
}

/// What steps need, once some of what they need is left out or only possible.
private struct InheritedNeeds {
  private let steps: [Slug: Step]
  private let run: StepRun

  init(_ steps: [Step], _ run: StepRun) {
    self.steps = Dictionary(steps.map { ($0.id, $0) }) { first, _ in first }
    self.run = run
  }

  /// The needs of a step, each once: in the place of a left-out one what that needs, and beside a possible
  /// one what that needs.
  func of(_ step: Step) -> [Slug] {
    var found: [Slug] = []
    var visited: Set<Slug> = []
    var waiting = step.needs.map(\.value).reversed() as [Slug]
    while let id = waiting.popLast() {
      guard visited.insert(id).inserted, let need = steps[id] else { continue }
      switch run.places[id] {
      case .planned?: found.append(id)
      case .possible?:
        found.append(id)
        waiting += need.needs.map(\.value).reversed()
      case .leftOut?, nil: waiting += need.needs.map(\.value).reversed()
      }
    }
    return found
  }
}

extension PlannedStep {
  fileprivate init(
    _ step: Step, number: Int, needs: [Slug], progress: Answers.Progress?, isKeptForProgress: Bool,
    _ run: StepRun,
    log: inout RuleLog
  ) {
    var effort: Effort?
    if let days = step.effort {
      effort = Effort(
        low: log.days(days.low, in: run.bindings), likely: log.days(days.likely, in: run.bindings),
        high: log.days(days.high, in: run.bindings))
      if let effort, !effort.isInOrder { log.append(.effortsOutOfOrder(effort, of: step, for: log.note)) }
    }
    self.init(
      step: step, number: number, needs: needs, progress: progress, isKeptForProgress: isKeptForProgress,
      effort: effort, wait: step.wait.flatMap { log.days($0, in: run.bindings) },
      exits: step.exits.map { StepRun.state(of: $0, in: run.bindings, log: &log) },
      gate: run.gates[step.id])
  }
}

extension PlannedStep.Effort {
  /// Whether no estimate is smaller than the one before it, as far as they are known.
  fileprivate var isInOrder: Bool {
    let known = [low, likely, high].compactMap(\.self)
    return known == known.sorted()
  }
}

extension RuleLog {
  /// Days that are written or computed; nil while they are open, and where the rule does not come to days.
  fileprivate mutating func days(_ amount: Step.Amount, in bindings: Bindings) -> Double? {
    switch amount {
    case .fixed(let days): return days
    case .rule(let rule):
      let days: Double
      switch outcome(of: rule, in: bindings) {
      case .value(.int(let number)): days = Double(number)
      case .value(.double(let number)): days = number
      case .value, .unknown, .notApplicable, .error: return nil
      }
      if days.isFinite, days >= 0 { return days }
      append(.badAmount(days, of: rule, for: note))
      return nil
    }
  }
}
