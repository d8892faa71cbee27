import Authoring
import CommonMark
import Diagnostics
import Templating

/// A text of the playbook, ready for any team: Markdown is parsed once for each of its patterns.
///
/// A class, since every page of every team asks for it.
final class CompiledText: Sendable {
  /// What a pattern became. A class, as the text itself.
  final class Rendered: Sendable {
    let pieces: [HTMLPiece]
    /// The HTML where it is the same for every team; nil where something is filled in.
    let constant: [UInt8]?
    let headings: [Heading]
    let outsideLinks: [Located<OutsideLink>]
    let diagnostics: [Diagnostic]

    init(_ markdown: Markdown, diagnostics: [Diagnostic] = []) {
      pieces = markdown.pieces
      constant = markdown.pieces.constant
      headings = markdown.headings
      outsideLinks = markdown.outsideLinks
      self.diagnostics = diagnostics
    }
  }

  /// What a pattern became where it can stand.
  private final class Renderings: Sendable {
    /// On a page of the site.
    let onPage: Rendered
    /// Where everything stands on one page.
    let inPrint: Rendered

    init(onPage: Rendered, inPrint: Rendered) { (self.onPage, self.inPrint) = (onPage, inPrint) }
  }

  /// Where the text stands.
  let location: SourceLocation
  private let renderings: PatternCache<Renderings>
  private let inMarkdown: PatternCache<FilledMarkdown>

  /// Prepares a text.
  ///
  /// - Parameters:
  ///   - checked: what the playbook's check made of it.
  ///   - options: those of the playbook's pages. What was checked has no labels for scrolling; a line needs none.
  ///   - highlighting: for its code blocks.
  ///   - anchor: for the text of a page, the id that the page has where everything stands on one.
  init(
    _ text: MarkdownText, _ checked: CheckedText, options: MarkdownOptions,
    highlighting: CodeHighlighting?, anchor: String?
  ) {
    location = text.location
    let layout = text.layout
    // Where everything stands on one page, so that headings go below those around it; a line has none.
    let highest = checked.whole.headings.map(\.level).min() ?? 2
    let printShift = anchor == nil ? 0 : 4 - highest
    let idPrefix = anchor.map { $0 + "." } ?? ""
    inMarkdown = PatternCache(checked.body) { pattern in
      FilledMarkdown(pattern.text.text, headingShift: printShift, footnotePrefix: idPrefix)
    }
    renderings = PatternCache(checked.body) { pattern in
      let parsed = checked.parsed ?? layout.parsed(pattern.text, options: options)
      func rendered(_ options: MarkdownOptions) -> Rendered {
        var diagnostics: [Diagnostic] = []
        let markdown = parsed.rendered(
          options: options, highlighting: highlighting, diagnostics: &diagnostics)
        return Rendered(markdown, diagnostics: diagnostics)
      }
      guard anchor != nil else {
        let line = layout == .line && checked.parsed != nil ? Rendered(checked.whole) : rendered(options)
        return Renderings(onPage: line, inPrint: line)
      }
      // Its own page shows the highest heading that any team can see below the title.
      var (page, print) = (options, options)
      page.headingShift = 2 - highest
      (print.headingShift, print.idPrefix) = (printShift, idPrefix)
      return Renderings(onPage: rendered(page), inPrint: rendered(print))
    }
  }

  /// The pattern of a team, and the values of its slots.
  func filled(from names: any TemplateRecord, style: LinkStyle) throws(Diagnostic) -> (
    output: Rendered, values: [SlotValue]
  ) {
    let (output, values) = try renderings.filled(from: names)
    return (style == .anchors ? output.inPrint : output.onPage, values)
  }

  /// The pattern of a team as Markdown, and the values of its slots.
  func markdown(from names: any TemplateRecord) throws(Diagnostic) -> (
    output: FilledMarkdown, values: [SlotValue]
  ) {
    try inMarkdown.filled(from: names)
  }
}

extension [HTMLPiece] {
  /// The bytes, where there is nothing to fill in.
  fileprivate var constant: [UInt8]? {
    // Neighbouring bytes are one piece.
    switch first {
    case nil: []
    case .bytes(let bytes) where count == 1: bytes
    case .bytes, .slot, .linkStart, .linkEnd, .citation: nil
    }
  }
}
