/// A place in a line of Markdown, with columns counted as CommonMark does (a tab goes to the next fourth).
struct LineCursor {
  private let bytes: [UInt8]
  private let end: Int
  /// The next byte.
  private(set) var index: Int
  private var column = 0
  /// Columns of a tab before `index` that were not taken.
  private var spare = 0
  /// Where a run of marks was last found to end in something else, so that nested lists take linear time.
  private var otherMark: (index: Int, mark: UInt8)?

  init(_ bytes: [UInt8], _ line: Range<Int>) {
    self.bytes = bytes
    self.index = line.lowerBound
    self.end = line.upperBound
  }

  /// Columns of white space ahead.
  var indent: Int { textStart.column - column }

  /// Whether only white space is ahead.
  var isBlank: Bool { textStart.index == end }

  private var textStart: (index: Int, column: Int) {
    var index = index
    var column = column + spare
    while index < end, bytes[index].isBlank {
      column += bytes[index] == .tab ? 4 - column % 4 : 1
      index += 1
    }
    return (index, column)
  }

  /// Moves past columns of white space, at most those that are there.
  mutating func take(columns: Int) {
    var left = columns
    while left > 0 {
      if spare > 0 {
        let taken = min(spare, left)
        (spare, left, column) = (spare - taken, left - taken, column + taken)
      } else if index < end, bytes[index].isBlank {
        spare = bytes[index] == .tab ? 4 - column % 4 : 1
        index += 1
      } else {
        return
      }
    }
  }

  private mutating func take(bytes count: Int) {
    index += count
    column += count
  }

  /// Moves past `>` and one column of white space.
  mutating func takeQuoteMark() -> Bool {
    let start = textStart.index
    guard indent < 4, start < end, bytes[start] == UInt8(ascii: ">") else { return false }
    take(columns: indent)
    take(bytes: 1)
    take(columns: 1)
    return true
  }

  /// Moves past the mark of a list item or a footnote, and returns the indentation of its further lines.
  mutating func takeItemMark(interrupting isParagraph: Bool) -> Int? {
    let start = textStart.index
    if let length = footnoteMark(at: start) {
      take(columns: indent)
      take(bytes: length)
      take(columns: 1)
      return 4
    }
    guard let length = listMark(at: start, interrupting: isParagraph) else { return nil }
    let before = indent
    var after = self
    after.take(columns: before)
    after.take(bytes: length)
    guard after.isBlank || after.indent > 0, !(after.isBlank && isParagraph) else { return nil }
    let gap = after.isBlank || after.indent > 4 ? 1 : after.indent
    after.take(columns: gap)
    self = after
    return before + length + gap
  }

  private func footnoteMark(at start: Int) -> Int? {
    guard bytes[start..<end].starts(with: "[^".utf8) else { return nil }
    guard let close = bytes[start..<end].firstIndex(of: UInt8(ascii: "]")), close + 1 < end else {
      return nil
    }
    return bytes[close + 1] == UInt8(ascii: ":") ? close + 2 - start : nil
  }

  private func listMark(at start: Int, interrupting isParagraph: Bool) -> Int? {
    guard start < end else { return nil }
    if "-+*".utf8.contains(bytes[start]) { return 1 }
    let digits = bytes[start..<end].prefix(10).prefix(while: \.isDigit)
    guard (1...9).contains(digits.count), digits.endIndex < end else { return nil }
    guard ".)".utf8.contains(bytes[digits.endIndex]) else { return nil }
    if isParagraph, !digits.elementsEqual("1".utf8) { return nil }
    return digits.count + 1
  }

  /// Whether an ATX heading is ahead.
  var isHeading: Bool {
    let marks = bytes[textStart.index..<end].prefix { $0 == UInt8(ascii: "#") }
    guard (1...6).contains(marks.count) else { return false }
    return marks.endIndex == end || bytes[marks.endIndex].isBlank
  }

  /// Whether a thematic break or a setext underline is ahead.
  mutating func isRule() -> Bool {
    let start = textStart.index
    guard start < end, "-_*=".utf8.contains(bytes[start]) else { return false }
    if let other = otherMark, other.index > start, other.mark == bytes[start] { return false }
    var count = 0
    for index in start..<end where !bytes[index].isBlank {
      guard bytes[index] == bytes[start] else {
        otherMark = (index, bytes[start])
        return false
      }
      count += 1
    }
    return count >= 3 || bytes[start] == UInt8(ascii: "=")
  }

  /// The code fence that is ahead. It has tags where a word of its info is `template`.
  var fence: (byte: UInt8, length: Int, isTemplate: Bool)? {
    let start = textStart.index
    guard indent < 4, start < end, bytes[start] == .backtick || bytes[start] == UInt8(ascii: "~") else {
      return nil
    }
    let byte = bytes[start]
    let marks = bytes[start..<end].prefix { $0 == byte }
    let info = bytes[marks.endIndex..<end]
    guard marks.count >= 3, byte != .backtick || !info.contains(.backtick) else { return nil }
    let words = info.split(whereSeparator: \.isBlank)
    return (byte, marks.count, words.contains { $0.elementsEqual("template".utf8) })
  }

  /// Whether the end of a fence is ahead.
  func closesFence(of byte: UInt8, length: Int) -> Bool {
    guard indent < 4 else { return false }
    let marks = bytes[textStart.index..<end].prefix { $0 == byte }
    return marks.count >= length && bytes[marks.endIndex..<end].allSatisfy(\.isBlank)
  }
}
