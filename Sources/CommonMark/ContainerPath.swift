/// The quotes and list items around a block, from the outermost, and what they take from each line.
///
/// libcmark says where a block begins, not what of its later lines belongs to the containers around it; this
/// finds it by the rules of CommonMark 0.30, sections 5.1 and 5.2.
struct ContainerPath {
  /// One quote or item.
  private struct Container {
    enum Kind {
      case quote
      /// Content of later lines is indented by as many columns, once they are known.
      case item(indentation: Int?)
    }
    var kind: Kind
    /// The index in the tree after its last descendant.
    var end: Int
    /// Where it begins in the source.
    var start: Int
    /// Where its content begins, for a footnote; found from its marker else.
    var contentStart: Int?
  }

  /// What of a line is content.
  struct Line {
    /// Whether the line continues all the containers, or only the paragraph in them.
    var continuesAll = true
    /// Where the containers' part ends.
    var prefixEnd: Int
    /// How far the content is indented, in columns.
    var indentation: Int
    /// The first byte of the content that is not blank.
    var first: Int
  }

  private let source: [UInt8]
  private var containers: [Container] = []

  init(source: [UInt8]) { self.source = source }

  /// Leaves the containers that end before a node of the tree.
  mutating func leaveContainers(before node: Int) {
    while let last = containers.last, last.end <= node { containers.removeLast() }
  }

  /// Enters a quote.
  mutating func enterQuote(at start: Int, end: Int) {
    containers.append(Container(kind: .quote, end: end, start: start))
  }

  /// Enters a list item.
  mutating func enterItem(at start: Int, end: Int) {
    containers.append(Container(kind: .item(indentation: nil), end: end, start: start))
  }

  /// Enters a footnote.
  ///
  /// - Parameter contentStart: where its text begins, after the label.
  mutating func enterFootnote(at start: Int, contentStart: Int, end: Int) {
    containers.append(
      Container(kind: .item(indentation: 4), end: end, start: start, contentStart: contentStart))
  }

  /// What of the line is content of the innermost container.
  mutating func line(at start: Int) -> Line {
    measureItems()
    return line(at: start, in: containers.indices)
  }

  /// Finds the indentation of each item on the line where it begins, outermost first.
  private mutating func measureItems() {
    for (index, container) in containers.enumerated() {
      guard case .item(nil) = container.kind, case .item(nil) = containers[index].kind else { continue }
      let start = source.startOfLine(containing: container.start)
      let lineEnd = source.endOfLine(from: container.start)
      let last = containers[index...].prefix { $0.start < lineEnd }.endIndex
      _ = line(at: start, in: 0..<last)
    }
  }

  private mutating func line(at start: Int, in range: Range<Int>) -> Line {
    var cursor = LineCursor(source, lineStart: start)
    let lineEnd = source.endOfLine(from: start)
    var continuesAll = true
    for index in range {
      if (start...lineEnd).contains(containers[index].start) {
        begin(index, at: &cursor)
      } else if !proceed(containers[index].kind, at: &cursor) {
        continuesAll = false
        break
      }
    }
    let (columns, first) = cursor.indentation()
    return Line(
      continuesAll: continuesAll, prefixEnd: cursor.offset, indentation: columns, first: first)
  }

  /// Steps over the marker of a container that begins on this line.
  private mutating func begin(_ index: Int, at cursor: inout LineCursor) {
    let container = containers[index]
    let offset = cursor.indentation().columns
    if let contentStart = container.contentStart {
      cursor.advance(to: contentStart)
      return
    }
    cursor.advance(to: container.start)
    switch container.kind {
    case .quote:
      cursor.advance()
      cursor.advance(blankColumns: 1)
    case .item:
      let width = source.widthOfListMarker(at: container.start)
      cursor.advance(to: container.start + width)
      let (blanks, first) = cursor.indentation()
      let isEmpty = first == source.count || source[first].isLineEnd
      let padding = isEmpty || blanks > 4 ? 1 : blanks
      cursor.advance(blankColumns: padding)
      containers[index].kind = .item(indentation: offset + width + padding)
    }
  }

  /// Steps over a container's part of a later line; false where the line has none.
  private func proceed(_ kind: Container.Kind, at cursor: inout LineCursor) -> Bool {
    switch kind {
    case .quote:
      let (columns, first) = cursor.indentation(upTo: 4)
      guard columns < 4, first < source.count, source[first] == UInt8(ascii: ">") else { return false }
      cursor.advance(to: first + 1)
      cursor.advance(blankColumns: 1)
      return true
    case .item(let indentation):
      let required = indentation ?? 0
      guard cursor.indentation(upTo: required).columns >= required else { return false }
      cursor.advance(blankColumns: required)
      return true
    }
  }
}
