public import Diagnostics

extension RuleValue {
  /// Reads JSON (RFC 8259): a number without fraction and exponent is an int, any other a double.
  ///
  /// Returns nil after a diagnostic at the place of the mistake.
  public init?(json source: LocatedText, diagnostics: inout [Diagnostic]) {
    var reader = JSONReader(source)
    do throws(Diagnostic) {
      self = try reader.document()
    } catch {
      diagnostics.append(error)
      return nil
    }
  }
}

/// Reads one JSON text, strictly, by recursive descent.
private struct JSONReader {
  private let source: LocatedText
  private let bytes: [UInt8]
  private var offset = 0
  private var depth = 0

  init(_ source: LocatedText) {
    self.source = source
    self.bytes = Array(source.text.utf8)
  }

  mutating func document() throws(Diagnostic) -> RuleValue {
    let value = try value()
    skipSpace()
    if offset < bytes.count { throw problem("the end") }
    return value
  }

  private mutating func value() throws(Diagnostic) -> RuleValue {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Tree.maximumHeight else { throw .tooDeep(at: source.location(offset..<offset)) }
    skipSpace()
    switch next {
    case UInt8(ascii: "["): return try list()
    case UInt8(ascii: "{"): return try map()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func list() throws(Diagnostic) -> RuleValue {
    offset += 1
    var elements: [RuleValue] = []
    if take("]") { return .list(elements) }
    repeat { elements.append(try value()) } while take(",")
    guard take("]") else { throw problem("',' or ']'") }
    return .list(elements)
  }

  private mutating func map() throws(Diagnostic) -> RuleValue {
    offset += 1
    var map = RuleMap()
    if take("}") { return .map(map) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw problem("a key in double quotes") }
      let start = offset
      let key = try string()
      guard map[.string(key)] == nil else {
        throw .duplicateJSONKey(key, at: source.location(start..<offset))
      }
      guard take(":") else { throw problem("':'") }
      map[.string(key)] = try value()
    } while take(",")
    guard take("}") else { throw problem("',' or '}'") }
    return .map(map)
  }

  private mutating func word(_ word: String, _ value: RuleValue) throws(Diagnostic) -> RuleValue {
    guard bytes[offset...].starts(with: word.utf8) else { throw problem("a value") }
    offset += word.utf8.count
    return value
  }

  private mutating func number() throws(Diagnostic) -> RuleValue {
    let start = offset
    if next == UInt8(ascii: "-") { offset += 1 }
    let whole = digits()
    guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else {
      offset = start
      throw problem("a value")
    }
    var isInt = true
    if next == UInt8(ascii: ".") {
      isInt = false
      offset += 1
      if digits().isEmpty { throw problem("a digit") }
    }
    if let letter = next, letter | 0x20 == UInt8(ascii: "e") {
      isInt = false
      offset += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
      if digits().isEmpty { throw problem("a digit") }
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if isInt, let value = Int64(text) { return .int(value) }
    if !isInt, let value = Double(text), value.isFinite { return .double(value) }
    throw .numberTooLarge(text, at: source.location(start..<offset))
  }

  private mutating func digits() -> ArraySlice<UInt8> {
    let digits = bytes[offset...].prefix(while: \.isDigit)
    offset += digits.count
    return digits
  }

  private mutating func string() throws(Diagnostic) -> String {
    offset += 1
    var text = ""
    while let byte = next, byte != UInt8(ascii: "\"") {
      if byte == UInt8(ascii: "\\") {
        text.unicodeScalars.append(try escape())
      } else {
        guard byte >= 0x20 else { throw problem("an escape instead of a control character") }
        let run = bytes[offset...].prefix {
          $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }
        text += String(decoding: run, as: UTF8.self)
        offset += run.count
      }
    }
    guard next != nil else { throw problem("a closing quote") }
    offset += 1
    return text
  }

  private mutating func escape() throws(Diagnostic) -> Unicode.Scalar {
    offset += 1
    guard let letter = next else { throw problem("an escape") }
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let first = try codeUnit()
      if let scalar = Unicode.Scalar(first) { return scalar }
      if first < 0xDC00, next == UInt8(ascii: "\\"), bytes[offset...].dropFirst().first == UInt8(ascii: "u") {
        offset += 2
        let second = try codeUnit()
        if (0xDC00..<0xE000).contains(second),
          let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + second - 0xDC00)
        {
          return scalar
        }
      }
      throw problem("the second half of a surrogate pair")
    default:
      offset -= 1
      throw problem("an escape of JSON")
    }
  }

  private mutating func codeUnit() throws(Diagnostic) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = next?.hexadecimalValue else { throw problem("a hexadecimal digit") }
      value = value << 4 | digit
      offset += 1
    }
    return value
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { offset += 1 }
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: sign) else { return false }
    offset += 1
    return true
  }

  /// What was expected at the offset.
  private func problem(_ expected: String) -> Diagnostic {
    .badJSON(expected: expected, at: source.location(offset..<min(offset + 1, bytes.count)))
  }
}
