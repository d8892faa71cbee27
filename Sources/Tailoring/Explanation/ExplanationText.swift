/// Text in lines of a terminal's width, indented in steps of two.
struct ExplanationText {
  /// Columns of a line, unless a single word is longer.
  static let width = 80

  private(set) var text = ""

  /// A heading with an empty line before it.
  mutating func heading(_ heading: String) { text += (text.isEmpty ? "" : "\n") + heading.oneLine + "\n" }

  /// A paragraph; its further lines stand two columns further right.
  ///
  /// - Parameters:
  ///   - place: where it comes from, at the end of the line or on one of its own.
  ///   - level: how many steps it is indented.
  mutating func line(_ words: String, place: String? = nil, level: Int = 1) {
    let indentation = String(repeating: "  ", count: level)
    var line = indentation
    var isFirst = true
    for word in words.oneLine.split(separator: " ") {
      if !isFirst, line.count + 1 + word.count > Self.width {
        text += line + "\n"
        line = indentation + "  " + word
      } else {
        line += (isFirst ? "" : " ") + word
      }
      isFirst = false
    }
    guard let place else {
      text += line + "\n"
      return
    }
    let fits = line.count + 2 + place.count <= Self.width
    text += line + (fits ? "  " : "\n" + indentation + "    ") + place.oneLine + "\n"
  }
}
