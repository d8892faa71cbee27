import Diagnostics

/// Builds a tree from tokens: recursive descent after the grammar of CEL's language definition.
///
/// A construct that is understood but not allowed is reported and parsing goes on; a syntax error is
/// thrown and ends it.
struct Parser {
  let source: LocatedText
  private let tokens: [Token]
  private var position = 0
  private(set) var tree = Tree()
  /// The height of the tree below each node.
  private var heights: [Int] = []
  /// How many constructs are open around the present token.
  private var depth = 0
  /// Names that macros around the present token have given, outermost first.
  var variables: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: LocatedText, _ tokens: [Token]) {
    self.source = source
    self.tokens = tokens
  }

  /// Parses the whole text. Returns nil when anything was reported.
  mutating func run() -> Tree? {
    do throws(Diagnostic) {
      tree.root = try expression()
      if next.kind != .end { throw .unexpected(describe(next), at: location(next.range)) }
    } catch {
      diagnostics.append(error)
    }
    return diagnostics.isEmpty ? tree : nil
  }
}

// The tokens.
extension Parser {
  var next: Token { tokens[position] }

  /// Where the last consumed token ended.
  var end: Int { position > 0 ? tokens[position - 1].range.upperBound : 0 }

  func peek(_ sign: Sign, after distance: Int = 0) -> Bool { kind(after: distance) == .sign(sign) }

  func peekWord(_ word: String, after distance: Int = 0) -> Bool { kind(after: distance) == .word(word) }

  /// The kind of the token so many places ahead.
  func kind(after distance: Int) -> Token.Kind { tokens[min(position + distance, tokens.count - 1)].kind }

  @discardableResult
  mutating func advance() -> Token {
    let token = next
    position = min(position + 1, tokens.count - 1)
    return token
  }

  /// The words around a minus that has no space on either side, if the last consumed token is the second.
  func kebabCase(endingWith token: Token) -> Range<Int>? {
    guard position >= 3 else { return nil }
    let (word, minus) = (tokens[position - 3], tokens[position - 2])
    guard case .word = word.kind, minus.kind == .sign(.minus),
      word.range.upperBound == minus.range.lowerBound, minus.range.upperBound == token.range.lowerBound
    else { return nil }
    return word.range.lowerBound..<token.range.upperBound
  }

  /// Consumes a sign if it is next.
  mutating func take(_ sign: Sign) -> Token? { peek(sign) ? advance() : nil }

  /// Consumes the sign that closes another.
  mutating func close(_ closing: Sign, opened: Token) throws(Diagnostic) {
    if take(closing) != nil { return }
    let opening = text(opened.range)
    throw .unclosed(
      opening, openedAt: location(opened.range), expected: closing.rawValue, found: describe(next),
      at: location(next.range))
  }
}

// The tree and the diagnostics.
extension Parser {
  func location(_ range: Range<Int>) -> SourceLocation { source.location(range) }

  func text(_ range: Range<Int>) -> String { source[range].text }

  /// A token as a message quotes it.
  func describe(_ token: Token) -> String {
    token.kind == .end ? "the end of the rule" : "'\(text(token.range))'"
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Adds a node that begins at `start` and ends with the last consumed token.
  mutating func add(_ kind: Node.Kind, from start: Int) throws(Diagnostic) -> Node.ID {
    let node = Node(kind: kind, range: start..<max(end, start))
    let height = node.children.reduce(0) { max($0, heights[$1]) } + 1
    guard height <= Tree.maximumHeight else { throw .tooDeep(at: location(node.range)) }
    tree.nodes.append(node)
    heights.append(height)
    return tree.nodes.count - 1
  }

  /// Lengthens the path of a name in place.
  mutating func extend(_ name: Node.ID, _ path: [Node.Step], from start: Int) throws(Diagnostic) -> Node.ID {
    guard path.count <= Tree.maximumHeight else { throw .tooDeep(at: location(start..<end)) }
    tree.nodes[name] = Node(kind: .name(path), range: start..<end)
    return name
  }

  /// Goes one level deeper; `depth` is lowered again by the caller.
  mutating func enter() throws(Diagnostic) {
    depth += 1
    guard depth <= Tree.maximumHeight else { throw .tooDeep(at: location(next.range)) }
  }

  mutating func leave() { depth -= 1 }
}
