extension UInt8 {
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let backslash = UInt8(ascii: "\\")
  static let backtick = UInt8(ascii: "`")

  var isBlank: Bool { self == .space || self == .tab }
  var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }
  var isWhiteSpace: Bool { isBlank || isLineEnd }
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// Whether a part of a name may have it: ASCII letters and digits, `_` and `-`.
  var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

extension [UInt8] {
  /// Whether a byte stands at an index, which may lie past the end.
  func has(_ byte: UInt8, at index: Int) -> Bool { index < count && self[index] == byte }

  /// The index of the first of two bytes that stand together in a range; nil where they do not.
  func firstIndex(of first: UInt8, and second: UInt8, in range: Range<Int>) -> Int? {
    range.dropLast().first { self[$0] == first && self[$0 + 1] == second }
  }

  /// The end of the line that an index is on, its line end included.
  func lineEnd(after index: Int) -> Int {
    var end = index
    while end < count, !self[end].isLineEnd { end += 1 }
    return afterLineEnd(at: end)
  }

  /// The index after the line end that stands at an index; the index itself where none does.
  func afterLineEnd(at index: Int) -> Int {
    guard index < count, self[index].isLineEnd else { return index }
    return index + (self[index] == .carriageReturn && has(.lineFeed, at: index + 1) ? 2 : 1)
  }
}

extension Array {
  /// The first index whose element satisfies a predicate that is false, then true, along the array.
  func partitioningIndex(where belongsInSecondPart: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if belongsInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
