/// The start of a footnote: `[^label]: `.
struct FootnoteDefinition {
  /// The label, without `[^` and `]`.
  let label: Range<Int>
  /// Where the text begins, after the blanks; the end of the line where it begins on the next.
  let contentStart: Int
  /// Whether the rest of the line is empty.
  let isEmpty: Bool

  /// Reads a definition that begins at a place; nil where none does.
  init?(in source: [UInt8], at start: Int) {
    guard source[start...].starts(with: "[^".utf8) else { return nil }
    var place = start + 2
    while place < source.count, source[place].isLabelCharacter { place += 1 }
    guard place > start + 2, source[place...].starts(with: "]:".utf8) else { return nil }
    label = start + 2..<place
    place += 2
    while place < source.count, source[place].isBlank { place += 1 }
    contentStart = place
    isEmpty = place == source.count || source[place].isLineEnd
  }

  /// Labels are compared without regard to case.
  static func key(_ label: ArraySlice<UInt8>) -> String {
    String(decoding: label, as: UTF8.self).lowercased()
  }
}
