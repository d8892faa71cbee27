extension [UInt8] {
  /// Appends text with `&`, `<`, `>`, `"` and `'` as character references, so that it is text in HTML content
  /// and in quoted attributes alike.
  public mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      // No byte after `>` is special, so letters cost one comparison.
      for index in bytes.indices where bytes[index] <= UInt8(ascii: ">") {
        guard let reference = characterReference(of: bytes[index]) else { continue }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        reference.withUTF8Buffer { append(contentsOf: $0) }
        start = index + 1
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }
}

@inline(__always)
private func characterReference(of byte: UInt8) -> StaticString? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  case UInt8(ascii: "'"): "&#39;"
  default: nil
  }
}
