extension String {
  /// On one line, with every sign that Markdown or HTML could take for markup escaped (CommonMark 0.30, 2.4).
  var asMarkdownText: String {
    let text = onOneLine.utf8
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.count + 8)
    var isStart = true
    for byte in text {
      if byte.isMarkupInMarkdown || (isStart && byte.mayBeginBlock) { escaped.append(UInt8(ascii: "\\")) }
      isStart = isStart && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      escaped.append(byte)
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// Without line breaks, and with single spaces.
  var onOneLine: String {
    var before: Unicode.Scalar = " "
    // Most text is on one line, and taking it apart takes longer than looking.
    let isOnOneLine = unicodeScalars.allSatisfy { scalar in
      defer { before = scalar }
      return scalar == " " ? before != " " : !scalar.isWhitespace
    }
    guard !isOnOneLine || before == " " else { return self }
    return split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// As a part of a link's destination: what could end it is percent-encoded.
  var asMarkdownURL: String {
    let escaped = utf8.reduce(into: [UInt8]()) { url, byte in
      if byte > 0x20, byte < 0x7F, !Self.endsDestination.contains(byte) {
        url.append(byte)
      } else {
        url += "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))".utf8
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static let endsDestination = Array("\\()<>\"`[]*_|~".utf8)
}

extension Unicode.Scalar {
  /// Whether Unicode calls it white space; letters of ASCII need not be looked up.
  fileprivate var isWhitespace: Bool {
    isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}

extension UInt8 {
  fileprivate var isMarkupInMarkdown: Bool {
    switch self {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "~"),
      UInt8(ascii: "&"):
      true
    default: false
    }
  }

  /// A heading, a list or a rule begins with one of these, a numbered list with digits before a dot.
  fileprivate var mayBeginBlock: Bool {
    switch self {
    case UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "."),
      UInt8(ascii: ")"):
      true
    default: false
    }
  }
}
