internal import Diagnostics

/// The outer shape of one line of block YAML, seen without its neighbours: indentation, dashes, key, value.
struct EntryLine {
  /// A dash or a key, after which a value may stand.
  struct Opener {
    /// Where the dash or the key begins in its line, from 0.
    var column: Int
    /// The offset of the value, or of the line's end where none follows.
    var valueStart: Int
    /// Whether anything but a comment follows on the line.
    var hasValue: Bool
    /// The offsets of the key; nil for a dash.
    var key: Range<Int>?
  }

  /// The line without its line end.
  let range: Range<Int>
  /// The offset of the first character that is no blank; the line's end where there is none.
  let contentStart: Int
  /// How many spaces begin the line; nil where there is a tab among them.
  let indentation: Int?
  /// Dashes from left to right, then the key.
  let openers: [Opener]
  /// Whether there is nothing in it but blanks or a comment.
  let isEmpty: Bool

  /// Looks at the line that holds an offset.
  init(at offset: Int, in file: SourceFile) {
    let start = file.lineStart(of: offset)
    let end = file.offset(after: start) { !$0.isLineEnd }
    let content = min(file.offset(after: start) { $0.isSpace }, end)
    range = start..<end
    contentStart = content
    indentation = file.text(in: start..<content).utf8.contains(UInt8(ascii: "\t")) ? nil : content - start
    isEmpty = content == end || file.byte(at: content) == UInt8(ascii: "#")
    openers = isEmpty ? [] : Self.openers(in: content..<end, lineStart: start, file)
  }
}

extension EntryLine {
  private static func openers(in content: Range<Int>, lineStart: Int, _ file: SourceFile) -> [Opener] {
    var openers: [Opener] = []
    var start = content.lowerBound
    func append(endingAt end: Int, key: Range<Int>?) {
      let value = file.offset(after: end) { $0.isSpace }
      let hasValue = value < content.upperBound && file.byte(at: value) != UInt8(ascii: "#")
      openers.append(
        Opener(column: start - lineStart, valueStart: value, hasValue: hasValue, key: key))
      start = value
    }
    while start < content.upperBound, file.byte(at: start) == UInt8(ascii: "-"), isBlankOrEnd(start + 1, file)
    {
      append(endingAt: start + 1, key: nil)
    }
    if let colon = colon(afterKeyIn: start..<content.upperBound, file) {
      append(endingAt: colon + 1, key: file.trimmingEnd(of: start..<colon))
    }
    return openers
  }

  /// The offset of the colon that ends a key, if the text begins with one.
  private static func colon(afterKeyIn text: Range<Int>, _ file: SourceFile) -> Int? {
    guard let first = file.byte(at: text.lowerBound), text.lowerBound < text.upperBound else { return nil }
    var offset = text.lowerBound
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      let closing = file.offset(after: offset + 1) { $0 != first && !$0.isLineEnd }
      offset = file.offset(after: min(closing + 1, text.upperBound)) { $0.isSpace }
      return file.byte(at: offset) == UInt8(ascii: ":") && isBlankOrEnd(offset + 1, file) ? offset : nil
    }
    while offset < text.upperBound, let byte = file.byte(at: offset) {
      if byte == UInt8(ascii: ":"), isBlankOrEnd(offset + 1, file) { return offset }
      if byte == UInt8(ascii: "#"), file.byte(at: offset - 1)?.isSpace ?? false { return nil }
      offset += 1
    }
    return nil
  }

  private static func isBlankOrEnd(_ offset: Int, _ file: SourceFile) -> Bool {
    file.byte(at: offset)?.isBlank ?? true
  }
}

extension EntryLine {
  /// The line above, or nil.
  func previous(in file: SourceFile) -> EntryLine? {
    guard range.lowerBound > 0 else { return nil }
    let isCRLF =
      file.byte(at: range.lowerBound - 1) == UInt8(ascii: "\n")
      && file.byte(at: range.lowerBound - 2) == UInt8(ascii: "\r")
    return EntryLine(at: range.lowerBound - (isCRLF ? 2 : 1), in: file)
  }

  /// The line below, or nil.
  func next(in file: SourceFile) -> EntryLine? {
    let start = file.lineStart(after: range.upperBound)
    return start < file.text.utf8.count ? EntryLine(at: start, in: file) : nil
  }

  /// The nearest line above that is not empty, or nil.
  func previousEntry(in file: SourceFile) -> EntryLine? {
    var line = previous(in: file)
    while let current = line, current.isEmpty { line = current.previous(in: file) }
    return line
  }

  /// The keys and dashes above that are still open at the end of the line above, innermost first.
  func openersAbove(in file: SourceFile) -> [Opener] {
    var openers: [Opener] = []
    var depth = Int.max
    var above = previousEntry(in: file)
    while depth > 0, let line = above {
      openers += line.openers.reversed().filter { $0.column < depth }
      depth = min(depth, line.indentation ?? Int.max)
      above = line.previousEntry(in: file)
    }
    return openers
  }

  /// The column of what follows the dashes, from 0.
  var entryColumn: Int {
    let start = openers.last { $0.key == nil }?.valueStart ?? contentStart
    return start - range.lowerBound
  }

  /// Whether the line begins with the end of a list or a mapping that began above.
  func closesBracket(in file: SourceFile) -> Bool {
    let first = file.byte(at: contentStart)
    return first == UInt8(ascii: "]") || first == UInt8(ascii: "}")
  }

  /// The key and its colon where the line is `key:value`, with no space after the colon.
  func keyWithoutSpace(in file: SourceFile) -> Range<Int>? {
    let start = openers.last?.valueStart ?? contentStart
    guard openers.allSatisfy({ $0.key == nil }) else { return nil }
    guard let key = file.text(in: start..<range.upperBound).keyWithoutSpace else { return nil }
    return start..<start + key.utf8.count + 1
  }
}
