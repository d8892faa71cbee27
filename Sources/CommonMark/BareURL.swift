/// URLs without angle brackets, as GitHub finds them (github.github.com/gfm, "Autolinks (extension)").
///
/// One difference: a URL ends at `>`, `"` and a backtick, which no URL holds (RFC 3986), so that it cannot swallow
/// the end of a tag or of a code span.
enum BareURL {
  /// The URL whose scheme ends at a colon.
  ///
  /// - Parameters:
  ///   - colon: the index of the colon; `//` follows it.
  ///   - start: the first byte that may be looked at.
  ///   - end: the index after the last one.
  static func withScheme(colon: Int, in bytes: [UInt8], from start: Int, to end: Int) -> Range<Int>? {
    var first = colon
    while first > start, colon - first < 6, bytes[first - 1].isASCIILetter { first -= 1 }
    if first > start, bytes[first - 1].isASCIILetter { return nil }
    let scheme = String(decoding: bytes[first..<colon], as: UTF8.self).lowercased()
    guard scheme == "http" || scheme == "https" || scheme == "ftp" else { return nil }
    let host = colon + 3
    guard isHostCharacter(bytes[host..<max(host, end)]),
      let domain = domainEnd(from: host, in: bytes, to: end)
    else { return nil }
    return url(from: first, domainEnd: domain.end, in: bytes, to: end)
  }

  /// The URL that begins with `www.`.
  static func withoutScheme(at first: Int, in bytes: [UInt8], from start: Int, to end: Int) -> Range<Int>? {
    if first > start {
      switch bytes[first - 1] {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "("): break
      case let byte where byte.isASCIIWhitespace: break
      default: return nil
      }
    }
    guard bytes[first..<end].starts(with: "www.".utf8),
      let domain = domainEnd(from: first, in: bytes, to: end), domain.dots > 0
    else { return nil }
    return url(from: first, domainEnd: domain.end, in: bytes, to: end)
  }

  private static func url(from first: Int, domainEnd: Int, in bytes: [UInt8], to end: Int) -> Range<Int>? {
    var last = domainEnd
    while last < end, !bytes[last].isASCIIWhitespace, !endsURL(bytes[last]) { last += 1 }
    last = endWithoutPunctuation(bytes[first..<last])
    return last > first ? first..<last : nil
  }

  private static func endsURL(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "`")
  }

  /// Where the host ends; nil where one of its last two segments holds an underscore.
  private static func domainEnd(from start: Int, in bytes: [UInt8], to end: Int) -> (end: Int, dots: Int)? {
    var dots = 0
    var underscores = (last: 0, beforeLast: 0)
    var place = start
    while place < end {
      let byte = bytes[place]
      if byte == UInt8(ascii: "_") {
        underscores.last += 1
      } else if byte == UInt8(ascii: ".") {
        underscores = (0, underscores.last)
        dots += 1
      } else if byte != UInt8(ascii: "-"), !isHostCharacter(bytes[place..<end]) {
        break
      }
      place += 1
      while place < end, bytes[place] & 0b1100_0000 == 0b1000_0000 { place += 1 }
    }
    // So many segments are no host; GitHub accepts them, which keeps hostile input cheap.
    let isHost = underscores.last == 0 && underscores.beforeLast == 0 || dots > 10
    return isHost ? (place, dots) : nil
  }

  private static func isHostCharacter(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let scalar = bytes.firstScalar else { return false }
    return !scalar.isMarkdownWhitespace && !scalar.isMarkdownPunctuation
  }

  /// The end of a URL without the punctuation after it, which belongs to the sentence.
  static func endWithoutPunctuation(_ url: ArraySlice<UInt8>) -> Int {
    let opening = url.count { $0 == UInt8(ascii: "(") }
    var closing = url.count { $0 == UInt8(ascii: ")") }
    var end = url.endIndex
    while end > url.startIndex {
      switch url[end - 1] {
      case UInt8(ascii: ")"):
        if closing <= opening { return end }
        closing -= 1
        end -= 1
      case UInt8(ascii: ";"):
        end = startOfEntity(endingAt: end, in: url) ?? end - 1
      case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
        UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"), UInt8(ascii: "\""):
        end -= 1
      default:
        return end
      }
    }
    return end
  }

  /// Where `&name;` begins, given the place after its semicolon.
  private static func startOfEntity(endingAt end: Int, in url: ArraySlice<UInt8>) -> Int? {
    var start = end - 2
    while start > url.startIndex, url[start].isASCIILetter { start -= 1 }
    guard start >= url.startIndex, start < end - 2, url[start] == UInt8(ascii: "&") else { return nil }
    return start
  }
}
