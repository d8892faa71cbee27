import Diagnostics

extension Parser {
  /// `Primary = IDENT ["(" [ExprList] ")"] | "(" Expr ")" | "[" [ExprList] "]" | "{" [MapInits] "}" | LITERAL`
  mutating func primary() throws(Diagnostic) -> Node.ID {
    let token = advance()
    let start = token.range.lowerBound
    switch token.kind {
    case .word(let word): return try self.word(word, token)
    case .string(let text): return try add(.literal(.string(text)), from: start)
    case .double(let value): return try add(.literal(.double(value)), from: start)
    case .int(let magnitude):
      guard let value = Int64(exactly: magnitude) else {
        throw .numberTooLarge(text(token.range), at: location(token.range))
      }
      return try add(.literal(.int(value)), from: start)
    case .refused: return try add(.literal(.null), from: start)
    case .sign(.leftParenthesis):
      let inner = try expression()
      try close(.rightParenthesis, opened: token)
      return inner
    case .sign(.leftBracket):
      if peek(.question) { throw .leftOut(.optionals, at: location(next.range)) }
      let elements = try elements(until: .rightBracket, opened: token, allowsTrailingComma: true)
      return try add(.list(elements), from: start)
    case .sign(.leftBrace): return try mapLiteral(opened: token)
    case .sign(.dot): throw .leftOut(.rootNames, at: location(token.range))
    case .sign, .end:
      throw .expectedValue(found: describe(token), isEnd: token.kind == .end, at: location(token.range))
    }
  }

  private mutating func word(_ word: String, _ token: Token) throws(Diagnostic) -> Node.ID {
    let start = token.range.lowerBound
    switch word {
    case "true": return try add(.literal(.bool(true)), from: start)
    case "false": return try add(.literal(.bool(false)), from: start)
    case "null": return try add(.literal(.null), from: start)
    case _ where Self.isReserved(word):
      if let range = kebabCase(endingWith: token) {
        throw .kebabCase(text(range), meant: nil, at: location(range))
      }
      if word == "in" { throw .expectedValue(found: "'in'", isEnd: false, at: location(token.range)) }
      throw .reservedWord(word, at: location(token.range))
    default: break
    }
    let name = Node.Step(name: word, range: token.range)
    if let parenthesis = take(.leftParenthesis) { return try call(name, parenthesis) }
    if let variable = variables.lastIndex(of: word) { return try add(.variable(variable), from: start) }
    if let leftOut = LeftOut.type(word) { report(.leftOut(leftOut, at: location(token.range))) }
    return try add(.name([name]), from: start)
  }

  private mutating func call(_ name: Node.Step, _ parenthesis: Token) throws(Diagnostic) -> Node.ID {
    let start = name.range.lowerBound
    let arguments = try elements(until: .rightParenthesis, opened: parenthesis)
    guard name.name == "has" else {
      reportLeftOutFunction(name)
      return try add(.call(name, receiver: nil, arguments: arguments), from: start)
    }
    guard arguments.count == 1, let selection = arguments.first.flatMap(selection) else {
      throw .hasForm(at: location(start..<end))
    }
    return try add(.has(selection), from: start)
  }

  /// A node that ends with a field selected by dot, as such.
  private func selection(_ id: Node.ID) -> Node.Selection? {
    switch tree[id].kind {
    case .field(let base, let step): return .field(base, step)
    case .name(let path):
      // After an index its closing bracket comes last, not the name.
      let endsWithName = path.last?.range.upperBound == tree[id].range.upperBound
      return path.count > 1 && endsWithName ? .name(path) : nil
    case .literal, .variable, .index, .list, .map, .not, .negative, .arithmetic, .relation, .and, .or,
      .conditional, .call, .brokenCall, .has, .macro:
      return nil
    }
  }

  /// `MapInits = Expr ":" Expr {"," Expr ":" Expr}`, after the brace.
  private mutating func mapLiteral(opened brace: Token) throws(Diagnostic) -> Node.ID {
    var entries: [Node.MapEntry] = []
    while !peek(.rightBrace) {
      if peek(.question) { throw .leftOut(.optionals, at: location(next.range)) }
      let key = try expression()
      guard take(.colon) != nil else {
        throw .expectedColonInMap(found: describe(next), at: location(next.range))
      }
      entries.append(Node.MapEntry(key: key, value: try expression()))
      guard take(.comma) != nil else { break }
    }
    try close(.rightBrace, opened: brace)
    return try add(.map(entries), from: brace.range.lowerBound)
  }
}

extension Parser {
  static let literalWords: Set = ["true", "false", "null", "in"]

  private static let hostWords: Set = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
    "package", "namespace", "return", "var", "void", "while",
  ]

  static func isReserved(_ word: String) -> Bool {
    literalWords.contains(word) || hostWords.contains(word)
  }

  /// Whether the token so many places ahead can begin an operand.
  func startsOperand(after distance: Int) -> Bool {
    switch kind(after: distance) {
    case .word(let word): word != "in"
    case .string, .int, .double, .refused: true
    case .sign(let sign): [.leftParenthesis, .leftBracket, .leftBrace, .not, .minus].contains(sign)
    case .end: false
    }
  }
}
