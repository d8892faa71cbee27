import Diagnostics

extension Lexer {
  /// Reads a string literal whose opening quote stands at the offset.
  ///
  /// - Parameters:
  ///   - prefix: the letters before the quote, in lower case: `r` for raw, `b` for bytes.
  ///   - start: where the literal begins, prefix included.
  mutating func lexString(prefix: String, from start: Int) {
    let quote = bytes[offset]
    let isTriple = byte(1) == quote && byte(2) == quote
    let delimiter = [UInt8](repeating: quote, count: isTriple ? 3 : 1)
    offset += delimiter.count

    var content: [UInt8] = []
    while !bytes[offset...].starts(with: delimiter) {
      guard let next = byte(0), isTriple || !next.isNewline else {
        report({ .unterminatedString(at: $0) }, start..<offset)
        isLost = true
        offset = bytes.count
        return
      }
      if next == UInt8(ascii: "\\"), !prefix.contains("r") {
        content += lexEscape().map { Array(String($0).utf8) } ?? []
      } else {
        content.append(next)
        offset += 1
      }
    }
    offset += delimiter.count

    if prefix.contains("b") {
      report({ .leftOut(.bytes, at: $0) }, start..<offset)
      append(.refused, from: start)
    } else {
      append(.string(String(decoding: content, as: UTF8.self)), from: start)
    }
  }

  /// Reads an escape sequence; nil where it was reported.
  private mutating func lexEscape() -> Unicode.Scalar? {
    let start = offset
    offset += 1
    guard let letter = byte(0) else { return nil }
    offset += 1
    switch letter {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return scalar(digits: 2, from: start)
    case UInt8(ascii: "u"): return scalarInUTF16(from: start)
    case UInt8(ascii: "U"): return scalar(digits: 8, from: start)
    case UInt8(ascii: "0")...UInt8(ascii: "3"): return octalScalar(from: start)
    default:
      if let scalar = Self.simpleEscapes[letter] { return scalar }
      // The whole character, which may be longer than a byte.
      while let next = byte(0), next & 0b1100_0000 == 0b1000_0000 { offset += 1 }
      reportEscape(from: start)
      return nil
    }
  }

  private static let simpleEscapes: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "a"): "\u{07}", UInt8(ascii: "b"): "\u{08}", UInt8(ascii: "f"): "\u{0C}",
    UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t", UInt8(ascii: "v"): "\u{0B}",
    UInt8(ascii: "\\"): "\\", UInt8(ascii: "?"): "?", UInt8(ascii: "\""): "\"", UInt8(ascii: "'"): "'",
    UInt8(ascii: "`"): "`",
  ]

  private mutating func reportEscape(from start: Int) {
    let escape = text(start..<offset)
    report({ .badEscape(escape, at: $0) }, start..<offset)
  }

  private mutating func scalar(digits count: Int, from start: Int) -> Unicode.Scalar? {
    guard let value = hexadecimal(digits: count), let scalar = Unicode.Scalar(value) else {
      reportEscape(from: start)
      return nil
    }
    return scalar
  }

  /// Four digits, or a pair of surrogates of four digits each.
  private mutating func scalarInUTF16(from start: Int) -> Unicode.Scalar? {
    guard let first = hexadecimal(digits: 4) else {
      reportEscape(from: start)
      return nil
    }
    if let scalar = Unicode.Scalar(first) { return scalar }
    if byte(0) == UInt8(ascii: "\\"), byte(1) == UInt8(ascii: "u") {
      offset += 2
      if let second = hexadecimal(digits: 4), first < 0xDC00, (0xDC00..<0xE000).contains(second) {
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + second - 0xDC00)
      }
    }
    reportEscape(from: start)
    return nil
  }

  /// Three octal digits, of which the first was read.
  private mutating func octalScalar(from start: Int) -> Unicode.Scalar? {
    var value = UInt32(bytes[offset - 1] - UInt8(ascii: "0"))
    for _ in 0..<2 {
      guard let digit = byte(0), (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(digit) else {
        reportEscape(from: start)
        return nil
      }
      value = value * 8 + UInt32(digit - UInt8(ascii: "0"))
      offset += 1
    }
    return Unicode.Scalar(value)
  }

  /// Reads just so many hexadecimal digits.
  private mutating func hexadecimal(digits count: Int) -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = byte(0)?.hexadecimalValue, value < 1 << 28 else { return nil }
      value = value << 4 | digit
      offset += 1
    }
    return value
  }
}
