/// Text that can neither start a tag nor leave an attribute.
enum HTMLEscape {
  /// Appends a byte of text or of an attribute's value.
  @inline(__always)
  static func append(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "<"): output.append(utf8: "&lt;")
    case UInt8(ascii: ">"): output.append(utf8: "&gt;")
    case UInt8(ascii: "&"): output.append(utf8: "&amp;")
    case UInt8(ascii: "\""): output.append(utf8: "&quot;")
    default: output.append(byte)
    }
  }
}

extension [UInt8] {
  /// Appends the bytes of a literal.
  @inline(__always)
  mutating func append(utf8 text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
