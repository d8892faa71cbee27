/// Bytes of a finished page. They are looked at in place: a team has thousands of tags.
typealias HTMLBytes = Slice<UnsafeBufferPointer<UInt8>>

/// A tag in a finished page.
struct HTMLTag {
  /// An element's name, by its first eight letters.
  struct Name: Hashable, ExpressibleByStringLiteral {
    private let letters: UInt64

    init(_ bytes: some Sequence<UInt8>) { letters = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }

    init(stringLiteral text: String) { self.init(text.utf8) }
  }

  let isEnd: Bool
  let name: Name
  /// Its attributes, as they are written.
  private let attributes: HTMLBytes
  /// The offset behind it.
  let end: Int

  /// Reads the tag that begins at an offset; comments and the document's type read like tags of odd names.
  init(at start: Int, in html: HTMLBytes) {
    var rest = html[(start + 1)...]
    isEnd = rest.first == UInt8(ascii: "/")
    if isEnd { rest.removeFirst() }
    let letters = rest.prefix { $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    name = Name(letters)
    rest = rest[letters.endIndex...]
    var isQuoted = false
    let close = rest.firstIndex { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return byte == UInt8(ascii: ">") && !isQuoted
    }
    attributes = rest[..<(close ?? rest.endIndex)]
    end = close.map { $0 + 1 } ?? rest.endIndex
  }

  /// Whether its element holds what a page has to say.
  var isMain: Bool { name == Self.main }

  /// Whether it is one of `h1` to `h6`.
  var isHeading: Bool { Self.headings.contains(name) }

  /// Whether letters on both of its sides can be of one word.
  var isInline: Bool { Self.inline.contains(name) }

  /// Whether its element is of a kind that no search looks into.
  var isNeverSearched: Bool { Self.neverSearched.contains(name) }

  /// The value of an attribute as it is written; nil where the tag has none of the name.
  func value(of attribute: StaticString) -> HTMLBytes? {
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
      if name.count == attribute.utf8CodeUnitCount, attribute.withUTF8Buffer(name.elementsEqual) {
        return value
      }
    }
    return nil
  }

  // Lists this short are searched faster than a hash is made.
  private static let main: Name = "main"
  private static let headings: [Name] = ["h1", "h2", "h3", "h4", "h5", "h6"]
  private static let inline: [Name] = [
    "a", "abbr", "b", "code", "del", "em", "i", "kbd", "mark", "s", "small", "span", "strong", "sub", "sup",
    "time", "wbr",
  ]
  private static let neverSearched: [Name] = ["nav", "script", "svg", "template"]
}
