public import Diagnostics

/// A text, parsed: what all renderings of it begin with.
public struct ParsedMarkdown: Sendable {
  private let text: LocatedText
  private let parsed: ParsedText

  /// Parses a text of any number of blocks.
  ///
  /// - Parameter options: which extensions are understood, and what private-use characters are.
  public init(_ text: LocatedText, options: MarkdownOptions = MarkdownOptions()) {
    var lift = BlockLift(text: text, options: options)
    self.text = text
    parsed = lift.parse()
  }

  /// Parses a one-line text: inlines only, without a paragraph around them. Line ends are spaces, and nothing at its
  /// start makes it a list, a heading or a quote.
  ///
  /// - Parameter options: which extensions are understood, and what private-use characters are.
  public init(inline text: LocatedText, options: MarkdownOptions = MarkdownOptions()) {
    self.text = text
    parsed = BlockLift.parseInline(text, options: options)
  }

  /// Renders the text. Problems do not stop it; what is refused is left out of the HTML.
  ///
  /// - Parameters:
  ///   - options: with the extensions and private-use characters that it was parsed with.
  ///   - highlighting: for code blocks; without it, and where they have slots, they are plain.
  ///   - diagnostics: gets the problems.
  public func rendered(
    options: MarkdownOptions = MarkdownOptions(), highlighting: CodeHighlighting? = nil,
    diagnostics: inout [Diagnostic]
  ) -> Markdown {
    var renderer = Renderer(parsed, of: text, options: options, highlighting: highlighting)
    let output = renderer.render()
    diagnostics += renderer.diagnostics
    return Markdown(output)
  }
}
