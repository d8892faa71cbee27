/// A rule that can be put into words: conditions on one name each, all or any of which must hold.
package struct RuleConditions: Hashable, Sendable {
  /// What is asked of the value of a name.
  package enum Test: Hashable, Sendable {
    /// It is one of these; the empty list stands for no choice of several.
    case isOne(of: [RuleValue])
    case isNone(of: [RuleValue])
    case includes(RuleValue)
    case lacks(RuleValue)
    case isBelow(RuleValue)
    case isAbove(RuleValue)
    case isAtLeast(RuleValue)
    case isAtMost(RuleValue)
  }

  /// A name, and what its value must be.
  package struct Condition: Hashable, Sendable {
    package let path: [String]
    package let test: Test
  }

  /// Whether all must hold, and not any one of them.
  package let needsAll: Bool
  package let conditions: [Condition]

  fileprivate init(_ path: [String], _ test: Test) {
    needsAll = true
    conditions = [Condition(path: path, test: test)]
  }

  /// Nil where one of the parts has no such form, or is several of the other kind.
  fileprivate init?(_ parts: [RuleConditions?], needsAll: Bool) {
    var conditions: [Condition] = []
    for part in parts {
      guard let part, part.conditions.count == 1 || part.needsAll == needsAll else { return nil }
      conditions += part.conditions
    }
    self.needsAll = needsAll
    self.conditions = conditions
  }
}

extension Rule {
  /// The rule as conditions; nil where it asks for more than such a list can say.
  ///
  /// - Parameter facts: the rules of facts, which stand in for their names. None hangs on itself.
  package func conditions(with facts: (String) -> Rule?) -> RuleConditions? {
    conditions(of: tree.root, isNegated: false, facts)
  }

  private func conditions(of id: Node.ID, isNegated: Bool, _ facts: (String) -> Rule?) -> RuleConditions? {
    switch tree[id].kind {
    case .name(let steps):
      let path = steps.map(\.name)
      guard path.count == 2, path[0] == "facts" else {
        return RuleConditions(path, .isOne(of: [.bool(!isNegated)]))
      }
      return facts(path[1]).flatMap { $0.conditions(of: $0.tree.root, isNegated: isNegated, facts) }
    case .not(let operand): return conditions(of: operand, isNegated: !isNegated, facts)
    case .and(let operands):
      return RuleConditions(
        operands.map { conditions(of: $0, isNegated: isNegated, facts) }, needsAll: !isNegated)
    case .or(let operands):
      return RuleConditions(
        operands.map { conditions(of: $0, isNegated: isNegated, facts) }, needsAll: isNegated)
    case .relation(let relation, let left, let right):
      let condition = tree.condition(left, relation, right)
      return condition.map { RuleConditions($0.path, isNegated ? $0.test.negated : $0.test) }
    case .literal, .variable, .field, .index, .list, .map, .negative, .arithmetic, .conditional, .call,
      .brokenCall, .has, .macro:
      return nil
    }
  }
}

extension RuleConditions.Test {
  fileprivate var negated: Self {
    switch self {
    case .isOne(let values):
      if case .bool(let flag)? = values.first { .isOne(of: [.bool(!flag)]) } else { .isNone(of: values) }
    case .isNone(let values): .isOne(of: values)
    case .includes(let value): .lacks(value)
    case .lacks(let value): .includes(value)
    case .isBelow(let value): .isAtLeast(value)
    case .isAbove(let value): .isAtMost(value)
    case .isAtLeast(let value): .isBelow(value)
    case .isAtMost(let value): .isAbove(value)
    }
  }
}

extension Tree {
  /// A relation between a name and what is written out.
  fileprivate func condition(
    _ left: Node.ID, _ relation: Relation, _ right: Node.ID
  ) -> (path: [String], test: RuleConditions.Test)? {
    if let path = path(of: left), let values = constants(of: right), let first = values.first,
      isList(right) == (relation == .isIn)
    {
      switch relation {
      case .equal, .isIn: return (path, .isOne(of: values))
      case .notEqual: return (path, RuleConditions.Test.isOne(of: values).negated)
      case .less: return (path, .isBelow(first))
      case .lessOrEqual: return (path, .isAtMost(first))
      case .greater: return (path, .isAbove(first))
      case .greaterOrEqual: return (path, .isAtLeast(first))
      }
    }
    if let path = path(of: right), let value = constants(of: left)?.first, !isList(left) {
      if relation == .isIn { return (path, .includes(value)) }
      return relation.flipped.flatMap { condition(right, $0, left) }
    }
    if case .call(.size, let operands) = self[left].kind, operands.count == 1,
      let path = path(of: operands[0]), case .literal(.int(let number)) = self[right].kind
    {
      switch (relation, number) {
      case (.greater, 0), (.notEqual, 0), (.greaterOrEqual, 1): return (path, .isNone(of: [.list([])]))
      case (.equal, 0), (.less, 1), (.lessOrEqual, 0): return (path, .isOne(of: [.list([])]))
      default: return nil
      }
    }
    return nil
  }

  private func path(of id: Node.ID) -> [String]? {
    if case .name(let steps) = self[id].kind { steps.map(\.name) } else { nil }
  }

  private func isList(_ id: Node.ID) -> Bool {
    if case .list = self[id].kind { true } else { false }
  }
}

extension Relation {
  /// The relation seen from the other side.
  fileprivate var flipped: Relation? {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .notEqual: self
    case .isIn: nil
    }
  }
}
