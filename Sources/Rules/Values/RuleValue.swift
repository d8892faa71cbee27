/// A value of the rule language.
///
/// `==` on this type is exact: `int(1)` and `double(1)` differ. What a rule's `==` means is `isEqual(to:)`.
public enum RuleValue: Hashable, Sendable {
  /// The value `null`, which equals only itself.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number of 64 bits.
  case int(Int64)
  /// An IEEE 754 number of 64 bits.
  case double(Double)
  /// Text, a sequence of Unicode code points.
  case string(String)
  /// An ordered list.
  case list([RuleValue])
  /// A map, in the order in which it was written.
  case map(RuleMap)
}

extension RuleValue {
  /// The name of the value's type, as CEL writes it.
  public var typeName: String {
    switch self {
    case .null: "null"
    case .bool: "bool"
    case .int: "int"
    case .double: "double"
    case .string: "string"
    case .list: "list"
    case .map: "map"
    }
  }

  /// How much work it is to copy or compare the value: its length, for texts and collections.
  var size: Int {
    switch self {
    case .null, .bool, .int, .double: 1
    case .string(let text): 1 + text.utf8.count
    case .list(let elements): 1 + elements.count
    case .map(let map): 1 + map.entries.count
    }
  }
}
