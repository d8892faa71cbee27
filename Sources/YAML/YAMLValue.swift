/// A value to be written to a YAML file.
public indirect enum YAMLValue: Hashable, Sendable {
  /// `~`
  case null
  /// `true` or `false`
  case bool(Bool)
  /// An integer.
  case int(Int64)
  /// A number.
  case double(Double)
  /// Text, put in quotes where it needs them.
  case text(String)
  /// A list.
  case list([YAMLValue])
  /// Keys and values, in the order in which they are written.
  case map([Entry])

  /// A key with its value.
  public struct Entry: Hashable, Sendable {
    /// The key.
    public var key: String
    /// The value.
    public var value: YAMLValue

    /// Makes an entry.
    public init(_ key: String, _ value: YAMLValue) {
      self.key = key
      self.value = value
    }
  }
}

extension YAMLValue {
  /// What a node holds: scalars as text, whatever they may stand for.
  init(_ node: YAMLNode) {
    self =
      switch node.content {
      case .scalar(let text, _): node.isNull ? .null : .text(text)
      case .sequence(let items): .list(items.map(YAMLValue.init))
      case .mapping(let mapping): .map(mapping.entries.map { Entry($0.key.text, YAMLValue($0.value)) })
      case .unreadable: .null
      }
  }

  /// The value as it is read back: booleans and numbers are text then.
  var asRead: YAMLValue {
    switch self {
    case .null, .text: self
    case .bool(let value): .text(value ? "true" : "false")
    case .int(let value): .text(String(value))
    case .double(let value): .text(Self.written(value))
    case .list(let items): .list(items.map(\.asRead))
    case .map(let entries): .map(entries.map { Entry($0.key, $0.value.asRead) })
    }
  }

  private static func written(_ number: Double) -> String {
    if number.isNaN { return ".nan" }
    if number.isInfinite { return number < 0 ? "-.inf" : ".inf" }
    return String(number)
  }

  /// The value with another one at the end of a path, keys added where they are missing; nil where the path
  /// leads through something that is no mapping and no list.
  func setting(_ path: ArraySlice<YAMLPathStep>, to value: YAMLValue) -> YAMLValue? {
    guard let step = path.first else { return value }
    let rest = path.dropFirst()
    switch (self, step) {
    case (.map(var entries), .key(let key)):
      let index = entries.firstIndex { $0.key == key }
      let old = index.map { entries[$0].value } ?? .null
      guard let new = old.setting(rest, to: value) else { return nil }
      if let index { entries[index].value = new } else { entries.append(Entry(key, new)) }
      return .map(entries)
    case (.null, .key(let key)):
      return YAMLValue.null.setting(rest, to: value).map { .map([Entry(key, $0)]) }
    case (.list(var items), .index(let index)) where items.indices.contains(index):
      guard let new = items[index].setting(rest, to: value) else { return nil }
      items[index] = new
      return .list(items)
    case (.list(let items), .item(let key, let text)):
      let wanted = Entry(key, .text(text))
      let index = items.firstIndex {
        if case .map(let entries) = $0 { entries.contains(wanted) } else { false }
      }
      return index.flatMap { setting([.index($0)] + rest, to: value) }
    default:
      return nil
    }
  }
}
