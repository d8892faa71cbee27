public import Authoring

/// The steps of a team.
public struct Plan: Sendable {
  /// The phases that have steps, in order.
  public let phases: [PlannedPhase]
  /// Steps of which it is open whether they apply, in the playbook's order.
  public let possible: [PossibleStep]
  /// Steps that do not apply, in the playbook's order.
  public let leftOut: [LeftOutStep]

  /// The steps of all phases, in order.
  public var steps: [PlannedStep] { phases.flatMap(\.steps) }
}

/// A phase with its steps.
public struct PlannedPhase: Sendable {
  /// The phase.
  public let phase: Phase
  /// Its steps, in order.
  public let steps: [PlannedStep]
}

/// A step that holds.
public struct PlannedStep: Sendable {
  /// Whether an exit is met.
  public enum ExitState: Sendable {
    /// No rule can say; people tick it.
    case judged
    case met
    case notMet
    /// The names of what decides.
    case open(Set<String>)
  }

  /// What a gate says.
  public enum GateState: Sendable {
    /// The outcome that holds.
    case outcome(Step.GateOutcome)
    /// The names of what is missing, measurements among them.
    case waiting(Set<String>)
    /// No outcome's rule holds, and none is open.
    case undecided
  }

  /// The effort in person-days.
  public struct Effort: Sendable {
    /// If all goes well, most likely, if much goes wrong; nil where a rule is open.
    public let low, likely, high: Double?
  }

  /// The step.
  public let step: Step
  /// Its number in the plan, from 1.
  public let number: Int
  /// The steps before it: its own needs, with those of left-out steps put in their place, and those of
  /// possible steps beside them.
  public let needs: [Slug]
  /// How far the team is; nil where the answers file says nothing.
  public let progress: Answers.Progress?
  /// Whether its rule does not hold any more, or is open, and it stays for its progress.
  public let isKeptForProgress: Bool
  /// The effort, computed.
  public let effort: Effort?
  /// Working days of waiting; nil where there are none or the rule is open.
  public let wait: Double?
  /// Its exits' states, in the order of the step.
  public let exits: [ExitState]
  /// The gate at its end; nil where it has none.
  public let gate: GateState?
  /// Whether it is done or skipped.
  public var isFinished: Bool { progress?.status == .done || progress?.status == .skipped }
}

/// A step of which it is open whether it applies.
public struct PossibleStep: Sendable {
  /// The step.
  public let step: Step
  /// The names of what decides.
  public let hangsOn: Set<String>
}

/// A step that does not apply.
public struct LeftOutStep: Sendable {
  /// The step.
  public let step: Step
  /// The not-applicable answers that it hangs on; empty where its rule is false.
  public let notApplicable: Set<String>
}
