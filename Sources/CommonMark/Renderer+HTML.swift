import Diagnostics

extension Renderer {
  mutating func writeHTMLBlock(_ index: Int) {
    let html = parsed.text.restored(tree.text(of: index), keepsEscapes: true)
    if options.rawHTML != .verbatim, html.isOnlyComments { return }
    begin(block: index)
    let start = parsed.offset(of: tree.nodes[index])
    if options.rawHTML == .refused {
      let firstLine = html.drop(while: \.isBlank).prefix { !$0.isLineEnd }
      diagnostics.append(.rawHTML(at: location(ofMarked: start..<start + firstLine.count)))
      return
    }
    writer.startLine()
    writeVerbatim(html, at: start)
    writer.startLine()
  }

  mutating func writeInlineHTML(_ index: Int) {
    if refusesHTML(index) { return }
    let html = parsed.text.restored(tree.text(of: index), keepsEscapes: true)
    if options.rawHTML != .verbatim, html.isOnlyComments { return }
    writeVerbatim(html, at: offset(ofHTML: index))
  }

  /// Whether inline HTML must not be written, with a diagnostic where it is not a comment.
  mutating func refusesHTML(_ index: Int) -> Bool {
    guard options.rawHTML == .refused else { return false }
    let html = tree.text(of: index)
    let start = offset(ofHTML: index)
    if !html.isOnlyComments, !isTitle {
      diagnostics.append(.rawHTML(at: location(ofMarked: start..<start + html.count)))
    }
    return true
  }

  /// HTML is written as it stands, so no value may be filled into it.
  private mutating func writeVerbatim(_ html: ArraySlice<UInt8>, at start: Int) {
    var place = html.startIndex
    while place < html.endIndex {
      if html[place] >= 0xEE, let scalar = html[place...].firstScalar, isSlot(scalar) {
        if !isTitle { diagnostics.append(.slotInHTML(at: location(of: scalar, after: start))) }
        place += UTF8.width(scalar)
      } else {
        writer.write(CollectionOfOne(html[place]))
        place += 1
      }
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether there is nothing but comments and blanks.
  var isOnlyComments: Bool {
    var rest = self
    while true {
      rest = rest.drop { $0.isASCIIWhitespace }
      guard rest.starts(with: "<!--".utf8) else { return rest.isEmpty }
      guard let end = rest.dropFirst(4).endOfComment else { return true }
      rest = rest[end...]
    }
  }

  /// Where a comment ends whose start was dropped; nil where it does not.
  private var endOfComment: Int? {
    var place = startIndex
    while let dash = self[place...].firstIndex(of: UInt8(ascii: "-")) {
      if self[dash...].starts(with: "-->".utf8) { return dash + 3 }
      place = dash + 1
    }
    return nil
  }
}
