internal import Diagnostics

/// How far a path leads in a file, and what stands there.
struct Place {
  /// What stands there; nil only for the root of an empty file.
  let node: YAMLNode?
  /// How many steps of the path were possible.
  let depth: Int
  /// Where the value may begin: after the colon of its key or after its dash. 0 for the root.
  let start: Int
  /// The column of the key or the dash, from 0; less than 0 for the root.
  let column: Int
  /// Whether it stands inside of brackets or braces.
  let isInFlow: Bool

  init(of path: [YAMLPathStep], in root: YAMLNode?) {
    var node = root
    var depth = 0
    var start = 0
    var column = -BlockWriter.step
    var isInFlow = false
    for step in path {
      guard let parent = node, let child = parent.child(step) else { break }
      let file = parent.file
      isInFlow = isInFlow || parent.isFlow
      if case .key(let name) = step,
        let key = parent.mapping?.entries.first(where: { $0.key.text == name })?.key
      {
        start = file.offset(after: key.range.upperBound) { $0 != UInt8(ascii: ":") } + 1
        column = key.range.lowerBound - file.lineStart(of: key.range.lowerBound)
      } else {
        column = parent.range.lowerBound - file.lineStart(of: parent.range.lowerBound)
        start = child.range.lowerBound
        while start > parent.range.lowerBound, file.byte(at: start - 1) != UInt8(ascii: "-") { start -= 1 }
      }
      node = child
      depth += 1
    }
    (self.node, self.depth, self.start) = (node, depth, start)
    (self.column, self.isInFlow) = (column, isInFlow)
  }
}

extension Place {
  /// Puts another value in the place of the node; nil where a comment would be lost.
  func replacing(with value: YAMLValue, in file: SourceFile) -> [Splice]? {
    guard let node else { return appendingLines(BlockWriter(value, under: column), to: file) }
    if isInFlow || node.isFlow && value.isCollection {
      guard !node.hasComment else { return nil }
      let space = node.range.isEmpty ? " " : ""
      return [Splice(range: node.range, text: space + BlockWriter.flow(value))]
    }
    let written = BlockWriter(value, under: column, style: node.scalar?.style ?? .plain)
    var old = node.range
    if node.isBlockCollection {
      // It begins on a line below its key; a comment at the end of its last line is its own.
      old = start..<file.offset(after: old.upperBound) { !$0.isLineEnd }
      guard !node.hasComment, !file.text(in: node.range.upperBound..<old.upperBound).contains("#"),
        !file.text(in: start..<node.range.lowerBound).contains("#")
      else { return nil }
    } else if node.hasComment {
      return nil
    }
    let needsSpace = old.lowerBound == start && start > 0 && !written.inline.isEmpty
    if written.inline.isEmpty { old = start..<old.upperBound }
    let lineEnd = file.offset(after: old.upperBound) { !$0.isLineEnd }
    return [
      Splice(range: old, text: (needsSpace ? " " : "") + written.inline),
      Splice(range: lineEnd..<lineEnd, text: written.below.map { "\n" + $0 }.joined()),
    ]
  }

  /// Adds a key to a mapping, or puts a mapping with it in the place of null.
  func adding(_ entry: YAMLValue.Entry, to file: SourceFile) -> [Splice]? {
    guard let node, node.mapping != nil else { return replacing(with: .map([entry]), in: file) }
    if node.isFlow {
      let key = WrittenText.inline(entry.key, isInFlow: true)
      return [insertion("\(key): \(BlockWriter.flow(entry.value))", beforeEndOf: node)]
    }
    let column = node.range.lowerBound - file.lineStart(of: node.range.lowerBound)
    return [insertion(BlockWriter.entry(entry, at: column), below: node)]
  }

  /// Adds an item to a list.
  func appending(_ item: YAMLValue, in file: SourceFile) -> [Splice]? {
    guard let node else { return nil }
    if node.isFlow { return [insertion(BlockWriter.flow(item), beforeEndOf: node)] }
    let column = node.range.lowerBound - file.lineStart(of: node.range.lowerBound)
    return [insertion(BlockWriter.item(item, at: column), below: node)]
  }

  private func insertion(_ lines: [String], below node: YAMLNode) -> Splice {
    let end = node.file.offset(after: node.range.upperBound) { !$0.isLineEnd }
    return Splice(range: end..<end, text: lines.map { "\n" + $0 }.joined())
  }

  private func insertion(_ text: String, beforeEndOf node: YAMLNode) -> Splice {
    let inside = node.range.lowerBound..<node.range.upperBound - 1
    let end = node.file.trimmingEnd(of: inside).upperBound
    let last = node.file.byte(at: end - 1)
    let isFirst = end == node.range.lowerBound + 1
    let separator = isFirst ? "" : last == UInt8(ascii: ",") ? " " : ", "
    return Splice(range: end..<end, text: separator + text)
  }

  /// The text of an empty file, below its comments.
  private func appendingLines(_ written: BlockWriter, to file: SourceFile) -> [Splice] {
    let end = file.text.utf8.count
    let isAtLineStart = file.byte(at: end - 1)?.isLineEnd ?? true
    let lines = (written.inline.isEmpty ? [] : [written.inline]) + written.below
    return [
      Splice(range: end..<end, text: (isAtLineStart ? "" : "\n") + lines.joined(separator: "\n") + "\n")
    ]
  }
}
