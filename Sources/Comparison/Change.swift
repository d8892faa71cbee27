/// A value that is not what it was.
public struct Change<Value: Encodable & Hashable & Sendable>: Encodable, Hashable, Sendable {
  /// What it was.
  public let old: Value
  /// What it is.
  public let new: Value

  /// Nil where nothing has changed.
  init?(_ old: Value, _ new: Value) {
    guard old != new else { return nil }
    (self.old, self.new) = (old, new)
  }

  private enum CodingKeys: String, CodingKey { case old, new }

  /// Both, `null` where there is none.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(old, forKey: .old)
    try container.encode(new, forKey: .new)
  }
}
