extension Renderer {
  mutating func writeTable(_ index: Int) {
    let table = parsed.tables[index]
    var cells = cells[firstCells[index]...]
    writer.startLine()
    if let labels = options.scrollLabels {
      writer.write("<div class=\"scroll\"")
      writeScrolling(labels.table)
      writer.write(">\n")
    }
    writer.write("<table>\n<thead>\n")
    writeRow(table.rows[0], of: table, isHeader: true, cells: &cells)
    writer.write("</thead>\n")
    if table.rows.count > 1 {
      writer.write("<tbody>\n")
      for row in table.rows.dropFirst() { writeRow(row, of: table, isHeader: false, cells: &cells) }
      writer.write("</tbody>\n")
    }
    writer.write("</table>\n")
    if options.scrollLabels != nil { writer.write("</div>\n") }
  }

  /// Lets the element whose tag is open be reached and scrolled with the keyboard. It is a group, not a region:
  /// a page may have dozens of them, and regions are for finding the way about.
  mutating func writeScrolling(_ label: String) {
    writer.write(" tabindex=\"0\" role=\"group\" aria-label=\"")
    writer.writeEscaped(label.utf8)
    writer.write("\"")
  }

  private mutating func writeRow(
    _ row: [Range<Int>], of table: BlockLift.Table, isHeader: Bool, cells: inout ArraySlice<Int>
  ) {
    writer.write("<tr>\n")
    for (column, alignment) in table.alignments.enumerated() {
      writer.write(isHeader ? "<th" : "<td")
      if isHeader, options.scrollLabels != nil { writer.write(" scope=\"col\"") }
      writeAlignment(alignment)
      writer.write(">")
      if column < row.count, !row[column].isEmpty, let cell = cells.popFirst() {
        begin(block: cell)
        renderChildren(of: cell)
      }
      writer.write(isHeader ? "</th>\n" : "</td>\n")
    }
    writer.write("</tr>\n")
  }

  private mutating func writeAlignment(_ alignment: TableRow.Alignment) {
    let name: StaticString
    switch alignment {
    case .none: return
    case .left: name = "left\""
    case .center: name = "center\""
    case .right: name = "right\""
    }
    writer.write(options.markup == .gitHub ? " align=\"" : " class=\"")
    writer.write(name)
  }
}
