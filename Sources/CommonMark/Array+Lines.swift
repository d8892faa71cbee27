/// Lines of a text in bytes.
extension [UInt8] {
  /// Where the line that holds a place begins.
  func startOfLine(containing offset: Int) -> Int {
    var start = offset
    while start > 0, !self[start - 1].isLineEnd { start -= 1 }
    return start
  }

  /// Where the line ends, before its LF or CR.
  func endOfLine(from offset: Int) -> Int {
    self[offset...].firstIndex { $0.isLineEnd } ?? count
  }

  /// Where the next line begins; the end of the text where there is none.
  func startOfNextLine(from offset: Int) -> Int {
    let end = endOfLine(from: offset)
    let isPair =
      end + 1 < count && self[end] == UInt8(ascii: "\r") && self[end + 1] == UInt8(ascii: "\n")
    return Swift.min(end + (isPair ? 2 : 1), count)
  }

  /// The length of a bullet or number with its delimiter; 0 where there is none.
  func widthOfListMarker(at offset: Int) -> Int {
    guard offset < count else { return 0 }
    switch self[offset] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      return 1
    default:
      let digits = self[offset...].prefix(10).prefix { $0.isASCIIDigit }
      guard (1...9).contains(digits.count), digits.endIndex < count,
        self[digits.endIndex] == UInt8(ascii: ".") || self[digits.endIndex] == UInt8(ascii: ")")
      else { return 0 }
      return digits.count + 1
    }
  }
}
