/// A map of the rule language: entries in the order in which they were written, found by key.
public struct RuleMap: Sendable {
  /// What may be a key.
  public enum Key: Sendable {
    case bool(Bool)
    case int(Int64)
    case string(String)
  }

  /// One key with its value.
  public struct Entry: Hashable, Sendable {
    /// The key, once in a map.
    public var key: Key
    /// Its value.
    public var value: RuleValue

    /// Makes an entry.
    public init(key: Key, value: RuleValue) {
      self.key = key
      self.value = value
    }
  }

  /// The entries, in order.
  public private(set) var entries: [Entry] = []
  private var indices: [Key: Int] = [:]

  /// An empty map.
  public init() {}

  /// Makes a map of entries with string keys; of two with one name the last counts.
  public init(_ fields: some Sequence<(String, RuleValue)>) {
    for (name, value) in fields { self[.string(name)] = value }
  }

  /// The value of a key; setting a new key appends it.
  public subscript(key: Key) -> RuleValue? {
    get { indices[key].map { entries[$0].value } }
    set {
      switch (indices[key], newValue) {
      case (let index?, let value?):
        entries[index].value = value
      case (nil, let value?):
        indices[key] = entries.count
        entries.append(Entry(key: key, value: value))
      case (let index?, nil):
        entries.remove(at: index)
        indices = [:]
        for (index, entry) in entries.enumerated() { indices[entry.key] = index }
      case (nil, nil):
        break
      }
    }
  }
}

extension RuleMap: Hashable {
  /// Whether both have the same keys with the same values, in whatever order.
  public static func == (a: Self, b: Self) -> Bool {
    a.entries.count == b.entries.count && a.entries.allSatisfy { b[$0.key] == $0.value }
  }

  /// Feeds the number of entries only, since their order does not count.
  public func hash(into hasher: inout Hasher) { hasher.combine(entries.count) }
}

extension RuleMap.Key: Hashable {
  /// Whether both are the same key. Texts are compared by code point, without normalisation.
  public static func == (a: Self, b: Self) -> Bool {
    switch (a, b) {
    case (.bool(let a), .bool(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
    case (.bool, _), (.int, _), (.string, _): false
    }
  }

  /// Feeds the key; texts by code point.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .bool(let value): hasher.combine(value)
    case .int(let value): hasher.combine(value)
    case .string(let text): for byte in text.utf8 { hasher.combine(byte) }
    }
  }

  /// The key as a value, as macros over a map see it.
  public var value: RuleValue {
    switch self {
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .string(let text): .string(text)
    }
  }

  /// The key that a value names when it looks something up: a whole double finds the int.
  init?(lookingUp value: RuleValue) {
    switch value {
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .string(let text): self = .string(text)
    case .double(let value):
      guard let whole = Int64(exactly: value) else { return nil }
      self = .int(whole)
    case .null, .list, .map: return nil
    }
  }
}
