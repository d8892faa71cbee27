/// How a rule uses a name.
public enum NameUse: Hashable, Sendable {
  /// It is compared with these constants: `answers.n < 3`, `answers.n in [1, 2]`.
  case compared(with: [RuleValue])
  /// In any other way, such as in a sum or compared with another name.
  case otherwise
}

extension Rule {
  /// Each use of a name, with what it is compared to, in no certain order.
  public var nameUses: [(path: [String], use: NameUse)] {
    var compared: [Node.ID: [RuleValue]] = [:]
    for node in tree.nodes {
      guard case .relation(_, let left, let right) = node.kind else { continue }
      compared[left] = tree.constants(of: right)
      compared[right] = tree.constants(of: left)
    }
    return tree.nodes.enumerated().compactMap { id, node in
      guard case .name(let path) = node.kind else { return nil }
      return (path.map(\.name), compared[id].map { .compared(with: $0) } ?? .otherwise)
    }
  }
}

extension Tree {
  /// The values that are written out at a node: a literal, or a list of literals; nil for all else.
  func constants(of id: Node.ID) -> [RuleValue]? {
    switch self[id].kind {
    case .literal(let value): return [value]
    case .negative(let operand):
      switch self[operand].kind {
      case .literal(.int(let number)) where number != .min: return [.int(-number)]
      case .literal(.double(let number)): return [.double(-number)]
      default: return nil
      }
    case .list(let elements):
      let constants = elements.map(constants(of:))
      return constants.contains(nil) ? nil : constants.flatMap { $0 ?? [] }
    default: return nil
    }
  }
}
