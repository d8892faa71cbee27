public import Diagnostics

/// A rule: an expression that is parsed once, checked before anything runs, and evaluated as often as
/// needed.
public struct Rule: Sendable {
  /// The text that it was read from.
  public let source: LocatedText
  let tree: Tree

  /// The greatest length of a rule, in UTF-8 bytes.
  static let maximumLength = 1 << 16

  /// Parses a rule. Returns nil after a diagnostic.
  public init?(parsing source: LocatedText, diagnostics: inout [Diagnostic]) {
    guard source.text.utf8.count <= Self.maximumLength else {
      diagnostics.append(.tooLong(at: source.location(0..<1)))
      return nil
    }
    var lexer = Lexer(source)
    lexer.run()
    diagnostics += lexer.diagnostics
    if lexer.isLost { return nil }
    var parser = Parser(source, lexer.tokens)
    let tree = parser.run()
    diagnostics += parser.diagnostics
    guard let tree, lexer.diagnostics.isEmpty else { return nil }
    self.source = source
    self.tree = tree
  }

  /// What the rule comes to. An error is shown with `diagnostic(for:)`.
  public func evaluate(_ bindings: Bindings) -> Outcome {
    var evaluator = Evaluator(tree, bindings)
    return evaluator.outcome(of: tree.root)
  }

  /// An error of this rule as a diagnostic at its place.
  public func diagnostic(for error: RuleError) -> Diagnostic {
    Diagnostic(.error, error.id, at: source.location(error.range), error.message)
  }
}

extension Rule: Hashable {
  /// Whether both are the same text at the same place.
  public static func == (a: Self, b: Self) -> Bool { a.source == b.source }

  /// Feeds the text and its place.
  public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
