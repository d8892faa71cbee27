public import Diagnostics

/// What a rule comes to.
public enum Outcome: Hashable, Sendable {
  /// A value.
  case value(RuleValue)
  /// Not known before some open names are known.
  case unknown(Unknown)
  /// Settled as not applicable, for these names: what hangs on it does not hold.
  case notApplicable(Set<String>)
  /// The rule failed.
  case error(RuleError)
}

extension Outcome {
  /// The bool that it comes to, if it does.
  public var bool: Bool? {
    guard case .value(.bool(let value)) = self else { return nil }
    return value
  }
}

/// A failure while a rule ran, such as a division by zero.
public struct RuleError: Error, Hashable, Sendable {
  /// The kind of failure.
  public var id: Diagnostic.ID
  /// What failed.
  public var message: String
  /// The UTF-8 offsets in the rule's text.
  public var range: Range<Int>
}
