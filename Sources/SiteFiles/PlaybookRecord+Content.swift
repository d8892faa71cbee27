extension PlaybookRecord {
  /// A step of the plan.
  public struct Step: Codable, Hashable, Sendable {
    /// How far it is; `possible` where it is open whether it applies.
    public enum Status: String, Codable, Hashable, Sendable {
      case open, done, skipped, possible
      case inProgress = "in_progress"
    }

    /// An item of its checklist.
    public struct Item: Codable, Hashable, Sendable {
      /// Its id.
      public var id: String
      /// Whether the answers file says that it is done.
      public var isDone: Bool

      private enum CodingKeys: String, CodingKey {
        case id
        case isDone = "done"
      }

      /// Makes an item.
      public init(id: String, isDone: Bool) {
        self.id = id
        self.isDone = isDone
      }
    }

    /// Its id.
    public var id: String
    /// Its title.
    public var title: String
    /// The phase.
    public var phase: Named
    /// How far it is.
    public var status: Status
    /// The ids of the steps before it.
    public var needs: [String]
    /// The work to tick.
    public var checklist: [Item]
    /// The path of its page in the team's folder.
    public var url: String

    /// Makes a step.
    public init(
      id: String, title: String, phase: Named, status: Status, needs: [String], checklist: [Item], url: String
    ) {
      self.id = id
      self.title = title
      self.phase = phase
      self.status = status
      self.needs = needs
      self.checklist = checklist
      self.url = url
    }
  }

  /// A question, and what the team said.
  public struct Answer: Codable, Hashable, Sendable {
    /// Where the answer stands.
    public enum State: String, Codable, Hashable, Sendable {
      case answered, open
      case notApplicable = "not_applicable"
      case notAsked = "not_asked"
    }

    /// Where an answer came from.
    public enum Origin: String, Codable, Hashable, Sendable {
      case own, team, all
    }

    /// What was answered.
    public enum Value: Hashable, Sendable {
      case flag(Bool)
      case integer(Int64)
      case number(Double)
      case text(String)
      case choices([String])
    }

    /// The question's id.
    public var question: String
    /// The question's short name.
    public var label: String
    /// Where the answer stands.
    public var state: State
    /// The value as in the answers file.
    public var value: Value?
    /// The value as pages show it.
    public var text: String?
    /// The file that it came from; nil where nothing was said.
    public var origin: Origin?
    /// Whether it is older than the playbook holds answers for valid.
    public var isOld: Bool

    private enum CodingKeys: String, CodingKey {
      case question, label, state, value, text, origin
      case isOld = "old"
    }

    /// Makes an answer.
    public init(
      question: String, label: String, state: State, value: Value?, text: String?, origin: Origin?,
      isOld: Bool
    ) {
      self.question = question
      self.label = label
      self.state = state
      self.value = value
      self.text = text
      self.origin = origin
      self.isOld = isOld
    }
  }
}

extension PlaybookRecord.Answer.Value: Codable {
  /// Reads the JSON value that has the answer's type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let integer = try? container.decode(Int64.self) {
      self = .integer(integer)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else {
      self = .choices(try container.decode([String].self))
    }
  }

  /// Writes the plain JSON value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .flag(let flag): try container.encode(flag)
    case .integer(let integer): try container.encode(integer)
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .choices(let choices): try container.encode(choices)
    }
  }
}
