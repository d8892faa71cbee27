import Diagnostics

/// Parses a text with the blocks that CommonMark does not know.
///
/// A table is replaced by an empty heading, a footnote's `[^1]: ` by a list item's marker: a heading is one line
/// that nothing continues, an item's content is indented by four columns, which are just the rules of the two.
/// The cells of tables come before the text, each as a heading of its own, so that they hold inlines only and
/// see the text's link definitions. The tree of such a text may show further blocks, those inside footnotes
/// for instance; then it is done again.
struct BlockLift {
  /// A table, in places of the source.
  struct Table {
    /// From the header's first byte to the last row's last.
    var range: Range<Int>
    var alignments: [TableRow.Alignment]
    /// Cells by row, the header first; a row has at most as many as there are columns.
    var rows: [[Range<Int>]]
  }

  /// A footnote, in places of the source.
  struct Footnote {
    /// What is replaced: the label with its brackets and the blanks around.
    var marker: Range<Int>
    var definition: FootnoteDefinition
  }

  /// A block of the marked text that stands for something.
  enum Item: Hashable {
    case table(Int)
    case footnote(Int)
    /// What a footnote begins with whose text begins on the next line.
    case filler
  }

  /// How often a text is parsed at most. Each further time finds blocks that only an earlier lift made visible.
  private static let parseLimit = 8

  let source: [UInt8]
  private let options: MarkdownOptions
  private(set) var tables: [Table] = []
  private(set) var footnotes: [Footnote] = []
  private var candidates: [BlockCandidates.Candidate]
  /// What stands for `[^1]: `: a list marker with four columns, of a list that the text does not use.
  private let footnoteMarker: [UInt8]

  /// Prepares a text.
  init(text: LocatedText, options: MarkdownOptions) {
    source = Array(text.text.utf8)
    self.options = options
    candidates = BlockCandidates(in: source, extensions: options.extensions).all
    footnoteMarker = Self.footnoteMarker(in: source)
  }

  private static func footnoteMarker(in source: [UInt8]) -> [UInt8] {
    let usesParentheses = zip(source, source.dropFirst()).contains { digit, delimiter in
      digit.isASCIIDigit && delimiter == UInt8(ascii: ")")
    }
    return Array((usesParentheses ? "+   " : "1)  ").utf8)
  }

  /// Parses the text, once where it has no such block.
  mutating func parse() -> ParsedText {
    for _ in 1..<Self.parseLimit {
      let parsed = parsed()
      if candidates.isEmpty || !lift(from: parsed) { return parsed }
    }
    return parsed()
  }

  private func parsed() -> ParsedText {
    var marker = InlineMarker(options: options)
    let text = marked(by: &marker)
    return ParsedText(
      text: text, tree: SyntaxTree(parsing: text.bytes), tables: tables, footnotes: footnotes,
      refusedCharacters: marker.refusedCharacters, overflow: marker.overflow)
  }

  /// The text with what was lifted so far.
  private func marked(by marker: inout InlineMarker) -> MarkedText {
    var text = MarkedText(source: source)
    for cell in tables.lazy.flatMap(\.rows).joined() where !cell.isEmpty {
      text.insert("# ".utf8, at: cell.lowerBound)
      marker.copy(cell, isCell: true, into: &text)
      text.insert(" #\n".utf8, at: cell.upperBound)
    }
    var copied = 0
    for edit in edits() {
      marker.copy(copied..<edit.range.lowerBound, into: &text)
      replace(edit, in: &text)
      copied = edit.range.upperBound
    }
    marker.copy(copied..<source.count, into: &text)
    return text
  }
}

extension BlockLift {
  /// A range of the source that something else comes for.
  private struct Edit {
    var range: Range<Int>
    /// nil for the bracket of what may be a footnote.
    var item: Item?
  }

  /// What is replaced, in order of the source.
  private func edits() -> [Edit] {
    var edits = tables.indices.map { Edit(range: tables[$0].range, item: .table($0)) }
    edits += footnotes.indices.map { Edit(range: footnotes[$0].marker, item: .footnote($0)) }
    for case .footnote(let bracket) in candidates {
      edits.append(Edit(range: bracket..<bracket + 1))
    }
    return edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func replace(_ edit: Edit, in text: inout MarkedText) {
    let place = edit.range.lowerBound
    guard let item = edit.item else {
      text.insert(.definitionBracket, spelled: false, at: place)
      return
    }
    text.beginLifted(item)
    guard case .footnote(let index) = item else {
      text.insert("#".utf8, at: place)
      return
    }
    text.insert(footnoteMarker, at: place)
    if footnotes[index].definition.isEmpty {
      text.beginLifted(.filler)
      text.insert("#".utf8, at: edit.range.upperBound)
    }
  }
}

extension BlockLift {
  /// Adds the tables and footnotes that a tree shows; false where it shows none.
  private mutating func lift(from parsed: ParsedText) -> Bool {
    var search = BlockSearch(parsed, candidates: candidates)
    search.run()
    tables += search.tables
    footnotes += search.footnotes
    candidates = search.candidates
    return !search.tables.isEmpty || !search.footnotes.isEmpty
  }
}
