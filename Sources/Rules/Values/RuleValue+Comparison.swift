/// How two values stand in their order.
enum Ordering: Hashable {
  case less, equal, greater
  /// One of them is not a number (NaN).
  case unordered
}

extension RuleValue {
  /// Whether a rule's `==` holds: numbers by value across int and double, texts by code point, lists and
  /// maps by their elements, anything else of two types never.
  public func isEqual(to other: RuleValue) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
    case (.list(let a), .list(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.isEqual(to: $1) }
    case (.map(let a), .map(let b)):
      a.entries.count == b.entries.count
        && a.entries.allSatisfy { entry in b[entry.key].map(entry.value.isEqual(to:)) ?? false }
    case (.int, _), (.double, _): numericOrdering(to: other) == .equal
    case (.null, _), (.bool, _), (.string, _), (.list, _), (.map, _): false
    }
  }

  /// The order of two values, or nil where CEL has none: numbers, texts by code point, false before true.
  func ordering(to other: RuleValue) -> Ordering? {
    switch (self, other) {
    case (.bool(let a), .bool(let b)): a == b ? .equal : (b ? .less : .greater)
    case (.string(let a), .string(let b)): .of(a, b)
    case (.int, _), (.double, _): numericOrdering(to: other)
    case (.null, _), (.bool, _), (.string, _), (.list, _), (.map, _): nil
    }
  }

  private func numericOrdering(to other: RuleValue) -> Ordering? {
    switch (self, other) {
    case (.int(let a), .int(let b)): .of(a, b)
    case (.double(let a), .double(let b)): .of(a, b)
    case (.int(let a), .double(let b)): .of(int: a, double: b)
    case (.double(let a), .int(let b)): Ordering.of(int: b, double: a).reversed
    case (.int, _), (.double, _), (.null, _), (.bool, _), (.string, _), (.list, _), (.map, _): nil
    }
  }
}

extension Ordering {
  var reversed: Ordering {
    switch self {
    case .less: .greater
    case .greater: .less
    case .equal, .unordered: self
    }
  }

  static func of<Number: Comparable>(_ a: Number, _ b: Number) -> Ordering {
    if a < b { .less } else if a > b { .greater } else if a == b { .equal } else { .unordered }
  }

  /// By code point, which is the order of the UTF-8 bytes.
  static func of(_ a: String, _ b: String) -> Ordering {
    if a.utf8.elementsEqual(b.utf8) { return .equal }
    return a.utf8.lexicographicallyPrecedes(b.utf8) ? .less : .greater
  }

  /// Exact, also beyond 2^53, where not every int is a double.
  static func of(int: Int64, double: Double) -> Ordering {
    if double.isNaN { return .unordered }
    if double >= 0x1p63 { return .less }
    if double < -0x1p63 { return .greater }
    let whole = Int64(double)
    if int != whole { return int < whole ? .less : .greater }
    return of(0, double - Double(whole))
  }
}
