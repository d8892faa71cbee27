import Diagnostics

extension Checker {
  /// Holds string literals on one side of a relation against the choices, or dates, of the other.
  mutating func checkLiterals(_ left: Node.ID, _ a: RuleType, _ right: Node.ID, _ b: RuleType) {
    checkLiterals(right, against: left, a)
    checkLiterals(left, against: right, b)
  }

  private mutating func checkLiterals(_ side: Node.ID, against other: Node.ID, _ type: RuleType) {
    switch type {
    case .choice(let choices):
      for (literal, id) in stringLiterals(side) where !choices.contains(literal) {
        report(.notAChoice(literal, of: text(tree[other].range), choices, at: location(id)))
      }
    case .date:
      for (literal, id) in stringLiterals(side) where !ISODate.isValid(literal) {
        report(.notADate(literal, at: location(id)))
      }
    case .list(let element): checkLiterals(side, against: other, element)
    case .any, .null, .bool, .int, .double, .string, .map, .record: break
    }
  }

  /// The strings that a node may come to, as far as they are written out in it.
  private func stringLiterals(_ id: Node.ID) -> [(String, Node.ID)] {
    switch tree[id].kind {
    case .literal(.string(let literal)): [(literal, id)]
    case .list(let elements): elements.flatMap { stringLiterals($0) }
    case .conditional(_, let holds, let fails): stringLiterals(holds) + stringLiterals(fails)
    case .literal, .name, .variable, .field, .index, .map, .not, .negative, .arithmetic, .relation, .and,
      .or, .call, .brokenCall, .has, .macro:
      []
    }
  }
}
