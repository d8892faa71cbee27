/// Runs a tree against bindings.
///
/// Every node is reached at most once for each element of the macros around it; `steps` bounds what
/// nested macros can take.
struct Evaluator {
  /// How many steps a rule may take: reached nodes, and elements and characters copied.
  static let maximumSteps = 1_000_000

  let tree: Tree
  let bindings: Bindings
  /// The elements that the macros around the present node are at, outermost first.
  var variables: [RuleValue] = []
  private var steps = 0

  init(_ tree: Tree, _ bindings: Bindings) {
    self.tree = tree
    self.bindings = bindings
  }

  mutating func outcome(of id: Node.ID) -> Outcome {
    let node = tree[id]
    guard spend(1) else { return .error(.tooMuchWork(at: node.range)) }
    switch node.kind {
    case .literal(let value): return .value(value)
    case .name(let path): return lookUp(path)
    case .variable(let index): return .value(variables[index])
    case .field(let base, let step):
      return mapping(base) { value throws(RuleError) in try Self.field(step, of: value) }
    case .index(let base, let index):
      return mapping(base, index) { value, index throws(RuleError) in
        try Self.element(of: value, at: index, node.range)
      }
    case .list(let elements): return list(elements)
    case .map(let entries): return map(entries)
    case .not(let operand): return not(operand, node.range)
    case .negative(let operand): return negative(operand, node.range)
    case .arithmetic(let first, let terms): return arithmetic(first, terms)
    case .relation(let relation, let left, let right): return compare(relation, left, right, node.range)
    case .and(let operands): return logic(operands, decisive: false)
    case .or(let operands): return logic(operands, decisive: true)
    case .conditional(let condition, let holds, let fails):
      return conditional(condition, holds, fails)
    case .call(let function, let operands): return call(function, operands, node.range)
    case .brokenCall(let call): return .error(.unknownFunction(call.name.name, at: call.name.range))
    case .has(.name(let path)): return has(path)
    case .has(.field(let base, let step)): return has(step, of: base)
    case .macro(let macro, let over, let body): return self.macro(macro, over, body, node.range)
    }
  }

  /// Takes steps. Returns whether there were so many left.
  mutating func spend(_ count: Int) -> Bool {
    steps += count
    return steps <= Self.maximumSteps
  }

  /// Applies a function to an operand that has a value; anything else passes through, without bounds.
  mutating func mapping(
    _ operand: Node.ID, _ transform: (RuleValue) throws(RuleError) -> RuleValue
  ) -> Outcome {
    let operand = outcome(of: operand)
    switch operand {
    case .value(let value): return Outcome { () throws(RuleError) in try transform(value) }
    case .unknown(let unknown): return .unknown(Unknown(names: unknown.names))
    case .notApplicable, .error: return operand
    }
  }

  /// Applies a function to two operands that have values; else says what they make of it.
  mutating func mapping(
    _ left: Node.ID, _ right: Node.ID, _ transform: (RuleValue, RuleValue) throws(RuleError) -> RuleValue
  ) -> Outcome {
    let (left, right) = (outcome(of: left), outcome(of: right))
    guard case .value(let a) = left, case .value(let b) = right else {
      return Pending(left, right).inOperation ?? left
    }
    return Outcome { () throws(RuleError) in try transform(a, b) }
  }
}

extension Outcome {
  /// The value that a function returns, or the error that it throws.
  init(_ body: () throws(RuleError) -> RuleValue) {
    do { self = .value(try body()) } catch { self = .error(error) }
  }
}
