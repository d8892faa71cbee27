extension Evaluator {
  /// `&&` (decided by false) and `||` (decided by true): one deciding operand settles it, whatever the
  /// others are.
  mutating func logic(_ operands: [Node.ID], decisive: Bool) -> Outcome {
    var pending = Pending()
    for operand in operands {
      let outcome = truth(of: operand, operation: decisive ? "||" : "&&")
      if outcome.bool == decisive { return outcome }
      pending.add(outcome)
    }
    return pending.inLogic ?? .value(.bool(!decisive))
  }

  /// The outcome of a node that must be a bool.
  mutating func truth(of id: Node.ID, operation: String) -> Outcome {
    let outcome = outcome(of: id)
    switch outcome {
    case .value(.bool), .unknown, .notApplicable, .error: return outcome
    case .value(let value): return .error(.wrongTypes(operation, [value], at: tree[id].range))
    }
  }

  mutating func not(_ operand: Node.ID, _ range: Range<Int>) -> Outcome {
    let outcome = truth(of: operand, operation: "!")
    switch outcome {
    case .value(.bool(let value)): return .value(.bool(!value))
    case .unknown(let unknown): return .unknown(Unknown(names: unknown.names))
    case .value, .notApplicable, .error: return outcome
    }
  }

  /// `c ? a : b`; a condition that is open or not applicable does not matter where both branches come to
  /// the same.
  mutating func conditional(_ condition: Node.ID, _ holds: Node.ID, _ fails: Node.ID) -> Outcome {
    let condition = truth(of: condition, operation: "?:")
    switch condition {
    case .value(.bool(let value)): return outcome(of: value ? holds : fails)
    case .value, .error: return condition
    case .unknown, .notApplicable: break
    }
    let (a, b) = (outcome(of: holds), outcome(of: fails))
    if case .value = a, a == b { return a }
    if case .notApplicable(let names) = condition { return .notApplicable(names) }
    if case .notApplicable(let left) = a, case .notApplicable(let right) = b {
      return .notApplicable(left.union(right))
    }
    var names = condition.unknownNames
    names.formUnion(a.unknownNames)
    names.formUnion(b.unknownNames)
    return .unknown(Unknown(names: names, bounds: Bounds.union(Bounds(a), Bounds(b))?.range))
  }
}

extension Outcome {
  /// The open names that it hangs on, if it is unknown.
  var unknownNames: Set<String> {
    guard case .unknown(let unknown) = self else { return [] }
    return unknown.names
  }
}
