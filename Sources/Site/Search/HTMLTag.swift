/// A tag in a finished page.
struct HTMLTag {
  let isEnd: Bool
  let name: ArraySlice<UInt8>
  /// Its attributes, as they are written.
  private let attributes: ArraySlice<UInt8>
  /// The offset behind it.
  let end: Int

  /// Reads the tag that begins at an offset; comments and the document's type read like tags of odd names.
  init(at start: Int, in html: ArraySlice<UInt8>) {
    var rest = html[(start + 1)...]
    isEnd = rest.first == UInt8(ascii: "/")
    if isEnd { rest.removeFirst() }
    name = rest.prefix { $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    rest = rest[name.endIndex...]
    var isQuoted = false
    let close = rest.firstIndex { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return byte == UInt8(ascii: ">") && !isQuoted
    }
    attributes = rest[..<(close ?? rest.endIndex)]
    end = close.map { $0 + 1 } ?? rest.endIndex
  }

  /// Whether it is one of `h1` to `h6`.
  var isHeading: Bool {
    name.count == 2 && name.first == UInt8(ascii: "h")
      && name.last.map { (UInt8(ascii: "1")...UInt8(ascii: "6")).contains($0) } == true
  }

  /// Whether letters on both of its sides can be of one word.
  var isInline: Bool { Self.inline.contains(name) }

  /// Whether its element is of a kind that no search looks into.
  var isNeverSearched: Bool { Self.neverSearched.contains(name) }

  /// The value of an attribute as it is written; nil where the tag has none of the name.
  func value(of attribute: String) -> ArraySlice<UInt8>? {
    var rest = attributes
    while let start = rest.firstIndex(where: { $0 > UInt8(ascii: " ") }) {
      let name = rest[start...].prefix { $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: "=") }
      rest = rest[name.endIndex...]
      var value = rest[..<rest.startIndex]
      if rest.starts(with: "=\"".utf8) {
        rest = rest.dropFirst(2)
        value = rest.prefix { $0 != UInt8(ascii: "\"") }
        rest = rest[value.endIndex...].dropFirst()
      } else {
        // No value, or one without quotes, which would read like a name.
        rest = rest.drop { $0 > UInt8(ascii: " ") }
      }
      if name.elementsEqual(attribute.utf8) { return value }
    }
    return nil
  }

  private static let inline = set([
    "a", "abbr", "b", "code", "del", "em", "i", "kbd", "mark", "s", "small", "span", "strong", "sub", "sup",
    "time", "wbr",
  ])
  private static let neverSearched = set(["nav", "script", "svg", "template"])

  private static func set(_ names: [String]) -> Set<ArraySlice<UInt8>> {
    Set(names.map { Array($0.utf8)[...] })
  }
}
