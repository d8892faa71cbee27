public import Diagnostics

/// Something in the input, and where it stands.
public struct Located<Value: Hashable & Sendable>: Hashable, Sendable {
  /// What stands there.
  public var value: Value
  /// Where it stands.
  public var location: SourceLocation

  /// Makes a located value.
  public init(_ value: Value, at location: SourceLocation) {
    self.value = value
    self.location = location
  }
}
