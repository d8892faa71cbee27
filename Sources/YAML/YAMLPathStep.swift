/// One step on the way from the root of a YAML file to a value.
public enum YAMLPathStep: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// To the value of a key.
  case key(String)
  /// To an item of a list, counted from 0.
  case index(Int)
  /// To the first item of a list whose key has a value, such as `id` and `settlement-worker`.
  case item(where: String, is: String)

  /// A key.
  public init(stringLiteral value: String) { self = .key(value) }

  /// An item.
  public init(integerLiteral value: Int) { self = .index(value) }
}

extension YAMLNode {
  /// The child that a step leads to, or nil.
  func child(_ step: YAMLPathStep) -> YAMLNode? {
    switch (content, step) {
    case (.mapping(let mapping), .key(let key)): mapping[key]
    case (.sequence(let items), .index(let index)): items.indices.contains(index) ? items[index] : nil
    case (.sequence(let items), .item(let key, let text)):
      items.first { $0.mapping?[key]?.scalar?.text == text }
    default: nil
    }
  }
}
