/// The scheme of an absolute URL (RFC 3986, section 3.1), in lower case.
struct URLScheme: Hashable {
  /// The name, without the colon.
  let name: String

  /// Whether a page may link to it.
  var isAllowed: Bool { name == "http" || name == "https" || name == "mailto" }

  /// The scheme of a URL; nil for a relative one.
  ///
  /// Only what a browser would take for a scheme is one: `a b:c` is relative, since its blank is written `%20`.
  init?(ofURL url: some Collection<UInt8>) {
    guard let colon = url.firstIndex(where: Self.endsScheme), url[colon] == UInt8(ascii: ":") else {
      return nil
    }
    let name = url[..<colon]
    guard let first = name.first, Self.isLetter(first), name.allSatisfy(Self.isSchemeCharacter) else {
      return nil
    }
    self.name = String(decoding: name, as: UTF8.self).lowercased()
  }

  /// Whether a byte is one of `:/?#`, the first of which decides whether a URL has a scheme.
  static func endsScheme(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?")
      || byte == UInt8(ascii: "#")
  }

  /// Whether a byte may stand in a scheme after its first letter.
  static func isSchemeCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "-"): true
    default: isLetter(byte)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: false
    }
  }
}
