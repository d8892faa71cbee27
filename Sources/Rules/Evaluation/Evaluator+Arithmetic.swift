extension Evaluator {
  /// A chain of operators of one precedence, from left to right.
  mutating func arithmetic(_ first: Node.ID, _ terms: [Node.Term]) -> Outcome {
    var result = outcome(of: first)
    for term in terms {
      result = combine(result, term, outcome(of: term.operand))
    }
    return result
  }

  private mutating func combine(_ left: Outcome, _ term: Node.Term, _ right: Outcome) -> Outcome {
    if case .value(let a) = left, case .value(let b) = right {
      guard spend(a.size + b.size) else { return .error(.tooMuchWork(at: term.range)) }
      return Outcome { () throws(RuleError) in try Self.apply(term, a, b) }
    }
    if let a = Bounds(left), let b = Bounds(right) {
      let names = left.unknownNames.union(right.unknownNames)
      return .unknown(Unknown(names: names, bounds: a.applying(term.sign, b)?.range))
    }
    return Pending(left, right).inOperation ?? left
  }

  private static func apply(
    _ term: Node.Term, _ a: RuleValue, _ b: RuleValue
  ) throws(RuleError) -> RuleValue {
    switch (term.sign, a, b) {
    case (_, .int(let a), .int(let b)): return .int(try apply(term, a, b))
    case (.plus, .double(let a), .double(let b)): return .double(DecimalNumber.sum(a, b))
    case (.minus, .double(let a), .double(let b)): return .double(DecimalNumber.difference(a, b))
    case (.times, .double(let a), .double(let b)): return .double(DecimalNumber.product(a, b))
    case (.divide, .double(let a), .double(let b)): return .double(a / b)
    case (.plus, .string(let a), .string(let b)): return .string(a + b)
    case (.plus, .list(let a), .list(let b)): return .list(a + b)
    case (.plus, _, _), (.minus, _, _), (.times, _, _), (.divide, _, _), (.remainder, _, _):
      throw .wrongTypes(term.sign.rawValue, [a, b], at: term.range)
    }
  }

  private static func apply(_ term: Node.Term, _ a: Int64, _ b: Int64) throws(RuleError) -> Int64 {
    let (result, overflow): (Int64, Bool)
    switch term.sign {
    case .plus: (result, overflow) = a.addingReportingOverflow(b)
    case .minus: (result, overflow) = a.subtractingReportingOverflow(b)
    case .times: (result, overflow) = a.multipliedReportingOverflow(by: b)
    case .divide where b == 0, .remainder where b == 0: throw .divisionByZero(at: term.range)
    case .divide: (result, overflow) = a.dividedReportingOverflow(by: b)
    case .remainder: (result, overflow) = a.remainderReportingOverflow(dividingBy: b)
    }
    if overflow { throw .overflow(at: term.range) }
    return result
  }

  mutating func negative(_ operand: Node.ID, _ range: Range<Int>) -> Outcome {
    let outcome = outcome(of: operand)
    switch outcome {
    case .value(.int(.min)): return .error(.overflow(at: range))
    case .value(.int(let value)): return .value(.int(-value))
    case .value(.double(let value)): return .value(.double(-value))
    case .value(let value): return .error(.wrongTypes("-", [value], at: range))
    case .unknown(let unknown):
      return .unknown(Unknown(names: unknown.names, bounds: Bounds(outcome)?.negated.range))
    case .notApplicable, .error: return outcome
    }
  }

  /// A relation of two operands; where one is open, its bounds may decide.
  mutating func compare(
    _ relation: Relation, _ left: Node.ID, _ right: Node.ID, _ range: Range<Int>
  ) -> Outcome {
    let (left, right) = (outcome(of: left), outcome(of: right))
    if case .value(let a) = left, case .value(let b) = right {
      guard spend(a.size + b.size) else { return .error(.tooMuchWork(at: range)) }
      return Outcome { () throws(RuleError) in .bool(try Self.holds(relation, a, b, range)) }
    }
    if let a = Bounds(left), let b = Bounds(right), let decided = a.decides(relation, b) {
      return .value(.bool(decided))
    }
    return Pending(left, right).inOperation ?? left
  }

  private static func holds(
    _ relation: Relation, _ a: RuleValue, _ b: RuleValue, _ range: Range<Int>
  ) throws(RuleError) -> Bool {
    switch relation {
    case .equal: return a.isEqual(to: b)
    case .notEqual: return !a.isEqual(to: b)
    case .isIn:
      switch b {
      case .list(let list): return list.contains { $0.isEqual(to: a) }
      case .map(let map): return RuleMap.Key(lookingUp: a).map { map[$0] != nil } ?? false
      case .null, .bool, .int, .double, .string: break
      }
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      if let ordering = a.ordering(to: b) { return relation.holds(ordering) }
    }
    throw .wrongTypes(relation.rawValue, [a, b], at: range)
  }
}

extension Relation {
  /// Whether two values that stand in an order satisfy the relation; nothing is ordered beside NaN.
  fileprivate func holds(_ ordering: Ordering) -> Bool {
    switch self {
    case .less: ordering == .less
    case .lessOrEqual: ordering == .less || ordering == .equal
    case .greater: ordering == .greater
    case .greaterOrEqual: ordering == .greater || ordering == .equal
    case .equal: ordering == .equal
    case .notEqual: ordering != .equal
    case .isIn: false
    }
  }
}
