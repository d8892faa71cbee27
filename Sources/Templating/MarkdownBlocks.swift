/// Walks the lines of a Markdown text and finds its code and its blocks; see `MarkdownCode`.
struct MarkdownBlocks {
  /// What a line may continue, from the outside in.
  private enum Container {
    case quote
    /// A list item or footnote, whose further lines are indented by so many columns.
    case item(width: Int)
  }

  private enum Leaf {
    case none
    case paragraph(MarkdownCode.Block)
    case fence(byte: UInt8, length: Int, isLiteral: Bool, MarkdownCode.Block)
    case indentedCode
  }

  private(set) var code: [Range<Int>] = []
  private(set) var blocks: [(start: Int, block: MarkdownCode.Block)] = []
  private let bytes: [UInt8]
  private var containers: [Container] = []
  private var leaf = Leaf.none
  /// The lines of the open paragraph.
  private var paragraph: [Range<Int>] = []
  private var blockCount = 0
  private var isInComment = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func scan() {
    var start = 0
    while start < bytes.count {
      let next = bytes.lineEnd(after: start)
      var end = next
      while end > start, bytes[end - 1].isLineEnd { end -= 1 }
      scanLine(start..<end)
      start = next
    }
    finishLeaf()
  }

  private mutating func scanLine(_ line: Range<Int>) {
    if isInComment {
      isInComment = bytes.firstIndex(of: .closeBrace, and: .closeBrace, in: line) == nil
      return begin(.between, at: line.lowerBound)
    }
    var cursor = LineCursor(bytes, line)
    let matched = matchContainers(&cursor)
    let areAllMatched = matched == containers.count
    if case .fence(let byte, let length, let isLiteral, let block) = leaf {
      if areAllMatched {
        if cursor.closesFence(of: byte, length: length) {
          leaf = .none
          begin(.between, at: line.lowerBound)
        } else {
          if isLiteral { code.append(line) }
          begin(block, at: line.lowerBound)
        }
        return
      }
      leaf = .none
    }
    let isCodeIndented = cursor.indent >= 4 && !isParagraph
    if !isCodeIndented, let tag = LoneTag(bytes, line) {
      isInComment = !tag.isClosed
      return begin(.between, at: line.lowerBound)
    }
    var depth = matched
    while let container = opening(at: &cursor) {
      closeContainers(from: depth)
      finishLeaf()
      containers.append(container)
      depth = containers.count
    }
    scanLeaf(cursor, line, depth: depth)
  }

  /// Decides what the rest of a line is, once its containers are known.
  private mutating func scanLeaf(_ cursor: consuming LineCursor, _ line: Range<Int>, depth: Int) {
    if cursor.isBlank {
      closeContainers(from: depth)
      if isParagraph { finishLeaf() }
      return begin(.between, at: line.lowerBound)
    }
    if cursor.indent >= 4 {
      guard !isParagraph else { return addText(line, cursor) }
      closeContainers(from: depth)
      leaf = .indentedCode
      code.append(line)
      return begin(.between, at: line.lowerBound)
    }
    if let fence = cursor.fence {
      closeContainers(from: depth)
      finishLeaf()
      blockCount += 1
      leaf = .fence(
        byte: fence.byte, length: fence.length, isLiteral: !fence.isTemplate, .fence(blockCount))
      code.append(line)
      return begin(.between, at: line.lowerBound)
    }
    if cursor.isHeading || cursor.isRule() {
      // A setext underline ends its paragraph as a rule does.
      closeContainers(from: depth)
      finishLeaf()
      addText(line, cursor)
      return finishLeaf()
    }
    if !isParagraph {
      closeContainers(from: depth)
      finishLeaf()
    }
    addText(line, cursor)
  }

  private var isParagraph: Bool {
    if case .paragraph = leaf { true } else { false }
  }

  /// Adds a line to the open paragraph, or begins one.
  private mutating func addText(_ line: Range<Int>, _ cursor: LineCursor) {
    let text = cursor.index..<line.upperBound
    paragraph.append(text)
    if case .paragraph(let block) = leaf {
      begin(block, at: line.lowerBound)
    } else {
      blockCount += 1
      leaf = .paragraph(.text(blockCount))
      begin(.text(blockCount), at: line.lowerBound)
    }
    isInComment = CodeSpans(bytes).leavesCommentOpen(text)
  }

  private mutating func begin(_ block: MarkdownCode.Block, at start: Int) {
    if blocks.last?.block != block { blocks.append((start, block)) }
  }

  private mutating func finishLeaf() {
    code += CodeSpans(bytes).find(in: paragraph)
    paragraph.removeAll()
    leaf = .none
  }

  /// Closes the containers that a line does not continue, and the leaf in them.
  private mutating func closeContainers(from depth: Int) {
    guard depth < containers.count else { return }
    finishLeaf()
    containers.removeSubrange(depth...)
  }

  /// Moves past the marks of the containers that a line continues, and returns how many these are.
  private func matchContainers(_ cursor: inout LineCursor) -> Int {
    for (index, container) in containers.enumerated() {
      switch container {
      case .quote:
        guard cursor.takeQuoteMark() else { return index }
      case .item(let width):
        guard cursor.isBlank || cursor.indent >= width else { return index }
        cursor.take(columns: width)
      }
    }
    return containers.count
  }

  /// Moves past the mark of a container that begins here.
  private func opening(at cursor: inout LineCursor) -> Container? {
    guard cursor.indent < 4, !cursor.isBlank else { return nil }
    if cursor.takeQuoteMark() { return .quote }
    guard !cursor.isRule(), let width = cursor.takeItemMark(interrupting: isParagraph) else { return nil }
    return .item(width: width)
  }
}

/// A line with nothing but a tag that prints nothing, which Markdown does not get to see.
private struct LoneTag {
  /// Whether it ends on its line; a comment may go on.
  let isClosed: Bool

  init?(_ bytes: [UInt8], _ line: Range<Int>) {
    var line = line
    while let first = line.first, bytes[first].isBlank { line = first + 1..<line.upperBound }
    while let last = line.last, bytes[last].isBlank { line = line.lowerBound..<last }
    guard line.count >= 3, bytes[line.prefix(2)].elementsEqual([.openBrace, .openBrace]) else { return nil }
    let sigil = bytes[line.lowerBound + 2]
    guard "#^/!".utf8.contains(sigil) else { return nil }
    let content = line.dropFirst(2)
    guard let close = bytes.firstIndex(of: .closeBrace, and: .closeBrace, in: content) else {
      guard sigil == UInt8(ascii: "!") else { return nil }
      isClosed = false
      return
    }
    guard close + 2 == line.upperBound else { return nil }
    isClosed = true
  }
}
