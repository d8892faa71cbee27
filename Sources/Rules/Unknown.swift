/// Why a value is not known yet.
public struct Unknown: Hashable, Sendable {
  /// The full names that it hangs on, such as `answers.race_incidents`.
  public var names: Set<String>
  /// Where it is a number: the range that it is known to lie in.
  public var bounds: ClosedRange<Double>?

  /// Makes an unknown.
  public init(names: Set<String>, bounds: ClosedRange<Double>? = nil) {
    self.names = names
    self.bounds = bounds
  }

  /// Hanging on both, without bounds.
  func merged(with other: Unknown) -> Unknown { Unknown(names: names.union(other.names)) }
}
