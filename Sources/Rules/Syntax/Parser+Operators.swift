import Diagnostics

extension Parser {
  /// `Expr = ConditionalOr ["?" ConditionalOr ":" Expr]`
  mutating func expression() throws(Diagnostic) -> Node.ID {
    try enter()
    defer { leave() }
    let start = next.range.lowerBound
    let condition = try disjunction()
    guard let question = take(.question) else { return condition }
    if peek(.question) || peek(.colon) {
      throw .emptyBranch(at: location(question.range.lowerBound..<next.range.upperBound))
    }
    let holds = try disjunction()
    if peek(.question) { throw .nestedConditional(at: location(next.range)) }
    guard take(.colon) != nil else {
      throw .missingColon(found: describe(next), at: location(next.range), question: location(question.range))
    }
    let fails = try expression()
    return try add(.conditional(condition, holds: holds, fails: fails), from: start)
  }

  /// `ConditionalOr = [ConditionalOr "||"] ConditionalAnd`
  private mutating func disjunction() throws(Diagnostic) -> Node.ID {
    let start = next.range.lowerBound
    var operands = [try conjunction()]
    while take(.or) != nil || takeWord("or", meaning: .or) { operands.append(try conjunction()) }
    return operands.count == 1 ? operands[0] : try add(.or(operands), from: start)
  }

  /// `ConditionalAnd = [ConditionalAnd "&&"] Relation`
  private mutating func conjunction() throws(Diagnostic) -> Node.ID {
    let start = next.range.lowerBound
    var operands = [try relation()]
    while take(.and) != nil || takeWord("and", meaning: .and) { operands.append(try relation()) }
    return operands.count == 1 ? operands[0] : try add(.and(operands), from: start)
  }

  /// An operator of another language, reported and understood.
  private mutating func takeWord(_ word: String, meaning sign: Sign) -> Bool {
    guard peekWord(word) else { return false }
    report(.wrongSign(word, meant: sign, at: location(advance().range)))
    return true
  }

  /// `Relation = [Relation Relop] Addition`
  private mutating func relation() throws(Diagnostic) -> Node.ID {
    let start = next.range.lowerBound
    var left = try addition()
    while let relation = try takeRelation() {
      let right = try addition()
      left = try add(.relation(relation, left, right), from: start)
    }
    return left
  }

  private mutating func takeRelation() throws(Diagnostic) -> Relation? {
    if peekWord("not"), peekWord("in", after: 1) {
      throw .notIn(at: location(advance().range.lowerBound..<advance().range.upperBound))
    }
    let relation: Relation? =
      switch next.kind {
      case .word("in"): .isIn
      case .sign(let sign): Relation(rawValue: sign.rawValue)
      case .word, .string, .int, .double, .refused, .end: nil
      }
    if relation != nil { advance() }
    return relation
  }

  /// `Addition = [Addition ("+" | "-")] Multiplication`
  private mutating func addition() throws(Diagnostic) -> Node.ID {
    try arithmetic([.plus, .minus]) { parser throws(Diagnostic) in try parser.multiplication() }
  }

  /// `Multiplication = [Multiplication ("*" | "/" | "%")] Unary`
  private mutating func multiplication() throws(Diagnostic) -> Node.ID {
    try arithmetic([.times, .divide, .remainder]) { parser throws(Diagnostic) in try parser.unary() }
  }

  private mutating func arithmetic(
    _ signs: [ArithmeticSign], operand: (inout Parser) throws(Diagnostic) -> Node.ID
  ) throws(Diagnostic) -> Node.ID {
    let start = next.range.lowerBound
    let first = try operand(&self)
    var terms: [Node.Term] = []
    while case .sign(let sign) = next.kind, let sign = ArithmeticSign(rawValue: sign.rawValue),
      signs.contains(sign)
    {
      let range = advance().range
      terms.append(Node.Term(sign: sign, range: range, operand: try operand(&self)))
    }
    return terms.isEmpty ? first : try add(.arithmetic(first, terms), from: start)
  }

  /// `Unary = Member | "!" {"!"} Member | "-" {"-"} Member`
  private mutating func unary() throws(Diagnostic) -> Node.ID {
    let start = next.range.lowerBound
    if take(.not) != nil || takeNot() {
      return try add(.not(try operand()), from: start)
    }
    guard take(.minus) != nil else { return try member() }
    if case .int(Int64.min.magnitude) = next.kind {
      advance()
      return try add(.literal(.int(.min)), from: start)
    }
    return try add(.negative(try operand()), from: start)
  }

  /// The operand of `!` or `-`, one level deeper.
  private mutating func operand() throws(Diagnostic) -> Node.ID {
    try enter()
    defer { leave() }
    return try unary()
  }

  /// `not x`, reported and understood.
  private mutating func takeNot() -> Bool {
    peekWord("not") && startsOperand(after: 1) && takeWord("not", meaning: .not)
  }
}
