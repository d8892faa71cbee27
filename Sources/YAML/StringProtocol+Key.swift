extension StringProtocol {
  /// The key of text such as `key:value`, whose colon lacks its space; nil for `https://...` and all else.
  var keyWithoutSpace: String? {
    let key = utf8.prefix(while: \.isNameCharacter)
    let rest = utf8.dropFirst(key.count)
    guard !key.isEmpty, rest.first == UInt8(ascii: ":"), let next = rest.dropFirst().first else { return nil }
    guard !next.isBlank, next != UInt8(ascii: "/"), next != UInt8(ascii: ":") else { return nil }
    return String(self[..<rest.startIndex])
  }
}
