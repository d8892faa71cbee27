/// Looks through a tree for paragraphs that begin footnotes, or that are tables.
struct BlockSearch {
  /// What was found.
  private(set) var tables: [BlockLift.Table] = []
  private(set) var footnotes: [BlockLift.Footnote] = []
  /// What may yet be found in a later tree.
  private(set) var candidates: [BlockCandidates.Candidate]

  private var parsed: ParsedText
  private let source: [UInt8]
  private var path: ContainerPath

  /// Cells that rows shorter than the header are filled up with, at most: GitHub's own limit.
  private static let missingCellLimit = 0x80000

  init(_ parsed: ParsedText, candidates: [BlockCandidates.Candidate]) {
    self.parsed = parsed
    self.candidates = candidates
    source = parsed.text.source
    path = ContainerPath(source: source)
  }

  /// Looks at every paragraph that holds a candidate: a footnote's, or where there is no footnote, a table's.
  ///
  /// Footnotes come first, since they decide which lines belong together; the next tree then shows the tables.
  mutating func run() {
    run { $0.isFootnote }
    if footnotes.isEmpty { run { !$0.isFootnote } }
  }

  private mutating func run(where isWanted: (BlockCandidates.Candidate) -> Bool) {
    let waiting = candidates.filter(isWanted)
    candidates.removeAll(where: isWanted)
    path = ContainerPath(source: source)
    var next = 0
    for index in parsed.blocks where next < waiting.count {
      let node = parsed.tree.nodes[index]
      path.leaveContainers(before: index)
      switch node.kind {
      case .blockQuote:
        path.enterQuote(at: sourceOffset(of: node), end: node.end)
      case .item:
        enterItem(node)
      case .paragraph, .heading:
        let range = sourceRange(of: node)
        while next < waiting.count, waiting[next].offset < source.startOfLine(containing: range.lowerBound) {
          candidates.append(waiting[next])
          next += 1
        }
        let inside = waiting[next...].prefix { $0.offset < range.upperBound }
        guard !inside.isEmpty, !isLifted(node) else { continue }
        search(range, for: inside)
        next = inside.endIndex
      default:
        continue
      }
    }
    candidates += waiting[next...]
  }

  private mutating func enterItem(_ node: SyntaxTree.Node) {
    let start = sourceOffset(of: node)
    if case .footnote(let index) = parsed.item(of: node) {
      let footnote = parsed.footnotes[index]
      path.enterFootnote(at: start, contentStart: footnote.marker.upperBound, end: node.end)
    } else {
      path.enterItem(at: start, end: node.end)
    }
  }

  private mutating func isLifted(_ node: SyntaxTree.Node) -> Bool {
    node.kind == .heading && parsed.item(of: node) != nil
  }

  private mutating func sourceOffset(of node: SyntaxTree.Node) -> Int {
    parsed.text.sourceOffset(of: parsed.offset(of: node))
  }

  private mutating func sourceRange(of node: SyntaxTree.Node) -> Range<Int> {
    let start = sourceOffset(of: node)
    let end = parsed.text.sourceOffset(of: parsed.text.offset(line: node.endLine + 1, column: 1))
    return start..<max(start, end)
  }
}

extension BlockSearch {
  /// Looks at one paragraph where a candidate stands.
  private mutating func search(
    _ paragraph: Range<Int>, for inside: ArraySlice<BlockCandidates.Candidate>
  ) {
    let first = source.startOfLine(containing: paragraph.lowerBound)
    for (index, candidate) in zip(inside.indices, inside) {
      switch candidate {
      case .footnote(let bracket):
        if !addFootnote(at: bracket) { candidates.append(candidate) }
      case .delimiterRow(let start):
        switch table(withDelimiterRowAt: start, in: first..<paragraph.upperBound) {
        case .perhapsLater:
          candidates.append(candidate)
        case .found(let table):
          tables.append(table)
          candidates += inside[index...].drop { $0.offset < table.range.upperBound }
          return
        // GitHub looks for no further table in a paragraph with a delimiter row that fits no header.
        case .no:
          return
        }
      }
    }
  }

  private mutating func addFootnote(at bracket: Int) -> Bool {
    let line = path.line(at: source.startOfLine(containing: bracket))
    guard line.first == bracket, line.indentation < 4,
      let definition = FootnoteDefinition(in: source, at: bracket)
    else { return false }
    footnotes.append(
      BlockLift.Footnote(marker: line.prefixEnd..<definition.contentStart, definition: definition))
    return true
  }

  private enum TableSearch {
    case found(BlockLift.Table), perhapsLater, no
  }

  private mutating func table(withDelimiterRowAt start: Int, in range: Range<Int>) -> TableSearch {
    guard start > range.lowerBound else { return .perhapsLater }
    let headerStart = source.startOfLine(containing: source.endOfPreviousLine(before: start))
    guard headerStart >= range.lowerBound else { return .perhapsLater }
    let delimiters = path.line(at: start)
    let header = path.line(at: headerStart)
    guard delimiters.continuesAll, delimiters.indentation < 4, header.continuesAll,
      FootnoteDefinition(in: source, at: header.first) == nil
    else { return .perhapsLater }
    guard
      let alignments = TableRow.alignments(
        in: source, line: delimiters.first..<source.endOfLine(from: start))
    else { return .no }
    let headerEnd = source.endOfLine(from: headerStart)
    let cells = TableRow.cells(in: source, line: header.first..<headerEnd)
    guard cells.count == alignments.count else { return .no }
    let headerFirst = header.indentation < 4 ? header.first : header.prefixEnd
    var table = BlockLift.Table(
      range: headerFirst..<source.endOfLine(from: start), alignments: alignments, rows: [cells])
    addRows(to: &table, before: range.upperBound)
    return .found(table)
  }

  private mutating func addRows(to table: inout BlockLift.Table, before end: Int) {
    var missing = 0
    while missing <= Self.missingCellLimit {
      let start = source.startOfNextLine(from: table.range.upperBound)
      guard start < end else { return }
      let line = path.line(at: start)
      let lineEnd = source.endOfLine(from: start)
      guard line.continuesAll, line.indentation < 4,
        !source.beginsBlock(at: line.first, lineEnd: lineEnd)
      else { return }
      let cells = TableRow.cells(in: source, line: line.first..<lineEnd)
      guard !cells.isEmpty else { return }
      missing += max(table.alignments.count - cells.count, 0)
      table.rows.append(Array(cells.prefix(table.alignments.count)))
      table.range = table.range.lowerBound..<lineEnd
    }
  }
}

extension [UInt8] {
  /// Where the line before the one that begins here ends.
  fileprivate func endOfPreviousLine(before lineStart: Int) -> Int {
    var end = Swift.max(lineStart - 1, 0)
    if end > 0, self[end] == UInt8(ascii: "\n"), self[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return end
  }

  /// Whether a line, which could continue a paragraph, would not continue a table: a list item of any number, a
  /// footnote, or dashes.
  fileprivate func beginsBlock(at first: Int, lineEnd: Int) -> Bool {
    let marker = first + widthOfListMarker(at: first)
    if marker > first, marker == lineEnd || self[marker].isBlank { return true }
    if FootnoteDefinition(in: self, at: first) != nil { return true }
    let content = self[first..<lineEnd]
    return content.count { $0 == UInt8(ascii: "-") } >= 3
      && content.allSatisfy { $0 == UInt8(ascii: "-") || $0.isBlank }
  }
}
