/// What is known of a value before anything runs.
public indirect enum RuleType: Hashable, Sendable {
  /// Nothing: every use is allowed.
  case any
  case null
  case bool
  case int
  case double
  case string
  /// A string that is one of these; a literal that is none of them is an error.
  case choice([String])
  /// A string; literals compared with it must be whole ISO dates, such as `2027-01-11`.
  case date
  case list(RuleType)
  /// Values by keys that are not known before.
  case map(RuleType)
  /// Known fields: by dot, or by index with a string literal, as in `criteria["data-races"]`.
  case record([String: RuleType])
}

extension RuleType {
  /// The type in words, as diagnostics name it.
  public var name: String {
    switch self {
    case .any: "any value"
    case .null: "null"
    case .bool: "bool"
    case .int: "int"
    case .double: "double"
    case .string: "string"
    case .choice: "choice"
    case .date: "date"
    case .list(let element): element == .any ? "list" : "list of \(element.name)"
    case .map: "map"
    case .record: "group of names"
    }
  }

  var isNumber: Bool {
    switch self {
    case .int, .double: true
    case .any, .null, .bool, .string, .choice, .date, .list, .map, .record: false
    }
  }

  /// Whether its values are strings when a rule runs.
  var isText: Bool {
    switch self {
    case .string, .choice, .date: true
    case .any, .null, .bool, .int, .double, .list, .map, .record: false
    }
  }

  /// The narrowest type that holds the values of both, or nil where they have none in common.
  func joined(with other: RuleType) -> RuleType? {
    if self == other { return self }
    switch (self, other) {
    case (.any, _), (_, .any): return .any
    case (.choice(let a), .choice(let b)): return .choice(a + b.filter { !a.contains($0) })
    case (.list(let a), .list(let b)): return a.joined(with: b).map { .list($0) }
    case (.map(let a), .map(let b)): return a.joined(with: b).map { .map($0) }
    default: return isText && other.isText ? .string : nil
    }
  }

  /// Whether a value of the other type will do where this one is asked for.
  func accepts(_ other: RuleType) -> Bool {
    switch (self, other) {
    case (.any, _), (_, .any): true
    case (.list(let a), .list(let b)), (.map(let a), .map(let b)): a.accepts(b)
    default: self == other || (isText && other.isText)
    }
  }
}
