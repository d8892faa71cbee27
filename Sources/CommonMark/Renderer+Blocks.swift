extension Renderer {
  /// Starts the inlines of a block.
  mutating func begin(block index: Int) {
    block = index
    lastHTML = 0
  }

  mutating func enterParagraph(_ index: Int) -> Int {
    begin(block: index)
    let isTight = ancestor(1).map { tree.nodes[$0].isTight } ?? false
    if isTight {
      _ = descend(into: index, closing: .nothing)
    } else {
      writer.startLine()
      writer.write("<p>")
      let isLast = index == lastFootnoteParagraph
      _ = descend(into: index, closing: isLast ? .nothing : .inline("</p>\n"))
    }
    defer { afterAlertMarker = nil }
    return afterAlertMarker ?? index + 1
  }

  mutating func enterList(_ index: Int) -> Int {
    let list = tree.nodes[index]
    if !parsed.footnotes.isEmpty, tree.children(of: index).allSatisfy({ isFootnote($0) }) { return list.end }
    writer.startLine()
    guard list.isOrdered else {
      writer.write("<ul>\n")
      return descend(into: index, closing: .inline("</ul>\n"))
    }
    if list.number == 1 {
      writer.write("<ol>\n")
    } else {
      writer.write("<ol start=\"")
      writer.write(list.number)
      writer.write("\">\n")
    }
    return descend(into: index, closing: .inline("</ol>\n"))
  }

  mutating func enterItem(_ index: Int) -> Int {
    if isFootnote(index) { return tree.nodes[index].end }
    writer.startLine()
    if let task = task(of: index) {
      writeCheckbox(task)
    } else {
      writer.write("<li>")
    }
    return descend(into: index, closing: .inline("</li>\n"))
  }

  mutating func writeHeading(_ index: Int) -> Int {
    let node = tree.nodes[index]
    switch parsed.item(of: node) {
    case .table(let table):
      writeTable(table)
      return node.end
    case .filler: return node.end
    case .footnote, nil: break
    }
    begin(block: index)
    let level = min(node.number + options.headingShift, 6)
    let title = title(of: index)
    let id = options.extensions.contains(.headingIDs) ? headingIDs.next(for: title) : ""
    writer.startLine()
    let start = writer.splitPieces()
    writer.write("<h")
    writer.write(level)
    if !id.isEmpty {
      writer.write(" id=\"")
      writer.writeEscaped(id.utf8)
      writer.write("\"")
    }
    writer.write(">")
    renderChildren(of: index)
    writer.write("</h")
    writer.write(level)
    writer.write(">\n")
    if !isInFootnote {
      let pieces = start..<writer.splitPieces()
      output.headings.append(Heading(level: level, id: id, title: title, pieces: pieces))
    }
    return node.end
  }

  /// The inlines of a heading, without what links.
  private mutating func title(of index: Int) -> [HTMLPiece] {
    let page = writer
    writer = PieceWriter()
    isTitle = true
    linkDepth += 1
    renderChildren(of: index)
    let title = writer.finish()
    writer = page
    isTitle = false
    linkDepth -= 1
    return title
  }
}
