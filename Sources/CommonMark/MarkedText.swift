/// The text that libcmark parses: the source with marks, and a map back.
struct MarkedText {
  /// A stretch that was copied from the source or stands for a place in it.
  private struct Segment {
    var marked: Int
    var source: Int
  }

  /// The author's text.
  let source: [UInt8]
  /// What is parsed.
  private(set) var bytes: [UInt8] = []
  /// What the indexed mark characters stand for.
  private(set) var marks: [Mark] = []
  /// Whether any mark character is in `bytes`.
  private(set) var holdsMarks = false
  /// Blocks that stand for tables and footnotes: what each is, by the offset of its first byte in `bytes`.
  private(set) var lifted: [Int: BlockLift.Item] = [:]
  private var segments: [Segment] = []
  private var lineStarts: [Int]?

  /// Makes an empty text.
  init(source: [UInt8]) {
    self.source = source
    bytes.reserveCapacity(source.count + source.count / 8)
  }

  // MARK: Writing

  /// Appends a range of the source as it stands.
  mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    beginSegment(at: range.lowerBound)
    bytes.append(contentsOf: source[range])
  }

  /// Appends bytes that are not in the source, at a place of it.
  mutating func insert(_ newBytes: some Sequence<UInt8>, at offset: Int) {
    beginSegment(at: offset)
    bytes.append(contentsOf: newBytes)
  }

  /// Appends a mark for a range of the source.
  ///
  /// - Returns: false where there are too many marks already; nothing is appended then.
  mutating func insert(_ mark: Mark, spelled: Bool) -> Bool {
    guard marks.count < MarkCharacter.limit else { return false }
    let character = MarkCharacter.mark(marks.count)
    marks.append(mark)
    insert(character, spelled: spelled, at: mark.source.lowerBound)
    return true
  }

  /// Appends a mark character for a place of the source.
  mutating func insert(_ character: MarkCharacter, spelled: Bool, at offset: Int) {
    holdsMarks = true
    insert(spelled ? character.spelled : character.utf8, at: offset)
  }

  /// Says that the next byte is the first of a block that stands for a table or footnote.
  mutating func beginLifted(_ item: BlockLift.Item) { lifted[bytes.count] = item }

  private mutating func beginSegment(at offset: Int) {
    if let last = segments.last, bytes.count - last.marked == offset - last.source { return }
    segments.append(Segment(marked: bytes.count, source: offset))
  }

  // MARK: Places

  /// The place in the source of a place in the marked text.
  func sourceOffset(of offset: Int) -> Int {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = low + (high - low) / 2
      if segments[middle].marked > offset { high = middle } else { low = middle + 1 }
    }
    guard low > 0 else { return segments.first?.source ?? 0 }
    let segment = segments[low - 1]
    let end = low < segments.count ? segments[low].source : source.count
    let place = segment.source + offset - segment.marked
    return end >= segment.source ? min(place, end) : min(place, source.count)
  }

  /// The offset of a line and column, both from 1; lines end as CommonMark's do.
  mutating func offset(line: Int, column: Int) -> Int {
    let starts = lineStarts ?? Self.lineStarts(in: bytes)
    lineStarts = starts
    guard starts.indices.contains(line - 1) else { return bytes.count }
    return min(starts[line - 1] + max(column, 1) - 1, bytes.count)
  }

  private static func lineStarts(in bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte <= UInt8(ascii: "\r") {
      let endsLine =
        byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r") && (index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n"))
      if endsLine { starts.append(index + 1) }
    }
    return starts
  }

  // MARK: Putting back

  /// What the author wrote, given what the tree shows of it in code, HTML or a destination.
  ///
  /// - Parameter keepsEscapes: whether backslashes are part of it, as in code, or were taken away.
  func restored(_ text: ArraySlice<UInt8>, keepsEscapes: Bool) -> ArraySlice<UInt8> {
    guard holdsMarks, text.contains(where: { $0 == 0xF4 || $0 == UInt8(ascii: "&") }) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      let rest = text[index...]
      if text[index] == 0xF4, let character = MarkCharacter(utf8: rest) {
        result.append(contentsOf: written(character, keepsEscapes: keepsEscapes))
        index += MarkCharacter.width
      } else if keepsEscapes, text[index] == UInt8(ascii: "&"), let character = MarkCharacter(spelled: rest) {
        result.append(contentsOf: written(character, keepsEscapes: keepsEscapes))
        index += MarkCharacter.spelledWidth
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result[...]
  }

  /// What the author wrote where a mark character stands.
  func written(_ character: MarkCharacter, keepsEscapes: Bool = false) -> ArraySlice<UInt8> {
    switch character {
    case .escapedTilde: Array((keepsEscapes ? "\\~" : "~").utf8)[...]
    case .plainBracket: [UInt8(ascii: "[")]
    case .mark(let index): index < marks.count ? source[marks[index].source] : []
    }
  }
}
