internal import Diagnostics

extension SourceFile {
  /// The byte of the text at an offset, or nil outside of it.
  func byte(at offset: Int) -> UInt8? {
    let utf8 = text.utf8
    guard offset >= 0, offset < utf8.count else { return nil }
    return utf8[utf8.index(utf8.startIndex, offsetBy: offset)]
  }

  /// The text in a range of UTF-8 offsets, which must lie on character boundaries.
  func text(in range: Range<Int>) -> Substring {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return text[start..<utf8.index(start, offsetBy: range.count)]
  }

  /// The offset of the first byte from an offset on that is none of the wanted; the text's end at most.
  func offset(after offset: Int, while isWanted: (UInt8) -> Bool) -> Int {
    var end = offset
    while let byte = byte(at: end), isWanted(byte) { end += 1 }
    return end
  }

  /// The offset of the first byte of the line that holds an offset.
  func lineStart(of offset: Int) -> Int {
    var start = offset
    while let byte = byte(at: start - 1), !byte.isLineEnd { start -= 1 }
    return start
  }

  /// The offset of the first byte of the line after the one that holds an offset; the text's end at most.
  func lineStart(after offset: Int) -> Int {
    let end = self.offset(after: offset) { !$0.isLineEnd }
    let isCRLF = byte(at: end) == UInt8(ascii: "\r") && byte(at: end + 1) == UInt8(ascii: "\n")
    return min(end + (isCRLF ? 2 : 1), text.utf8.count)
  }

  /// A range without the blanks at its end.
  func trimmingEnd(of range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, let last = byte(at: end - 1), last.isBlank { end -= 1 }
    return range.lowerBound..<end
  }
}
