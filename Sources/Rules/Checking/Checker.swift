import Diagnostics

/// Finds the type of each node of a rule and reports what cannot be meant.
///
/// A node that was reported has the type `any`, so that one mistake is said once.
struct Checker {
  let source: LocatedText
  let tree: Tree
  let scope: RuleScope
  /// The types of the elements that the macros around the present node name, outermost first.
  var variables: [RuleType] = []
  var diagnostics: [Diagnostic] = []

  init(_ rule: Rule, _ scope: RuleScope) {
    self.source = rule.source
    self.tree = rule.tree
    self.scope = scope
  }

  mutating func type(of id: Node.ID) -> RuleType {
    let node = tree[id]
    switch node.kind {
    case .literal(let value): return Self.type(of: value)
    case .name(let path): return resolve(path, node.range)
    case .variable(let index): return variables[index]
    case .field(let base, let step): return field(step, of: valueType(of: base), node.range)
    case .index(let base, let index): return element(of: base, at: index)
    case .list(let elements): return .list(common(elements))
    case .map(let entries): return map(entries)
    case .not(let operand): return not(operand)
    case .negative(let operand): return negative(operand, node.range)
    case .arithmetic(let first, let terms): return arithmetic(first, terms, node.range)
    case .relation(let relation, let left, let right):
      check(relation, left, right, node.range)
      return .bool
    case .and(let operands), .or(let operands):
      for operand in operands { expectCondition(operand) }
      return .bool
    case .conditional(let condition, let holds, let fails):
      return conditional(condition, holds, fails, node.range)
    case .call(let function, let operands): return call(function, operands)
    case .brokenCall(let call): return brokenCall(call)
    case .has(.name(let path)):
      _ = resolve(path, node.range)
      return .bool
    case .has(.field(let base, let step)):
      _ = field(step, of: valueType(of: base), node.range)
      return .bool
    case .macro(let macro, let over, let body): return self.macro(macro, over, body)
    }
  }

  /// The type of an operand; a group of names is no value.
  mutating func valueType(of id: Node.ID) -> RuleType {
    let type = type(of: id)
    guard case .record(let fields) = type else { return type }
    let name = text(tree[id].range)
    report(.groupAsValue(name, example: fields.keys.min().map { Self.path(name, $0) }, at: location(id)))
    return .any
  }

  /// Reports an operand that is neither true nor false.
  mutating func expectCondition(_ id: Node.ID) {
    let type = valueType(of: id)
    if !RuleType.bool.accepts(type) {
      report(.notACondition(text(tree[id].range), type, at: location(id)))
    }
  }
}

extension Checker {
  func location(_ id: Node.ID) -> SourceLocation { source.location(tree[id].range) }

  func text(_ range: Range<Int>) -> String { source[range].text }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// A field as a rule writes it: after a dot, or as an index where it is no name.
  static func path(_ base: String, _ field: String) -> String {
    let isName = field.utf8.first?.startsWord ?? false && field.utf8.allSatisfy(\.continuesWord)
    if base.isEmpty { return field }
    return isName ? "\(base).\(field)" : "\(base)[\"\(field)\"]"
  }

  private static func type(of value: RuleValue) -> RuleType {
    switch value {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .double: .double
    case .string: .string
    case .list: .list(.any)
    case .map: .map(.any)
    }
  }

  /// The type that all nodes share, else any.
  mutating func common(_ ids: [Node.ID]) -> RuleType {
    let types = ids.map { valueType(of: $0) }
    guard let first = types.first else { return .any }
    return types.dropFirst().reduce(first) { $0.joined(with: $1) ?? .any }
  }

  private mutating func map(_ entries: [Node.MapEntry]) -> RuleType {
    for entry in entries {
      let type = valueType(of: entry.key)
      switch type {
      case .any, .bool, .int, .string, .choice, .date: break
      case .null, .double, .list, .map, .record: report(.badMapKey(type, at: location(entry.key)))
      }
    }
    return .map(common(entries.map(\.value)))
  }
}
