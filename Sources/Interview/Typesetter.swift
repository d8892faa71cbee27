/// Makes lines for a terminal of what is said: plain lines, one below the other, that any terminal shows and any
/// screen reader reads.
public struct Typesetter: Sendable {
  private let columns: Int
  private let isBold: Bool

  /// - Parameters:
  ///   - columns: how many characters a line may have; never less than 20.
  ///   - usesStyles: whether questions may stand out in bold.
  public init(columns: Int = 80, usesStyles: Bool = false) {
    self.columns = max(20, columns)
    isBold = usesStyles
  }

  /// The text of several utterances, line ends included; after a prompt there is none.
  public func text(of utterances: [Utterance]) -> String { utterances.map(text(of:)).joined() }

  private func text(of utterance: Utterance) -> String {
    switch utterance {
    case .blank: "\n"
    case .words(let text), .aside(let text), .problem(let text), .standing(let text): lines(text) + "\n"
    case .question(let text): isBold ? "\u{1B}[1m\(lines(text))\u{1B}[0m\n" : lines(text) + "\n"
    case .item(let mark, let text): lines(text, mark: mark) + "\n"
    case .line(let text): "  \(Self.shown(text))\n"
    case .prompt(let text): lines(text) + " "
    }
  }

  /// Wraps a text at spaces; what follows a mark is indented behind it.
  private func lines(_ text: String, mark: String = "") -> String {
    let head = mark.isEmpty ? "" : String(repeating: " ", count: max(1, 3 - mark.count)) + mark + "  "
    var line = head
    var isEmpty = true
    var lines: [String] = []
    for word in Self.shown(text).split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > columns - 1 {
        lines.append(line)
        line = String(repeating: " ", count: head.count)
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return (lines + [line]).joined(separator: "\n")
  }

  /// A text with all white space as spaces, and other control characters made visible: what stands in a file must
  /// not command the terminal.
  private static func shown(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        shown.append(scalar == "\u{A0}" || scalar == "\u{202F}" ? scalar : " ")
      } else {
        switch scalar.properties.generalCategory {
        case .control: shown.append("\u{FFFD}")
        // Joiners shape scripts and emoji; other format characters could turn the order of a line around.
        case .format: shown.append(scalar == "\u{200C}" || scalar == "\u{200D}" ? scalar : "\u{FFFD}")
        default: shown.append(scalar)
        }
      }
    }
    return String(shown)
  }
}
