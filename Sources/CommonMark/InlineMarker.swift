/// Copies source text into a marked text, with marks for what libcmark would lose or does not know.
///
/// It looks at characters only, not at structure: a mark that lands in code or HTML is put back there. So it
/// need not know where code spans begin, and one pass over the bytes is enough.
struct InlineMarker {
  /// What is understood.
  let extensions: MarkdownOptions.Extensions
  /// Whether private-use characters are slots.
  let allowsSlots: Bool
  /// Private-use characters that must not be there, in bytes of the source.
  private(set) var refusedCharacters: [Range<Int>] = []
  /// The first place where no further mark could be made.
  private(set) var overflow: Range<Int>?

  init(options: MarkdownOptions) {
    extensions = options.extensions
    allowsSlots = options.opaqueCharacters == .slots
  }

  /// Appends a range of the source.
  ///
  /// - Parameter isCell: whether it is a cell of a table, in which `\|` is a pipe.
  mutating func copy(_ range: Range<Int>, isCell: Bool = false, into text: inout MarkedText) {
    var scan = Scan(bytes: text.source, range: range, isCell: isCell, extensions: extensions)
    while let match = scan.next() {
      text.copy(match.before)
      replace(match, in: &text)
    }
    text.copy(scan.rest)
  }

  private mutating func replace(_ match: Scan.Match, in text: inout MarkedText) {
    switch match.replacement {
    case .nothing:
      break
    case .escapedTilde:
      text.insert(.escapedTilde, spelled: true, at: match.range.lowerBound)
    case .plainBracket:
      text.insert(.plainBracket, spelled: false, at: match.range.lowerBound)
    case .privateUse(let scalar):
      let isMark = scalar.value >= 0x10_0000
      if allowsSlots, !isMark {
        text.copy(match.range)
      } else {
        refusedCharacters.append(match.range)
        text.insert("\u{FFFD}".utf8, at: match.range.lowerBound)
      }
    case .mark(let kind, let spelled):
      if !text.insert(Mark(kind: kind, source: match.range), spelled: spelled) {
        overflow = overflow ?? match.range
        text.copy(match.range)
      }
    }
  }
}
