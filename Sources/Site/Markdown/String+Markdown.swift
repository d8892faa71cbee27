extension String {
  /// On one line, with every sign that Markdown or HTML could take for markup escaped (CommonMark 0.30, 2.4).
  var asMarkdownText: String {
    let signs = Set("\\`*_[]<>|~&".unicodeScalars)
    var escaped = String.UnicodeScalarView()
    var isStart = true
    for scalar in onOneLine.unicodeScalars {
      // A heading, a list or a rule begins with one of these, a numbered list with digits before a dot.
      let begins = isStart && "#+-=.)".unicodeScalars.contains(scalar)
      if begins || signs.contains(scalar) { escaped.append("\\") }
      isStart = isStart && ("0"..."9").contains(scalar)
      escaped.append(scalar)
    }
    return String(escaped)
  }

  /// Without line breaks, and with single spaces.
  var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// As a part of a link's destination: what could end it is percent-encoded.
  var asMarkdownURL: String {
    utf8.reduce(into: "") { url, byte in
      let sign = Unicode.Scalar(byte)
      if byte > 0x20, byte < 0x7F, !"\\()<>\"`[]*_|~".unicodeScalars.contains(sign) {
        url.unicodeScalars.append(sign)
      } else {
        url += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
