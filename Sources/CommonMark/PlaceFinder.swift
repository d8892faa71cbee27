import Diagnostics

/// Turns offsets into locations, in linear time for a whole text, even where all of it is one line.
///
/// `LocatedText` counts columns from the start of the line each time; this goes on from the place before.
struct PlaceFinder {
  private let text: LocatedText
  private var last: (offset: Int, position: SourcePosition)?

  init(_ text: LocatedText) { self.text = text }

  /// The location of a range of bytes of the text.
  mutating func location(_ range: Range<Int>) -> SourceLocation {
    let start = text.fileOffset(of: range.lowerBound)
    let end = range.isEmpty ? start : text.fileOffset(of: range.upperBound - 1) + 1
    let first = position(at: start)
    return SourceLocation(file: text.file.path, start: first, end: position(at: max(start, end)))
  }

  private mutating func position(at offset: Int) -> SourcePosition {
    let utf8 = text.file.text.utf8
    let offset = min(max(offset, 0), utf8.count)
    guard let last, last.offset <= offset else {
      let position = text.file.position(at: offset)
      last = (offset, position)
      return position
    }
    var position = last.position
    var index = utf8.index(utf8.startIndex, offsetBy: last.offset)
    let end = utf8.index(utf8.startIndex, offsetBy: offset)
    while index < end {
      let byte = utf8[index]
      index = utf8.index(after: index)
      let endsLine =
        byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r") && (index == utf8.endIndex || utf8[index] != UInt8(ascii: "\n"))
      if endsLine {
        position = SourcePosition(line: position.line + 1, column: 1)
      } else if byte & 0b1100_0000 != 0b1000_0000 {
        position.column += 1
      }
    }
    self.last = (offset, position)
    return position
  }
}
