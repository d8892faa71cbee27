/// The classes of characters that Markdown's rules speak of.
extension UInt8 {
  /// ASCII punctuation as CommonMark defines it: all that is printed and is neither letter, digit nor space.
  var isASCIIPunctuation: Bool {
    switch self {
    case UInt8(ascii: "!")...UInt8(ascii: "/"), UInt8(ascii: ":")...UInt8(ascii: "@"),
      UInt8(ascii: "[")...UInt8(ascii: "`"), UInt8(ascii: "{")...UInt8(ascii: "~"):
      true
    default: false
    }
  }

  /// An ASCII letter.
  var isASCIILetter: Bool {
    switch self | 0x20 {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: false
    }
  }

  /// An ASCII digit.
  var isASCIIDigit: Bool { UInt8(ascii: "0") <= self && self <= UInt8(ascii: "9") }

  /// A space or tab.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// LF or CR.
  var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }

  /// Space, tab, LF, VT, FF or CR.
  var isASCIIWhitespace: Bool { self == UInt8(ascii: " ") || (9...13).contains(self) }

  /// Whether it may stand on a line before a block begins: a blank, or a part of a quote's or item's marker.
  var mayPrecedeBlock: Bool {
    switch self {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: ")"):
      true
    default: isASCIIDigit
    }
  }

  /// Whether it may stand in the label of a footnote.
  var isLabelCharacter: Bool {
    !isBlank && !isLineEnd && self != UInt8(ascii: "[") && self != UInt8(ascii: "]")
  }

  /// Whether it may stand in the id of a citation. Wider than ids are, so that a slip is found and not printed.
  var isCitationCharacter: Bool {
    isASCIILetter || isASCIIDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
      || self == UInt8(ascii: ".")
  }
}

extension Unicode.Scalar {
  /// Punctuation as CommonMark 0.30 defines it for `*` and `_`.
  var isMarkdownPunctuation: Bool {
    if let byte = UInt8(exactly: value), byte < 0x80 { return byte.isASCIIPunctuation }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  /// Whitespace as CommonMark defines it.
  var isMarkdownWhitespace: Bool {
    if let byte = UInt8(exactly: value), byte < 0x80 { return byte.isASCIIWhitespace }
    return properties.generalCategory == .spaceSeparator
  }
}

extension ArraySlice<UInt8> {
  /// The character at the start, in valid UTF-8.
  var firstScalar: Unicode.Scalar? {
    guard let first else { return nil }
    if first < 0x80 { return Unicode.Scalar(first) }
    var decoder = UTF8()
    var iterator = prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return scalar
  }

  /// The character at the end, in valid UTF-8.
  var lastScalar: Unicode.Scalar? {
    var start = endIndex - 1
    while start > startIndex, self[start] & 0b1100_0000 == 0b1000_0000 { start -= 1 }
    return start < startIndex ? nil : self[start...].firstScalar
  }
}
