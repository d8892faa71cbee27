/// The name of something that rules or templates write after a dot, such as a question or a verdict:
/// `[a-z][a-z0-9_]*`, and no reserved word of the rule language.
public struct Name: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The name as written.
  public let text: String

  /// Makes a name; nil where the text does not have its form.
  public init?(_ text: String) {
    guard let first = text.utf8.first, Self.isLetter(first),
      text.utf8.allSatisfy({ Self.isLetter($0) || Self.isDigit($0) || $0 == UInt8(ascii: "_") }),
      !Self.reservedWords.contains(text)
    else { return nil }
    self.text = text
  }

  /// As written.
  public var description: String { text }

  /// In the order of the alphabet.
  public static func < (a: Self, b: Self) -> Bool { a.text < b.text }

  /// The words that the grammar of CEL keeps for itself.
  ///
  /// See "Syntax" in the language definition of google/cel-spec.
  static let reservedWords: Set<String> = [
    "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in", "let",
    "loop", "namespace", "null", "package", "return", "true", "var", "void", "while",
  ]

  fileprivate static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }
  fileprivate static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

/// The id of something with a page, a file or a place in a list, such as a step or a checklist item:
/// `[a-z0-9]+(-[a-z0-9]+)*`.
public struct Slug: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The id as written.
  public let text: String

  /// Makes an id; nil where the text does not have its form.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { Name.isLetter($0) || Name.isDigit($0) } }) else {
      return nil
    }
    self.text = text
  }

  /// What stands in for an id that is missing or broken, so that loading can go on; never seen on a page.
  static let standIn = Slug(standIn: "stand-in")

  private init(standIn text: String) { self.text = text }

  /// As written.
  public var description: String { text }

  /// In the order of the alphabet.
  public static func < (a: Self, b: Self) -> Bool { a.text < b.text }
}
