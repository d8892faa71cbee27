/// Text that came from a file and knows where each of its bytes stands there.
///
/// The text may differ from the file's: a YAML scalar without its quotes and indentation, or a template
/// with its tags replaced. It is a list of segments, each copied from the file or standing for a place.
public struct LocatedText: Hashable, Sendable {
  /// One stretch of `text` and the place in the file that it came from.
  struct Segment: Hashable, Sendable {
    /// Offset of the first byte in `text`.
    var start: Int
    /// Offset of the first byte in the file.
    var fileStart: Int
  }

  /// The text.
  public private(set) var text: String
  /// The file that the text came from.
  public let file: SourceFile
  private var segments: [Segment]

  /// The whole text of a file.
  public init(_ file: SourceFile) {
    self.text = file.text
    self.file = file
    self.segments = [Segment(start: 0, fileStart: 0)]
  }

  /// Empty text at a place of a file, to be appended to.
  public init(emptyIn file: SourceFile) {
    self.text = ""
    self.file = file
    self.segments = []
  }

  /// Appends text that stands at an offset of the file.
  ///
  /// - Parameters:
  ///   - newText: what to append; where it was copied from the file byte for byte, each byte keeps its place.
  ///   - fileOffset: the offset of its first byte in the file, in UTF-8 bytes.
  public mutating func append(_ newText: some StringProtocol, at fileOffset: Int) {
    beginSegment(at: fileOffset)
    text += newText
  }

  /// Appends a character that stands at an offset of the file.
  public mutating func append(_ scalar: Unicode.Scalar, at fileOffset: Int) {
    beginSegment(at: fileOffset)
    text.unicodeScalars.append(scalar)
  }

  /// Says where the next byte stands in the file.
  private mutating func beginSegment(at fileOffset: Int) {
    let start = text.utf8.count
    let follows = segments.last.map { start - $0.start == fileOffset - $0.fileStart } ?? false
    if !follows { segments.append(Segment(start: start, fileStart: fileOffset)) }
  }

  /// Appends a part of a text of the same file; each of its bytes keeps its place.
  public mutating func append(_ part: LocatedText) {
    let utf8 = part.text.utf8
    let ends = part.segments.dropFirst().map(\.start) + [utf8.count]
    for (segment, end) in zip(part.segments, ends) where segment.start < end || utf8.isEmpty {
      let start = utf8.index(utf8.startIndex, offsetBy: segment.start)
      append(part.text[start..<utf8.index(start, offsetBy: end - segment.start)], at: segment.fileStart)
    }
  }

  /// The part of the text in a range of UTF-8 offsets, which must lie on character boundaries.
  public subscript(range: Range<Int>) -> LocatedText {
    let utf8 = text.utf8
    let lower = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let upper = utf8.index(lower, offsetBy: range.count)
    var part = LocatedText(emptyIn: file)
    part.text = String(text[lower..<upper])
    let first = max(segments.partitioningIndex { $0.start > range.lowerBound } - 1, 0)
    for segment in segments[first...] where segment.start < max(range.upperBound, range.lowerBound + 1) {
      let skipped = max(range.lowerBound - segment.start, 0)
      part.segments.append(
        Segment(
          start: segment.start + skipped - range.lowerBound, fileStart: segment.fileStart + skipped))
    }
    return part
  }

  /// The offset in the file of an offset in the text, both in UTF-8 bytes.
  public func fileOffset(of offset: Int) -> Int {
    let index = segments.partitioningIndex { $0.start > offset } - 1
    guard index >= 0 else { return segments.first?.fileStart ?? 0 }
    return segments[index].fileStart + offset - segments[index].start
  }

  /// The location in the file of a range of UTF-8 offsets in the text.
  public func location(_ range: Range<Int>) -> SourceLocation {
    let start = fileOffset(of: range.lowerBound)
    let end = range.isEmpty ? start : fileOffset(of: range.upperBound - 1) + 1
    return file.location(start..<max(start, end))
  }

  /// The location of the whole text.
  public var location: SourceLocation { location(0..<text.utf8.count) }
}
