/// A place on a line, in bytes and in columns: a tab reaches to the next multiple of four columns, and a
/// container may take a part of it (CommonMark 0.30, section 2.2).
struct LineCursor {
  /// The index of the next byte.
  private(set) var offset: Int
  private let bytes: [UInt8]
  private var column = 0
  /// How many columns of the tab at `offset` were taken already.
  private var taken = 0

  /// The start of a line.
  init(_ bytes: [UInt8], lineStart: Int) {
    self.bytes = bytes
    self.offset = lineStart
  }

  /// The next byte; nil at the end of the line.
  var byte: UInt8? { offset < bytes.count && !bytes[offset].isLineEnd ? bytes[offset] : nil }

  /// How many columns are blank from here, and the index of the first byte after them.
  ///
  /// - Parameter limit: where to stop counting, so that a deep line is not read once for each container.
  func indentation(upTo limit: Int = .max) -> (columns: Int, end: Int) {
    var ahead = self
    while ahead.column - column - taken < limit, let byte = ahead.byte, byte.isBlank { ahead.advance() }
    return (ahead.column - column - taken, ahead.offset)
  }

  /// Steps over a byte, or what is left of a tab.
  mutating func advance() {
    column += byte == UInt8(ascii: "\t") ? 4 - column % 4 : 1
    taken = 0
    offset += 1
  }

  /// Steps over blank columns, at most so many.
  mutating func advance(blankColumns count: Int) {
    var left = count
    while left > 0, let byte, byte.isBlank {
      let width = (byte == UInt8(ascii: "\t") ? 4 - column % 4 : 1) - taken
      if width > left {
        taken += left
        return
      }
      left -= width
      advance()
    }
  }

  /// Goes to a later byte of the line.
  mutating func advance(to end: Int) {
    while offset < end { advance() }
  }
}
