public import Authoring

/// A measure with what the team measured.
public struct TailoredMeasure: Sendable {
  /// What the last measured moment says beside the first.
  public enum Comparison: Sendable {
    case better
    case notBetter
    /// A count with fewer than three expected at the rate of before: how many are.
    case tooEarly(expected: Double)
    /// The names of what is missing, such as `measurements.p99_ms.trial`.
    case missing(Set<String>)
  }

  /// What was measured at one moment.
  public struct Value: Sendable {
    /// The moment.
    public let moment: Name
    /// What was measured; nil while it is missing.
    public let measurement: Answers.Measurement?
    /// How many in a week; for counts.
    public let rate: Double?
    /// How many there would be at the rate of the first moment; for counts of later moments.
    public let expected: Double?
  }

  /// The measure.
  public let measure: Measure
  /// What was measured, in the order of the playbook's moments.
  public let values: [Value]
  /// What the last measured moment says beside the first.
  public let comparison: Comparison

  /// Whether the last measured moment beats the first; nil while that is open.
  public var isBetter: Bool? {
    switch comparison {
    case .better: true
    case .notBetter: false
    case .tooEarly, .missing: nil
    }
  }
}
