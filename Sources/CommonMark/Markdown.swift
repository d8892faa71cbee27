public import Diagnostics

/// A rendered text.
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

  /// Parses and renders a text of any number of blocks.
  ///
  /// Problems do not stop it; what is refused is left out of the HTML.
  ///
  /// - Parameter highlighting: for code blocks; without it, and where they have slots, they are plain.
  public init(
    _ text: LocatedText, options: MarkdownOptions = MarkdownOptions(),
    highlighting: CodeHighlighting? = nil, diagnostics: inout [Diagnostic]
  ) {
    self = ParsedMarkdown(text, options: options).rendered(
      options: options, highlighting: highlighting, diagnostics: &diagnostics)
  }

  /// Parses and renders a one-line text; see `ParsedMarkdown`.
  public init(
    inline text: LocatedText, options: MarkdownOptions = MarkdownOptions(),
    diagnostics: inout [Diagnostic]
  ) {
    self = ParsedMarkdown(inline: text, options: options).rendered(
      options: options, diagnostics: &diagnostics)
  }

  init(_ output: Renderer.Output) {
    pieces = output.pieces
    headings = output.headings
    links = output.links
    outsideLinks = output.outsideLinks
    citations = output.citations
    codeLanguages = output.codeLanguages
  }
}
