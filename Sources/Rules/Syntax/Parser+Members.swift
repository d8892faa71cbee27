import Diagnostics

extension Parser {
  /// `Member = Primary | Member "." IDENT ["(" [ExprList] ")"] | Member "[" Expr "]"`
  mutating func member() throws(Diagnostic) -> Node.ID {
    let start = next.range.lowerBound
    var base = try primary()
    while true {
      if take(.dot) != nil {
        base = try selection(from: base, start)
      } else if let bracket = take(.leftBracket) {
        let index = try expression()
        try close(.rightBracket, opened: bracket)
        base = try addIndex(index, to: base, start)
      } else if peek(.leftBrace), case .name = tree[base].kind {
        throw .leftOut(.messages, at: location(start..<next.range.upperBound))
      } else {
        return base
      }
    }
  }

  /// What follows a dot: a field, a method or a macro.
  private mutating func selection(from base: Node.ID, _ start: Int) throws(Diagnostic) -> Node.ID {
    if peek(.question) { throw .leftOut(.optionals, at: location(next.range)) }
    let name = try fieldName()
    guard let parenthesis = take(.leftParenthesis) else {
      return try addField(name, to: base, start)
    }
    if let macro = Macro(rawValue: name.name) {
      return try self.macro(macro, name, over: base, parenthesis, start)
    }
    let arguments = try elements(until: .rightParenthesis, opened: parenthesis)
    reportLeftOutFunction(name)
    return try add(.call(name, receiver: base, arguments: arguments), from: start)
  }

  private mutating func fieldName() throws(Diagnostic) -> Node.Step {
    let token = next
    switch token.kind {
    case .word(let name):
      advance()
      // After a dot CEL allows the words that are reserved only for host languages.
      if Self.literalWords.contains(name) { throw .reservedWord(name, at: location(token.range)) }
      return Node.Step(name: name, range: token.range)
    case .refused:
      advance()
      return Node.Step(name: "", range: token.range)
    case .string, .int, .double, .sign, .end:
      throw .expectedFieldName(found: describe(token), at: location(token.range))
    }
  }

  private mutating func addField(
    _ step: Node.Step, to base: Node.ID, _ start: Int
  ) throws(Diagnostic) -> Node.ID {
    if case .name(let path) = tree[base].kind { return try extend(base, path + [step], from: start) }
    return try add(.field(base, step), from: start)
  }

  /// An index with a string literal selects a field, as a dot does.
  private mutating func addIndex(
    _ index: Node.ID, to base: Node.ID, _ start: Int
  ) throws(Diagnostic) -> Node.ID {
    if case .name(let path) = tree[base].kind, case .literal(.string(let name)) = tree[index].kind {
      return try extend(base, path + [Node.Step(name: name, range: tree[index].range)], from: start)
    }
    return try add(.index(base, index), from: start)
  }

  /// `list.all(x, condition)` and its like, after the parenthesis.
  private mutating func macro(
    _ macro: Macro, _ name: Node.Step, over base: Node.ID, _ parenthesis: Token, _ start: Int
  ) throws(Diagnostic) -> Node.ID {
    let variable = next
    guard case .word(let word) = variable.kind, !Self.isReserved(word), peek(.comma, after: 1) else {
      throw .macroForm(macro, at: location(name.range))
    }
    advance()
    advance()
    variables.append(word)
    defer { variables.removeLast() }
    let body = try expression()
    if peek(.comma) { throw .macroForm(macro, at: location(next.range)) }
    try close(.rightParenthesis, opened: parenthesis)
    return try add(.macro(macro, over: base, body: body), from: start)
  }

  /// Expressions between commas, up to the closing sign.
  mutating func elements(
    until closing: Sign, opened: Token, allowsTrailingComma: Bool = false
  ) throws(Diagnostic) -> [Node.ID] {
    var elements: [Node.ID] = []
    while !peek(closing) {
      elements.append(try expression())
      guard let comma = take(.comma) else { break }
      if peek(closing), !allowsTrailingComma { throw .trailingComma(at: location(comma.range)) }
    }
    try close(closing, opened: opened)
    return elements
  }

  mutating func reportLeftOutFunction(_ name: Node.Step) {
    guard let leftOut = LeftOut.function(name.name) else { return }
    report(.leftOut(leftOut, at: location(name.range)))
  }
}
