public import Diagnostics
public import Rules

/// One question to a team.
public struct Question: Sendable {
  /// What is asked about.
  public enum Scope: String, Sendable, CaseIterable {
    /// Asked once.
    case subject
    /// Asked once for each component.
    case component
  }

  /// The type of its answer.
  public enum Kind: Sendable {
    case boolean
    case oneOf([Choice])
    case manyOf([Choice])
    case integer(Limits)
    case number(Limits)
    case text
    case date
  }

  /// One answer to choose.
  public struct Choice: Sendable {
    /// Its name in rules and answers files.
    public var id: Name
    /// What tables and sentences show.
    public var label: String
    /// Where its id is written.
    public var location: SourceLocation
  }

  /// The range and the unit of a number.
  public struct Limits: Sendable {
    /// The smallest allowed value.
    public var minimum: Double?
    /// The largest allowed value.
    public var maximum: Double?
    /// What is counted, shown after the number.
    public var unit: String?
  }

  /// Its name in rules, templates and answers files.
  public var id: Name
  /// A short name for tables and sentences.
  public var label: String
  /// The question as asked.
  public var ask: String
  /// How to find out.
  public var findOut: MarkdownText?
  /// The type of its answer.
  public var kind: Kind
  /// Whether all of the choices could be read, each once.
  var areChoicesRead = true
  /// What is asked about.
  public var scope: Scope
  /// Among the few that can be answered from memory.
  public var isQuick: Bool
  /// Whether the team can act on it.
  public var isChangeable: Bool
  /// Whether rules may use the answer, but no page may show it.
  public var isPrivate: Bool
  /// Whether an answers file must say something about it.
  public var isRequired: Bool
  /// Whether the question applies; always where nil.
  public var when: Rule?
  /// Where its id is written.
  public var location: SourceLocation
}

extension Question.Kind {
  /// The type of a question whose own could not be read, which is reported: any answer fits.
  static let unread = Self.oneOf([])

  /// The choices of a question with choices, else none.
  var choices: [Question.Choice] {
    switch self {
    case .oneOf(let choices), .manyOf(let choices): choices
    case .boolean, .integer, .number, .text, .date: []
    }
  }

  /// Whether a reported mistake left it without a type, or without any choice.
  var isUnread: Bool {
    switch self {
    case .oneOf, .manyOf: choices.isEmpty
    case .boolean, .integer, .number, .text, .date: false
    }
  }
}

extension Question {
  /// The choices of a question with choices, else none.
  public var choices: [Choice] { kind.choices }

  /// The choice of an id.
  public func choice(_ id: String) -> Choice? { choices.first { $0.id.text == id } }

  /// The type that rules see; any, where a reported mistake hides the choices.
  public var ruleType: RuleType {
    switch kind {
    case .boolean: .bool
    case .oneOf(let choices): areChoicesRead ? .choice(choices.map(\.id.text)) : .any
    case .manyOf(let choices): .list(areChoicesRead ? .choice(choices.map(\.id.text)) : .any)
    case .integer: .int
    case .number: .double
    case .text: .string
    case .date: .date
    }
  }
}

/// The questions of one file, shown together.
public struct QuestionGroup: Sendable {
  /// The file's id.
  public var id: Slug
  /// The heading over them.
  public var title: PlainText
  /// The questions, in the order of the file.
  public var questions: [Question]
  /// Whether all of them could be read.
  var isWhole = true
}
