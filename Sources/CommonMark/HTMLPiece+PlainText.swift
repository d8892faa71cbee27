extension Sequence<HTMLPiece> {
  /// The text without its markup, for titles, search and Markdown.
  ///
  /// - Parameter slot: the text of a slot; nothing where it is left out.
  /// - Returns: lines as in the HTML, without blanks at both ends. Citations are left out.
  public func plainText(slot: (Unicode.Scalar) -> String = { _ in "" }) -> String {
    var text: [UInt8] = []
    var reader = TagStripper()
    for piece in self {
      switch piece {
      case .bytes(let bytes): reader.read(bytes, into: &text)
      case .slot(let scalar, let context):
        if context != .attribute, context != .url, context != .urlStart { text += slot(scalar).utf8 }
      case .linkStart, .linkEnd, .citation: continue
      }
    }
    let first = text.firstIndex { !$0.isASCIIWhitespace } ?? text.endIndex
    let last = text.lastIndex { !$0.isASCIIWhitespace } ?? first
    return first < text.endIndex ? String(decoding: text[first...last], as: UTF8.self) : ""
  }
}

/// Takes tags out of HTML, and puts characters in place of the references that `HTMLEscape` writes.
private struct TagStripper {
  private var isInTag = false
  /// The quote that an attribute's value is waiting for.
  private var quote: UInt8?

  mutating func read(_ html: [UInt8], into text: inout [UInt8]) {
    var rest = html[...]
    while let byte = rest.popFirst() {
      if isInTag {
        readTag(byte)
      } else if byte == UInt8(ascii: "<") {
        isInTag = true
      } else if byte == UInt8(ascii: "&"), let (name, character) = Self.reference(at: rest) {
        text.append(character)
        rest = rest.dropFirst(name.count)
      } else {
        text.append(byte)
      }
    }
  }

  private mutating func readTag(_ byte: UInt8) {
    if let quote {
      if byte == quote { self.quote = nil }
    } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      quote = byte
    } else if byte == UInt8(ascii: ">") {
      isInTag = false
    }
  }

  private static func reference(at rest: ArraySlice<UInt8>) -> (name: String.UTF8View, character: UInt8)? {
    let all: KeyValuePairs<String, UInt8> = [
      "lt;": UInt8(ascii: "<"), "gt;": UInt8(ascii: ">"), "amp;": UInt8(ascii: "&"),
      "quot;": UInt8(ascii: "\""),
    ]
    return all.first { rest.starts(with: $0.key.utf8) }.map { ($0.key.utf8, $0.value) }
  }
}
