/// Lines that may belong to a table or begin a footnote; only the tree shows whether they do.
struct BlockCandidates {
  /// A line to look at.
  enum Candidate: Hashable {
    /// It may be a table's delimiter row; where the line begins.
    case delimiterRow(Int)
    /// It may define a footnote; where its `[` stands.
    case footnote(Int)

    /// Whether it may define a footnote.
    var isFootnote: Bool {
      if case .footnote = self { true } else { false }
    }

    /// Its place in the source.
    var offset: Int {
      switch self {
      case .delimiterRow(let offset), .footnote(let offset): offset
      }
    }
  }

  /// The candidates, in order of the source.
  var all: [Candidate] = []

  /// Finds the candidates in a text.
  init(in source: [UInt8], extensions: MarkdownOptions.Extensions) {
    let findsTables = extensions.contains(.tables)
    let findsFootnotes = extensions.contains(.footnotes)
    guard findsTables || findsFootnotes else { return }
    var start = 0
    while start < source.count {
      if findsTables, Self.mayBeDelimiterRow(in: source, at: start) {
        all.append(.delimiterRow(start))
      } else if findsFootnotes, let bracket = Self.footnote(in: source, at: start) {
        all.append(.footnote(bracket))
      }
      start = source.startOfNextLine(from: start)
    }
  }

  /// Whether a line holds only what a delimiter row may, and a pipe or colon: without one it would underline a
  /// heading.
  private static func mayBeDelimiterRow(in source: [UInt8], at start: Int) -> Bool {
    var place = start
    while place < source.count, source[place].isBlank || source[place] == UInt8(ascii: ">") { place += 1 }
    var isDistinct = false
    var hasDash = false
    while place < source.count, !source[place].isLineEnd {
      switch source[place] {
      case UInt8(ascii: "|"), UInt8(ascii: ":"): isDistinct = true
      case UInt8(ascii: "-"): hasDash = true
      case let byte where byte.isBlank: break
      default: return false
      }
      place += 1
    }
    return isDistinct && hasDash
  }

  private static func footnote(in source: [UInt8], at start: Int) -> Int? {
    var place = start
    while place < source.count, source[place].mayPrecedeBlock { place += 1 }
    return FootnoteDefinition(in: source, at: place) == nil ? nil : place
  }
}
