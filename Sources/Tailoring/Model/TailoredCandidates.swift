public import Authoring
public import Rules

/// The components as places to start.
public struct TailoredCandidates: Sendable {
  /// One part of a component's value.
  public struct Part: Sendable {
    /// The part of the ranking.
    public let part: CandidateRanking.Part
    /// Its value, 0 to 1; from least to most while the answer is open, 0 where it is not applicable.
    public let value: ClosedRange<Double>
    /// Whether the answer is open.
    public let isOpen: Bool
  }

  /// A component, ranked.
  public struct Ranked: Sendable {
    /// The component.
    public let component: Answers.Component
    /// The parts of its sum.
    public let parts: [Part]
    /// The weighted sum, from least to most.
    public let total: ClosedRange<Double>
    /// Whether another has the same least sum, by which they are ranked.
    public let isTied: Bool
  }

  /// A component that is not ranked.
  public struct LeftOut: Sendable {
    /// The component.
    public let component: Answers.Component
    /// What the rule says: false, unknown or not applicable. Open answers are named `components.<id>.<question>`.
    public let outcome: Outcome
    /// The other answers with which it would be eligible: each single one, or else the nearest two together. The
    /// nearest first, then in the order of the questions.
    public let remedies: [EligibilityRemedy]
  }

  /// The eligible components, best first; ties by id.
  public let ranked: [Ranked]
  /// The others, in the order of the answers file.
  public let leftOut: [LeftOut]
}
