import Diagnostics

extension Checker {
  mutating func not(_ operand: Node.ID) -> RuleType {
    let type = valueType(of: operand)
    if !RuleType.bool.accepts(type) {
      report(.negatedValue(text(tree[operand].range), type, at: location(operand)))
      return .any
    }
    return .bool
  }

  mutating func negative(_ operand: Node.ID, _ range: Range<Int>) -> RuleType {
    let type = valueType(of: operand)
    if type == .any || type.isNumber { return type }
    report(.wrongOperand("-", type, at: location(operand)))
    return .any
  }

  mutating func arithmetic(_ first: Node.ID, _ terms: [Node.Term], _ range: Range<Int>) -> RuleType {
    if let (path, range) = kebabCase(first, terms) {
      let name = path.dropFirst().reduce(path[0]) { Self.path($0, $1) }
      report(.kebabCase(text(range), meant: path.count > 1 ? name : nil, at: source.location(range)))
      return .any
    }
    var left = valueType(of: first)
    var leftRange = tree[first].range
    for term in terms {
      left = arithmetic(left, leftRange, term, valueType(of: term.operand))
      leftRange = leftRange.lowerBound..<tree[term.operand].range.upperBound
    }
    return left
  }

  private mutating func arithmetic(
    _ left: RuleType, _ leftRange: Range<Int>, _ term: Node.Term, _ right: RuleType
  ) -> RuleType {
    switch (left, right) {
    case (.any, _): return right.isNumber ? right : .any
    case (_, .any): return left.isNumber ? left : .any
    case (.int, .int):
      if term.sign == .divide { report(.integerDivision(at: source.location(term.range))) }
      return .int
    case (.double, .double) where term.sign != .remainder: return .double
    case (.int, .double), (.double, .int):
      reportMixedNumbers(left == .int ? leftRange : tree[term.operand].range, term)
      return .double
    case (.list(let a), .list(let b)) where term.sign == .plus: return .list(a.joined(with: b) ?? .any)
    default:
      if term.sign == .plus, left.isText, right.isText { return .string }
      report(.wrongOperands(term.sign.rawValue, left, right, at: source.location(term.range)))
      return .any
    }
  }

  /// An int beside a double: digits get a fraction, anything else is converted.
  private mutating func reportMixedNumbers(_ int: Range<Int>, _ term: Node.Term) {
    let written = text(int)
    let meant = written.utf8.allSatisfy(\.isDigit) ? written + ".0" : "double(\(written))"
    report(.mixedNumbers(term.sign.rawValue, written: written, meant: meant, at: source.location(int)))
  }

  mutating func conditional(
    _ condition: Node.ID, _ holds: Node.ID, _ fails: Node.ID, _ range: Range<Int>
  ) -> RuleType {
    expectCondition(condition)
    let (a, b) = (valueType(of: holds), valueType(of: fails))
    if let joined = a.joined(with: b) { return joined }
    report(.branchesDiffer(a, b, at: source.location(tree[holds].range.lowerBound..<range.upperBound)))
    return .any
  }

  mutating func check(_ relation: Relation, _ left: Node.ID, _ right: Node.ID, _ range: Range<Int>) {
    let (a, b) = (valueType(of: left), valueType(of: right))
    var place: SourceLocation { source.location(range) }
    switch relation {
    case .equal, .notEqual:
      guard a.canEqual(b) else {
        return report(.neverEqual(relation.rawValue, a, b, hint: hint(left, a, right, b), at: place))
      }
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      for (side, type) in [(left, a), (right, b)] where type.isChoice {
        return report(.orderedChoice(text(tree[side].range), at: place))
      }
      if case .relation(let inner, _, let middle) = tree[left].kind, inner.isOrdering {
        return report(.chainedRelation(text(tree[left].range), text(tree[middle].range), at: place))
      }
      guard a.canBeOrdered(beside: b) else {
        return report(.unordered(relation.rawValue, a, b, hint: hint(left, a, right, b), at: place))
      }
    case .isIn:
      switch b {
      case .list(let element):
        guard a.canEqual(element) else { return report(.neverIn(a, element, at: place)) }
      case .any, .map: break
      case .null, .bool, .int, .double, .string, .choice, .date, .record:
        return report(.notACollection(b, at: location(right)))
      }
    }
    checkLiterals(left, a, right, b)
  }

  /// What may have been meant by comparing two types that do not match.
  private func hint(_ left: Node.ID, _ a: RuleType, _ right: Node.ID, _ b: RuleType) -> String {
    if a == .null || b == .null { return "; whether there is an answer is has(answers.x)" }
    for (id, other) in [(left, b), (right, a)] {
      guard case .literal(.string(let literal)) = tree[id].kind else { continue }
      if other.isNumber, Double(literal) != nil { return "; write \(literal) without quotes" }
      if other == .bool { return "; write true or false without quotes" }
      if case .list = other {
        return "; write '\(literal)' in \(text(tree[id == left ? right : left].range))"
      }
    }
    return ""
  }
}

extension RuleType {
  fileprivate var isChoice: Bool {
    if case .choice = self { true } else { false }
  }

  /// Whether a value of one type can equal one of the other.
  func canEqual(_ other: RuleType) -> Bool {
    if isNumber, other.isNumber { return true }
    if case .list(let a) = self, case .list(let b) = other { return a.canEqual(b) }
    return joined(with: other) != nil
  }

  /// Whether CEL has an order for both.
  fileprivate func canBeOrdered(beside other: RuleType) -> Bool {
    switch (self, other) {
    case (.any, _), (_, .any), (.bool, .bool): true
    default: (isNumber && other.isNumber) || (isText && other.isText)
    }
  }
}

extension Relation {
  fileprivate var isOrdering: Bool {
    switch self {
    case .less, .lessOrEqual, .greater, .greaterOrEqual: true
    case .equal, .notEqual, .isIn: false
    }
  }
}
