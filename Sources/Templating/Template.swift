public import Diagnostics

/// A template, scanned and parsed: its text and the tree of its tags, names not yet looked up.
public struct Template: Sendable {
  /// How deep sections, blocks and partials may stand in each other.
  static let nestingLimit = 64
  /// How many tags a template may have.
  static let tagLimit = 10_000

  /// The text as it was given.
  public let text: LocatedText
  /// The language that it is written in.
  public let syntax: TemplateSyntax
  /// The tree in pre-order.
  let nodes: [TemplateNode]

  /// Scans and parses a template. A tag with a mistake is reported and left out, so that what follows is
  /// checked as well.
  public init(parsing text: LocatedText, as syntax: TemplateSyntax, diagnostics: inout [Diagnostic]) {
    let bytes = Array(text.text.utf8)
    let markdown = MarkdownCode(bytes, syntax: syntax)
    if syntax.isMarkdown { PrivateUse.refuse(in: text, bytes: bytes, diagnostics: &diagnostics) }
    var scanner = TagScanner(bytes, literal: markdown.code, syntax: syntax, text: text)
    scanner.scan(diagnostics: &diagnostics)
    var tree = TemplateTree(tags: scanner.tags, text: text, bytes: bytes)
    tree.match(diagnostics: &diagnostics)
    if syntax == .markdown { markdown.refuseSplits(by: tree, of: text, diagnostics: &diagnostics) }
    self.text = text
    self.syntax = syntax
    self.nodes = tree.nodes()
  }
}
