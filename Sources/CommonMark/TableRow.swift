/// Rows of GitHub's tables (github.github.com/gfm, "Tables (extension)").
enum TableRow {
  /// How the cells of a column are aligned.
  enum Alignment: Hashable {
    case none, left, center, right
  }

  /// The cells of a row, without the blanks around them. A pipe after a backslash does not end a cell.
  ///
  /// - Parameter line: the row without the line end.
  static func cells(in bytes: [UInt8], line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    if start < line.upperBound, bytes[start] == UInt8(ascii: "|") { start += 1 }
    var place = start
    while place < line.upperBound {
      if bytes[place] == UInt8(ascii: "\\"), place + 1 < line.upperBound,
        bytes[place + 1] == UInt8(ascii: "|")
      {
        place += 2
      } else if bytes[place] == UInt8(ascii: "|") {
        cells.append(trimmed(start..<place, of: bytes))
        place += 1
        start = place
      } else {
        place += 1
      }
    }
    let last = trimmed(start..<line.upperBound, of: bytes)
    if !last.isEmpty { cells.append(last) }
    return cells
  }

  /// The alignments of a delimiter row; nil where the line is none.
  static func alignments(in bytes: [UInt8], line: Range<Int>) -> [Alignment]? {
    let content = trimmed(line, of: bytes)
    let cells = cells(in: bytes, line: content)
    guard !cells.isEmpty else { return nil }
    var alignments: [Alignment] = []
    for cell in cells {
      let isLeft = bytes[cell].first == UInt8(ascii: ":")
      let isRight = bytes[cell].last == UInt8(ascii: ":")
      let dashes = bytes[cell].dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      alignments.append(isLeft ? (isRight ? .center : .left) : isRight ? .right : .none)
    }
    return alignments
  }

  private static func trimmed(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower].isASCIIWhitespace { lower += 1 }
    while upper > lower, bytes[upper - 1].isASCIIWhitespace { upper -= 1 }
    return lower..<upper
  }
}
