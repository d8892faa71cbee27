/// Shows diagnostics to a person, with the source line and a caret under the place.
///
///     criteria/data-races.md:8:11: error: Unknown question 'race_incident'; did you mean 'race_incidents'?
///     8 |   - when: answers.race_incident == 'many'
///       |           ~~~~~~~^~~~~~~~~~~~~~
public struct TextPrinter: Sendable {
  /// Whether to colour severities and carets with ANSI escapes.
  public var colours: Bool
  /// The source of a file by its path as shown; nil where it cannot be had, and the line is left out.
  public var source: @Sendable (String) -> SourceFile?

  /// Makes a printer.
  public init(colours: Bool, source: @escaping @Sendable (String) -> SourceFile?) {
    self.colours = colours
    self.source = source
  }

  /// The text for some diagnostics, in their order, each ending with a line break.
  public func text(of diagnostics: [Diagnostic]) -> String {
    var sources: [String: SourceFile?] = [:]
    var text = ""
    for diagnostic in diagnostics {
      let colour: Style = diagnostic.severity == .error ? .red : .yellow
      let label = styled(diagnostic.severity.rawValue + ":", colour)
      text += entry(label, diagnostic.message, at: diagnostic.location, caret: colour, &sources)
      for note in diagnostic.notes {
        text += entry(styled("note:", .cyan), note.message, at: note.location, caret: .cyan, &sources)
      }
      if let fix = diagnostic.fix {
        text += "  fix: \(Self.inWords(fix))\n"
      }
    }
    return text
  }

  private enum Style: String {
    case red = "31"
    case yellow = "33"
    case cyan = "36"
    case bold = "1"
  }

  private func styled(_ text: String, _ style: Style) -> String {
    colours ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  private func entry(
    _ label: String, _ message: String, at location: SourceLocation?, caret: Style,
    _ sources: inout [String: SourceFile?]
  ) -> String {
    let place = location.map { styled(Self.visible("\($0)") + ":", .bold) + " " } ?? ""
    let head = "\(place)\(label) \(Self.visible(message))\n"
    guard let location, let start = location.start else { return head }
    if sources[location.file] == nil { sources[location.file] = .some(source(location.file)) }
    guard let file = sources[location.file] ?? nil, let line = file.line(start.line) else { return head }
    return head + excerpt(of: line, from: start, to: location.end ?? start, caret)
  }
}

extension TextPrinter {
  /// The widest part of a line that is shown, in Unicode scalars.
  private static let widest = 110

  private func excerpt(of line: Substring, from start: SourcePosition, to end: SourcePosition, _ style: Style)
    -> String
  {
    let column = start.column - 1
    let first = column > Self.widest - 20 ? column - 30 : 0
    // A line may be a megabyte long: only what is shown is looked at closely.
    let rest = line.unicodeScalars.dropFirst(first)
    let window = Array(rest.prefix(Self.widest))
    let isCut = rest.dropFirst(Self.widest).first != nil
    let caret = min(column - first, window.count)
    let endOfCaret = end.line > start.line ? window.count : min(end.column - 1 - first, window.count)
    let length = max(1, endOfCaret - caret)

    let shown = (first > 0 ? "…" : "") + Self.visible(window) + (isCut ? "…" : "")
    let before = (first > 0 ? " " : "") + Self.blank(window[..<caret])
    let gutter = "\(start.line)"
    let underline = "^" + String(repeating: "~", count: length - 1)
    return """
      \(gutter) | \(shown)
      \(String(repeating: " ", count: gutter.count)) | \(before)\(styled(underline, style))

      """
  }

  /// The scalars with tabs kept and other control characters replaced, so that input cannot steer a terminal.
  private static func visible(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      let isControl = scalar.properties.generalCategory == .control && scalar != "\t"
      text.append(isControl ? "\u{FFFD}" : scalar)
    }
    return String(text)
  }

  private static func visible(_ text: String) -> String { visible(text.unicodeScalars) }

  /// What to do; blanks, which nobody sees, are counted.
  private static func inWords(_ fix: Diagnostic.Fix) -> String {
    let text = fix.replacement
    if text.isEmpty { return "remove it" }
    guard text.allSatisfy({ $0 == " " }) else { return "write " + visible(text) }
    return text.count == 1 ? "write a blank" : "write \(text.count) blanks"
  }

  /// Blanks as wide as the scalars: tabs stay tabs, wide East Asian characters take two.
  private static func blank(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    scalars.map { scalar in
      switch scalar {
      case "\t": "\t"
      case _ where scalar.properties.generalCategory == .nonspacingMark: ""
      case "\u{1100}"..."\u{115F}", "\u{2E80}"..."\u{A4CF}", "\u{AC00}"..."\u{D7A3}",
        "\u{F900}"..."\u{FAFF}", "\u{FE30}"..."\u{FE6F}", "\u{FF00}"..."\u{FF60}",
        "\u{FFE0}"..."\u{FFE6}", "\u{1F300}"..."\u{1F64F}", "\u{1F900}"..."\u{1F9FF}":
        "  "
      default: " "
      }
    }.joined()
  }
}
