/// What a person types, read as a key or as an answer.
enum Reply: Hashable {
  /// Enter alone.
  case nothing
  case key(Key)
  case text(String)

  /// The keys: one letter and Enter, at every question.
  enum Key: Character, CaseIterable {
    case dontKnow = "?"
    case back = "b"
    case skip = "s"
    case findOut = "f"
    case evidence = "e"
    case notApplicable = "x"
    case stop = "q"
    case help = "h"

    /// What the key does.
    var meaning: String {
      switch self {
      case .dontKnow: "I don't know; then say who will find out, and until when"
      case .back: "back to the question before"
      case .skip: "skip the question for now"
      case .findOut: "how to find out"
      case .evidence: "give evidence with the answer: a note, a source, who says so, since when"
      case .notApplicable: "the question makes no sense here; then say why"
      case .stop: "stop; every answer is saved already"
      case .help: "this list"
      }
    }
  }

  /// Reads a line. A text that is the letter of a key is meant as text in quotes: `"b"`.
  init(_ line: String) {
    let text = line.trimmed
    if text.isEmpty {
      self = .nothing
    } else if text.count == 1, let letter = text.lowercased().first, let key = Key(rawValue: letter) {
      self = .key(key)
    } else if text.count == 3, text.hasPrefix("\""), text.hasSuffix("\"") {
      self = .text(String(text.dropFirst().dropLast()))
    } else {
      self = .text(text)
    }
  }

  /// Whether a line holds what nobody types on purpose, such as the code of an arrow key.
  static func isGarbled(_ line: String) -> Bool {
    line.unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar != "\t"
      case .privateUse, .unassigned: true
      default: scalar == "\u{FFFD}"
      }
    }
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
