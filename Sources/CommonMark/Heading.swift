/// A heading of a text.
public struct Heading: Hashable, Sendable {
  /// 1 to 6, as written to the HTML.
  public var level: Int
  /// Its identifier with the text's prefix; empty where identifiers are off.
  public var id: String
  /// Its title without links, citations and footnotes, for lists of contents and search.
  public var title: [HTMLPiece]
  /// The whole heading, as a range of `Markdown.pieces`.
  public var pieces: Range<Int>
}
