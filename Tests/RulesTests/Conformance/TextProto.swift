/// A message in the text format of Protocol Buffers, as far as the CEL conformance files use it.
struct TextProto {
  enum Value {
    /// A number, a name or `true` and `false`, as written.
    case word(String)
    /// Adjacent string literals joined, as bytes.
    case string([UInt8])
    case message(TextProto)
  }

  struct Field {
    var name: String
    var value: Value
  }

  var fields: [Field] = []

  /// The values of a field, in order.
  subscript(name: String) -> [Value] { fields.filter { $0.name == name }.map(\.value) }

  func message(_ name: String) -> TextProto? { messages(name).first }

  func messages(_ name: String) -> [TextProto] {
    self[name].compactMap { if case .message(let message) = $0 { message } else { nil } }
  }

  func string(_ name: String) -> String? {
    guard case .string(let bytes)? = self[name].first else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  func word(_ name: String) -> String? {
    guard case .word(let word)? = self[name].first else { return nil }
    return word
  }
}

/// Reads a file of the text format.
struct TextProtoReader {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private let bytes: [UInt8]
  private var offset = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func file() throws -> TextProto { try fields(until: nil) }

  private mutating func fields(until end: UInt8?) throws -> TextProto {
    var message = TextProto()
    while true {
      skipSpace()
      guard let next = byte else {
        if end == nil { return message }
        throw Failure(description: "A message is not closed")
      }
      if next == end {
        offset += 1
        return message
      }
      let name = try word()
      skipSpace()
      if byte == UInt8(ascii: ":") { offset += 1 }
      message.fields.append(TextProto.Field(name: name, value: try value()))
      skipSpace()
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") { offset += 1 }
    }
  }

  private mutating func value() throws -> TextProto.Value {
    skipSpace()
    switch byte {
    case UInt8(ascii: "{"):
      offset += 1
      return .message(try fields(until: UInt8(ascii: "}")))
    case UInt8(ascii: "<"):
      offset += 1
      return .message(try fields(until: UInt8(ascii: ">")))
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try strings())
    default: return .word(try word())
    }
  }

  private mutating func word() throws -> String {
    let word = bytes[offset...].prefix {
      $0 >= 0x80 || Unicode.Scalar($0).properties.isAlphabetic || (0x30...0x39).contains($0)
        || [UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+")].contains($0)
    }
    guard !word.isEmpty else {
      let before = bytes[..<offset]
      throw Failure(description: "Unexpected sign in line \(before.count { $0 == UInt8(ascii: "\n") } + 1)")
    }
    offset += word.count
    return String(decoding: word, as: UTF8.self)
  }

  private mutating func strings() throws -> [UInt8] {
    var content: [UInt8] = []
    while let quote = byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      offset += 1
      while let next = byte, next != quote {
        offset += 1
        if next == UInt8(ascii: "\\") { content += try escape() } else { content.append(next) }
      }
      guard byte != nil else { throw Failure(description: "A string is not closed") }
      offset += 1
      skipSpace()
    }
    return content
  }

  private mutating func escape() throws -> [UInt8] {
    guard let letter = byte else { throw Failure(description: "An escape is cut off") }
    offset += 1
    switch letter {
    case UInt8(ascii: "a"): return [0x07]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "v"): return [0x0B]
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      return [UInt8(truncatingIfNeeded: number(radix: 16, digits: 2))]
    case UInt8(ascii: "u"): return utf8(number(radix: 16, digits: 4))
    case UInt8(ascii: "U"): return utf8(number(radix: 16, digits: 8))
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      offset -= 1
      return [UInt8(truncatingIfNeeded: number(radix: 8, digits: 3))]
    default: return [letter]
    }
  }

  private mutating func number(radix: Int, digits: Int) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let next = byte, let digit = UInt32(String(Unicode.Scalar(next)), radix: radix) else { break }
      value = value * UInt32(radix) + digit
      offset += 1
    }
    return value
  }

  private func utf8(_ value: UInt32) -> [UInt8] {
    Unicode.Scalar(value).map { Array(String($0).utf8) } ?? []
  }

  private var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let next = byte {
      if next == UInt8(ascii: "#") {
        while let next = byte, next != UInt8(ascii: "\n") { offset += 1 }
      } else if next <= 0x20 {
        offset += 1
      } else {
        return
      }
    }
  }
}
