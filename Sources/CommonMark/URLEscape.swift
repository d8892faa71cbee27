/// Bytes of a URL as an attribute holds them: percent-encoded where RFC 3986 asks for it, then HTML-escaped.
enum URLEscape {
  /// Appends a byte of a URL in which delimiters keep their meaning and `%` is taken as written.
  ///
  /// The set is libcmark's, so that links come out as the CommonMark specification shows them.
  static func append(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "!"),
      UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "%"),
      UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: ";"),
      UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "~"):
      output.append(byte)
    case UInt8(ascii: "&"): output.append(utf8: "&amp;")
    case UInt8(ascii: "'"): output.append(utf8: "&#x27;")
    default: appendPercentEncoded(byte, to: &output)
    }
  }

  /// Appends a byte of a value that stands inside a URL and must not change its shape.
  static func appendAsData(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "~"):
      output.append(byte)
    default: appendPercentEncoded(byte, to: &output)
    }
  }

  private static func appendPercentEncoded(_ byte: UInt8, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "%"))
    output.append(hexDigit(byte >> 4))
    output.append(hexDigit(byte & 0xF))
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
