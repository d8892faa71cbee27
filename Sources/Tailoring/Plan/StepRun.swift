import Authoring
import Diagnostics
import Rules

/// Runs the rules of all steps, each after the steps that it needs, so that it sees their gates.
struct StepRun {
  /// Whether a step concerns the team.
  enum Place {
    /// It is in the plan.
    case planned(isKeptForProgress: Bool)
    case possible(Set<String>)
    /// The not-applicable answers, if it is for those.
    case leftOut(Set<String>)
  }

  /// Where each step stands, by id.
  private(set) var places: [Slug: Place] = [:]
  /// What the gates of steps in the plan say.
  private(set) var gates: [Slug: PlannedStep.GateState] = [:]
  /// What the rules of steps see, with all gates.
  private(set) var bindings: Bindings

  private var gateBindings: [String: Binding] = [:]

  /// Runs the steps of a playbook.
  init(_ tailor: Tailor, _ progress: [Slug: Answers.Progress], in bindings: Bindings, log: inout RuleLog) {
    self.bindings = bindings
    let phases = Dictionary(
      tailor.playbook.phases.map { ($0.id, log.outcome(of: $0.when, in: bindings).holding) }
    ) { first, _ in first }
    for step in tailor.stepOrder.map({ tailor.playbook.steps[$0] }) {
      let holding = log.outcome(of: step.when, in: self.bindings).holding
      let place = Place(
        phase: phases[step.phase.value] ?? .holds, step: holding,
        hasProgress: progress[step.id]?.hasBegun ?? false)
      places[step.id] = place
      guard !step.gate.isEmpty else { continue }
      gateBindings[step.id.text] = gate(of: step, place, log: &log)
      self.bindings["gates"] = .record(gateBindings)
    }
  }

  /// Evaluates a gate, and says what later rules see of it.
  ///
  /// A step that is left out has no gate; neither has one none of whose outcomes holds.
  private mutating func gate(of step: Step, _ place: Place, log: inout RuleLog) -> Binding {
    let name = "gates.\(step.id)"
    switch place {
    case .leftOut: return .notApplicable([name])
    case .possible: return .unknown(Unknown(names: [name]))
    case .planned: break
    }
    let state = Self.state(of: step.gate, in: bindings, log: &log)
    gates[step.id] = state
    switch state {
    case .outcome(let outcome): return .value(.string(outcome.id.text))
    case .waiting: return .unknown(Unknown(names: [name]))
    case .undecided: return .notApplicable([name])
    }
  }

  /// The first outcome that holds. An open rule before it is waited for: a later outcome, such as one without
  /// a rule, says what to do where the earlier ones are known not to hold.
  static func state(of outcomes: [Step.GateOutcome], in bindings: Bindings, log: inout RuleLog)
    -> PlannedStep.GateState
  {
    for outcome in outcomes {
      switch log.outcome(of: outcome.when, in: bindings).holding {
      case .holds: return .outcome(outcome)
      case .open(let names): return .waiting(names)
      case .fails, .notApplicable: continue
      }
    }
    return .undecided
  }

  /// Whether an exit is met.
  static func state(of exit: Step.Exit, in bindings: Bindings, log: inout RuleLog) -> PlannedStep.ExitState {
    guard exit.when != nil else { return .judged }
    switch log.outcome(of: exit.when, in: bindings).holding {
    case .holds: return .met
    case .fails, .notApplicable: return .notMet
    case .open(let names): return .open(names)
    }
  }
}

extension StepRun.Place {
  /// A step is left out once its phase or its own rule cannot hold, whatever the other is.
  init(phase: Holding, step: Holding, hasProgress: Bool) {
    switch (phase, step) {
    case (.holds, .holds): self = .planned(isKeptForProgress: false)
    case _ where hasProgress: self = .planned(isKeptForProgress: true)
    case (.fails, _), (_, .fails): self = .leftOut([])
    case (.notApplicable(let names), .notApplicable(let more)): self = .leftOut(names.union(more))
    case (.notApplicable(let names), .holds), (.notApplicable(let names), .open),
      (.holds, .notApplicable(let names)),
      (.open, .notApplicable(let names)):
      self = .leftOut(names)
    case (.open(let names), .open(let more)): self = .possible(names.union(more))
    case (.open(let names), .holds), (.holds, .open(let names)): self = .possible(names)
    }
  }
}

extension Answers.Progress {
  /// Whether anything was done.
  fileprivate var hasBegun: Bool { status != .open || !done.isEmpty }
}
