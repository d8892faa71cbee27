/// A tag in a finished page, whose bytes are looked at in place: a team has thousands of tags.
struct HTMLTag {
  /// An element's name, by its first eight letters.
  struct Name: Hashable, ExpressibleByStringLiteral {
    private let letters: UInt64

    init(_ bytes: UnsafeRawBufferPointer) {
      var letters: UInt64 = 0
      for index in 0..<min(bytes.count, 8) { letters = letters << 8 | UInt64(bytes[index]) }
      self.letters = letters
    }

    init(stringLiteral text: StaticString) {
      self.init(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
  }

  let isEnd: Bool
  let name: Name
  /// Where its attributes are, as they are written.
  private let attributes: Range<Int>
  /// The offset behind it.
  let end: Int

  /// Reads the tag that begins at an offset; comments and the document's type read like tags of odd names.
  init(at start: Int, in html: UnsafeRawBufferPointer) {
    isEnd = start + 1 < html.count && html[start + 1] == UInt8(ascii: "/")
    let first = start + (isEnd ? 2 : 1)
    var index = first
    while index < html.count, html[index] > UInt8(ascii: " "), html[index] != UInt8(ascii: ">"),
      html[index] != UInt8(ascii: "/")
    {
      index += 1
    }
    name = Name(UnsafeRawBufferPointer(rebasing: html[first..<index]))
    let close = Self.close(from: index, in: html)
    attributes = index..<close
    end = min(close + 1, html.count)
  }

  /// The offset of the sign that closes a tag; one in quotes belongs to an attribute's value.
  private static func close(from start: Int, in html: UnsafeRawBufferPointer) -> Int {
    var (place, quotes) = (start, 0)
    while let close = html.firstIndex(of: UInt8(ascii: ">"), from: place) {
      for index in place..<close where html[index] == UInt8(ascii: "\"") { quotes += 1 }
      if quotes.isMultiple(of: 2) { return close }
      place = close + 1
    }
    return html.count
  }

  /// Whether its element holds what a page has to say.
  var isMain: Bool { name == Self.main }

  /// Whether it is one of `h1` to `h6`.
  var isHeading: Bool { Self.headings.contains(name) }

  /// Whether letters on both of its sides can be of one word.
  var isInline: Bool { Self.inline.contains(name) }

  /// Whether its element is of a kind that no search looks into.
  var isNeverSearched: Bool { Self.neverSearched.contains(name) }

  /// Where the value of an attribute is, as it is written; nil where the tag has none of the name.
  ///
  /// - Parameter html: the page that the tag was read from.
  func value(of attribute: StaticString, in html: UnsafeRawBufferPointer) -> Range<Int>? {
    var rest = html[attributes]
    // Most tags do not have it, and reading their attributes takes longer than looking for its name.
    guard UnsafeRawBufferPointer(rebasing: rest).contains(attribute) else { return nil }
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
        return value.startIndex..<value.endIndex
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
