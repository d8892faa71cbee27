import Diagnostics

extension BlockLift {
  /// Parses a one-line text: as the title of a heading, which holds nothing but inlines.
  static func parseInline(_ text: LocatedText, options: MarkdownOptions) -> ParsedText {
    let source = Array(text.text.utf8)
    var marker = InlineMarker(options: options)
    var marked = MarkedText(source: source)
    marked.insert("# ".utf8, at: 0)
    var start = 0
    while start < source.count {
      let end = source.endOfLine(from: start)
      marker.copy(start..<end, into: &marked)
      start = source.startOfNextLine(from: end)
      if start < source.count { marked.insert(" ".utf8, at: end) }
    }
    marked.insert(" #\n".utf8, at: source.count)
    return ParsedText(
      text: marked, tree: SyntaxTree(parsing: marked.bytes), isInline: true,
      refusedCharacters: marker.refusedCharacters, overflow: marker.overflow)
  }
}
