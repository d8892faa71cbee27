/// A parsed rule: a flat array of nodes, children before their parents, so that no depth of input can
/// nest deeper than `maximumHeight`.
struct Tree: Sendable {
  /// The greatest height of a tree. CEL asks for 32 at least.
  static let maximumHeight = 100

  var nodes: [Node] = []
  /// The outermost node, once the rule is parsed.
  var root: Node.ID = 0

  subscript(id: Node.ID) -> Node { nodes[id] }
}

/// One construct of a rule.
struct Node: Sendable {
  /// The place of a node in its tree.
  typealias ID = Int

  var kind: Kind
  /// UTF-8 offsets in the rule's text.
  var range: Range<Int>

  enum Kind: Sendable {
    case literal(RuleValue)
    /// A name and what is selected of it by dot or string literal: `answers.x`, `criteria["a-b"].strength`.
    case name([Step])
    /// The name that a macro gives to each element; counted from the outermost macro.
    case variable(Int)
    case field(Node.ID, Step)
    case index(Node.ID, Node.ID)
    case list([Node.ID])
    case map([MapEntry])
    case not(Node.ID)
    case negative(Node.ID)
    /// Operands of one precedence, from left to right.
    case arithmetic(Node.ID, [Term])
    case relation(Relation, Node.ID, Node.ID)
    case and([Node.ID])
    case or([Node.ID])
    case conditional(Node.ID, holds: Node.ID, fails: Node.ID)
    case call(Function, [Node.ID])
    case brokenCall(BrokenCall)
    /// `has(...)`.
    case has(Selection)
    case macro(Macro, over: Node.ID, body: Node.ID)
  }

  /// One name of a path.
  struct Step: Hashable, Sendable {
    var name: String
    var range: Range<Int>
  }

  /// What `has(...)` asks for: the last of some names, or a field of a value.
  enum Selection: Sendable {
    case name([Step])
    case field(Node.ID, Step)
  }

  struct MapEntry: Sendable {
    var key: Node.ID
    var value: Node.ID
  }

  /// An operator with the operand to its right.
  struct Term: Sendable {
    var sign: ArithmeticSign
    var range: Range<Int>
    var operand: Node.ID
  }

  /// A call of something that does not exist or not in this form: an error when it is reached.
  struct BrokenCall: Sendable {
    enum Problem: Hashable, Sendable {
      case unknownName
      case wantsReceiver
      case wantsArgument
      case wrongCount(expected: Int)
    }
    var name: Step
    var problem: Problem
    /// The receiver, where there is one, and the arguments.
    var operands: [Node.ID]
  }
}

enum ArithmeticSign: String, Sendable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case remainder = "%"
}

enum Relation: String, Sendable {
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case isIn = "in"
}

/// A macro over the elements of a list or the keys of a map.
enum Macro: String, CaseIterable, Sendable {
  case all
  case exists
  case existsOne = "exists_one"
  case map
  case filter
}

extension Node {
  /// The nodes directly below this one.
  var children: [ID] {
    switch kind {
    case .literal, .name, .variable, .has(.name): []
    case .field(let base, _), .not(let base), .negative(let base), .has(.field(let base, _)): [base]
    case .index(let a, let b), .relation(_, let a, let b), .macro(_, let a, let b): [a, b]
    case .list(let operands), .and(let operands), .or(let operands), .call(_, let operands): operands
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .arithmetic(let first, let terms): [first] + terms.map(\.operand)
    case .conditional(let condition, let holds, let fails): [condition, holds, fails]
    case .brokenCall(let call): call.operands
    }
  }
}
