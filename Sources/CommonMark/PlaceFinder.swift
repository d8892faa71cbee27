import Diagnostics

/// Turns offsets into locations, in linear time for a whole text, even where all of it is one line.
///
/// `LocatedText` counts columns from the start of the line each time; this goes on from the place before.
struct PlaceFinder {
  private let text: LocatedText
  private var last: (offset: Int, position: SourcePosition)?

  init(_ text: LocatedText) { self.text = text }

  /// The location of a range of bytes of the text.
  mutating func location(_ range: Range<Int>) -> SourceLocation {
    let start = text.fileOffset(of: range.lowerBound)
    let end = range.isEmpty ? start : text.fileOffset(of: range.upperBound - 1) + 1
    let first = position(at: start)
    return SourceLocation(file: text.file.path, start: first, end: position(at: max(start, end)))
  }

  private mutating func position(at offset: Int) -> SourcePosition {
    let position = text.file.position(at: offset, after: last)
    last = (offset, position)
    return position
  }
}
