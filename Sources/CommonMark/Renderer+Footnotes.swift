extension Renderer {
  /// Whether a list item stands for a footnote.
  mutating func isFootnote(_ item: Int) -> Bool {
    if parsed.footnotes.isEmpty { return false }
    if case .footnote = parsed.item(of: tree.nodes[item]) { return true }
    return false
  }

  /// Writes a mention, or the text as it is where there is no such footnote.
  mutating func writeFootnoteReference(_ mark: Mark) {
    let label = parsed.text.source[mark.source].dropFirst()
    guard let footnote = footnotes.footnote(labeled: label) else {
      diagnostics.append(
        .unknownFootnote(String(decoding: label, as: UTF8.self), at: location(ofSource: mark.source)))
      writer.write("[")
      write(parsed.text.source[mark.source], as: .text)
      writer.write("]")
      return
    }
    let reference = footnotes.mention(footnote)
    writer.write("<sup class=\"footnote-ref\"><a href=\"#")
    writeFootnoteID("fn-", of: footnote, isURL: true)
    writer.write("\" id=\"")
    writeFootnoteID("fnref-", of: footnote, isURL: false)
    writeMention(reference.mention)
    writer.write("\" data-footnote-ref>")
    writer.write(reference.number)
    writer.write("</a></sup>")
  }

  /// Writes the footnotes that were mentioned, and those that they mention.
  mutating func renderFootnotes() {
    reportDuplicates()
    guard !footnotes.order.isEmpty else { return }
    let page = writer
    var texts: [FootnoteText] = []
    while texts.count < footnotes.order.count {
      texts.append(text(of: footnotes.order[texts.count]))
    }
    writer = page
    writer.startLine()
    writer.write("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
    for (index, text) in texts.enumerated() { write(text, of: footnotes.order[index], number: index + 1) }
    writer.write("</ol>\n</section>\n")
  }

  private mutating func reportDuplicates() {
    for (footnote, first) in footnotes.duplicates {
      let label = parsed.footnotes[footnote].definition.label
      diagnostics.append(
        .duplicateFootnote(
          String(decoding: parsed.text.source[label], as: UTF8.self), at: location(ofSource: label),
          first: location(ofSource: parsed.footnotes[first].definition.label)))
    }
  }

  /// A footnote's HTML. Its links back come later, when all mentions are known.
  private struct FootnoteText {
    var pieces: [HTMLPiece]
    /// Whether the last paragraph is left open for them.
    var endsInParagraph: Bool
  }

  private mutating func text(of footnote: Int) -> FootnoteText {
    guard let item = footnotes.node(of: footnote) else {
      return FootnoteText(pieces: [], endsInParagraph: false)
    }
    var last: Int?
    for child in tree.children(of: item) { last = child }
    lastFootnoteParagraph = last.flatMap { tree.nodes[$0].kind == .paragraph ? $0 : nil }
    writer = PieceWriter()
    isInFootnote = true
    renderChildren(of: item)
    isInFootnote = false
    return FootnoteText(pieces: writer.finish(), endsInParagraph: lastFootnoteParagraph != nil)
  }

  private mutating func write(_ text: FootnoteText, of footnote: Int, number: Int) {
    writer.write("<li id=\"")
    writeFootnoteID("fn-", of: footnote, isURL: false)
    writer.write("\">\n")
    writer.write(pieces: text.pieces)
    if text.endsInParagraph { writer.write(" ") }
    for mention in 1...max(footnotes.mentionCount(of: footnote), 1) {
      if mention > 1 { writer.write(" ") }
      writeBackReference(to: footnote, number: number, mention: mention)
    }
    writer.write(text.endsInParagraph ? "</p>\n</li>\n" : "\n</li>\n")
  }

  private mutating func writeBackReference(to footnote: Int, number: Int, mention: Int) {
    writer.write("<a href=\"#")
    writeFootnoteID("fnref-", of: footnote, isURL: true)
    writeMention(mention)
    writer.write("\" class=\"footnote-backref\" data-footnote-backref data-footnote-backref-idx=\"")
    writer.write(number)
    writeMention(mention)
    writer.write("\" aria-label=\"")
    writer.writeEscaped(options.words.backToReference.utf8)
    writer.write(" ")
    writer.write(number)
    writeMention(mention)
    writer.write("\">↩")
    if mention > 1 {
      writer.write("<sup class=\"footnote-ref\">")
      writer.write(mention)
      writer.write("</sup>")
    }
    writer.write("</a>")
  }

  private mutating func writeMention(_ mention: Int) {
    guard mention > 1 else { return }
    writer.write("-")
    writer.write(mention)
  }

  private mutating func writeFootnoteID(_ kind: StaticString, of footnote: Int, isURL: Bool) {
    let label = parsed.text.source[parsed.footnotes[footnote].definition.label]
    if isURL {
      for byte in options.idPrefix.utf8 { writer.writeURL(byte) }
      writer.write(kind)
      for byte in label { writer.writeURL(byte) }
    } else {
      writer.writeEscaped(options.idPrefix.utf8)
      writer.write(kind)
      writer.writeEscaped(label)
    }
  }
}
