/// Mail addresses without angle brackets, as GitHub finds them in the text of a paragraph.
struct MailAddress: Equatable {
  /// Where it stands, with a scheme that the author wrote.
  var range: Range<Int>
  /// Whether the author wrote `mailto:` or `xmpp:`.
  var hasScheme: Bool

  /// The addresses in a text, in order.
  static func all(in text: ArraySlice<UInt8>) -> [MailAddress] {
    var addresses: [MailAddress] = []
    var start = text.startIndex
    while let at = text[start...].firstIndex(of: UInt8(ascii: "@")) {
      guard let address = MailAddress(at: at, from: start, in: text) else {
        start = at + 1
        continue
      }
      addresses.append(address)
      start = address.range.upperBound
    }
    return addresses
  }

  private init?(at: Int, from start: Int, in text: ArraySlice<UInt8>) {
    var first = at
    while first > start, text[first - 1].isMailboxCharacter { first -= 1 }
    guard first < at else { return nil }
    let scheme = ["mailto:", "xmpp:"].first { scheme in
      let before = text[start..<first]
      guard before.reversed().starts(with: scheme.utf8.reversed()) else { return false }
      let preceding = before.dropLast(scheme.utf8.count).last
      return preceding.map { !$0.isASCIILetter && !$0.isASCIIDigit } ?? true
    }
    guard var end = Self.end(of: text[(at + 1)...]) else { return nil }
    if scheme == "xmpp:" { end = Self.endOfResource(after: end, in: text) }
    range = first - (scheme?.utf8.count ?? 0)..<end
    hasScheme = scheme != nil
  }

  /// Where the host after `@` ends; nil where it is none.
  private static func end(of host: ArraySlice<UInt8>) -> Int? {
    var dots = 0
    var place = host.startIndex
    while place < host.endIndex {
      let byte = host[place]
      if byte == UInt8(ascii: ".") {
        guard place + 1 < host.endIndex, host[place + 1].isASCIILetter || host[place + 1].isASCIIDigit
        else { break }
        dots += 1
      } else if byte == UInt8(ascii: "@") {
        return nil
      } else if !byte.isASCIILetter, !byte.isASCIIDigit, byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_")
      {
        break
      }
      place += 1
    }
    guard dots > 0, place > host.startIndex, host[place - 1].isASCIILetter else { return nil }
    return place
  }

  /// Where the `/resource` of an `xmpp:` address ends, if it has one.
  private static func endOfResource(after host: Int, in text: ArraySlice<UInt8>) -> Int {
    guard host < text.endIndex, text[host] == UInt8(ascii: "/") else { return host }
    let resource = text[(host + 1)...].prefix {
      $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: ".")
    }
    let end = BareURL.endWithoutPunctuation(resource)
    return end > host + 1 ? end : host
  }
}

extension UInt8 {
  fileprivate var isMailboxCharacter: Bool {
    isASCIILetter || isASCIIDigit || self == UInt8(ascii: ".") || self == UInt8(ascii: "+")
      || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
  }
}
