/// The keys and values of a YAML mapping, in the order of the file; no key stands twice.
public struct YAMLMapping: Sendable {
  /// A key with its value.
  public struct Entry: Sendable {
    /// The key, with its place.
    public let key: YAMLScalar
    /// The value.
    public let value: YAMLNode
  }

  /// The entries. Of duplicate keys, which are errors, only the first is here.
  public let entries: [Entry]
  /// Whether every key is here; if not, a reported mistake hides some, and an absent key means nothing.
  public let isComplete: Bool

  /// The value of a key, or nil. Looks through the entries one by one.
  public subscript(key: String) -> YAMLNode? {
    entries.first { $0.key.text == key }?.value
  }
}
