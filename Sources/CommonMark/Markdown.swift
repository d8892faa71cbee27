public import Diagnostics

/// A parsed and rendered text.
public struct Markdown: Hashable, Sendable {
  /// The HTML, in the order of the page.
  public private(set) var pieces: [HTMLPiece]
  /// The headings, in order.
  public private(set) var headings: [Heading]
  /// Every link to content, in order. Whether they lead anywhere is the caller's to check.
  public private(set) var links: [Located<ContentLink>]
  /// Every other link and image, in order.
  public private(set) var outsideLinks: [Located<OutsideLink>]
  /// Every citation, in order.
  public private(set) var citations: [Located<Citation>]
  /// The languages that fences name, in order. Whether there are such is the caller's to check.
  public private(set) var codeLanguages: [Located<String>]

  /// Renders a text of any number of blocks.
  ///
  /// Problems do not stop it; what is refused is left out of the HTML.
  ///
  /// - Parameter highlighting: for code blocks; without it, and where they have slots, they are plain.
  public init(
    _ text: LocatedText, options: MarkdownOptions = MarkdownOptions(),
    highlighting: CodeHighlighting? = nil, diagnostics: inout [Diagnostic]
  ) {
    var lift = BlockLift(text: text, options: options)
    let parsed = lift.parse()
    self.init(
      parsed, of: text, options: options, highlighting: highlighting, diagnostics: &diagnostics)
  }

  /// Renders a one-line text: inlines only, without a paragraph around them. Line ends are spaces, and nothing
  /// at its start makes it a list, a heading or a quote.
  public init(
    inline text: LocatedText, options: MarkdownOptions = MarkdownOptions(),
    diagnostics: inout [Diagnostic]
  ) {
    let parsed = BlockLift.parseInline(text, options: options)
    self.init(parsed, of: text, options: options, highlighting: nil, diagnostics: &diagnostics)
  }

  private init(
    _ parsed: ParsedText, of text: LocatedText, options: MarkdownOptions,
    highlighting: CodeHighlighting?, diagnostics: inout [Diagnostic]
  ) {
    var renderer = Renderer(parsed, of: text, options: options, highlighting: highlighting)
    let output = renderer.render()
    diagnostics += renderer.diagnostics
    pieces = output.pieces
    headings = output.headings
    links = output.links
    outsideLinks = output.outsideLinks
    citations = output.citations
    codeLanguages = output.codeLanguages
  }
}
