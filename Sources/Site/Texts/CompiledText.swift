import Authoring
import CommonMark
import Diagnostics
import Templating

/// A text of the playbook, ready for any team: Markdown is parsed once for each of its patterns.
struct CompiledText: Sendable {
  /// What a pattern became. A class, since every page of every team asks for it.
  final class Rendered: Sendable {
    let pieces: [HTMLPiece]
    /// The HTML where it is the same for every team; nil where something is filled in.
    let constant: [UInt8]?
    let headingIDs: [String]
    let outsideLinks: [Located<OutsideLink>]
    let diagnostics: [Diagnostic]

    init(_ text: LocatedText, _ layout: MarkdownText.Layout, _ options: MarkdownOptions) {
      var diagnostics: [Diagnostic] = []
      let markdown = layout.rendered(text, options: options, diagnostics: &diagnostics)
      pieces = markdown.pieces
      constant = markdown.pieces.constant
      headingIDs = markdown.headings.map(\.id)
      outsideLinks = markdown.outsideLinks
      self.diagnostics = diagnostics
    }
  }

  /// Where the text stands.
  let location: SourceLocation
  private let onPage: PatternCache<Rendered>
  private let inPrint: PatternCache<Rendered>

  /// Prepares a text.
  ///
  /// - Parameters:
  ///   - names: what its tags may name.
  ///   - highestHeading: the level of the highest heading that any team can see; its own page shows it below the
  ///     title.
  ///   - anchor: for the text of a page, the id that the page has where everything stands on one.
  init(
    _ text: MarkdownText, names: TemplateRecordType, options: MarkdownOptions, highestHeading: Int,
    anchor: String?, diagnostics: inout [Diagnostic]
  ) {
    location = text.location
    let body = BodyTemplate(text.template, against: names, diagnostics: &diagnostics)
    let layout = text.layout
    func cache(_ options: MarkdownOptions) -> PatternCache<Rendered> {
      PatternCache(body) { pattern in Rendered(pattern.text, layout, options) }
    }
    guard let anchor else {
      onPage = cache(options)
      inPrint = onPage
      return
    }
    var page = options
    page.headingShift = 2 - highestHeading
    onPage = cache(page)
    var print = options
    print.headingShift = 4 - highestHeading
    print.idPrefix = anchor + "."
    inPrint = cache(print)
  }

  /// The pattern of a team, and the values of its slots.
  func filled(from names: any TemplateRecord, style: LinkStyle) throws(Diagnostic) -> (
    output: Rendered, values: [SlotValue]
  ) {
    try (style == .anchors ? inPrint : onPage).filled(from: names)
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
