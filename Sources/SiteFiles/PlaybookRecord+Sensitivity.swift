extension PlaybookRecord {
  /// What the verdict hangs on.
  public struct Sensitivity: Codable, Hashable, Sendable {
    /// A change of one answer, or of two, that would change the verdict.
    public struct TippingPoint: Codable, Hashable, Sendable {
      /// The questions whose answers would change.
      public var questions: [String]
      /// The change in words, without values where one is private.
      public var text: String
      /// What the verdict would be.
      public var verdict: Named
      /// Whether the team can act on all of it.
      public var isChangeable: Bool

      private enum CodingKeys: String, CodingKey {
        case questions, text, verdict
        case isChangeable = "changeable"
      }

      /// Makes a tipping point.
      public init(questions: [String], text: String, verdict: Named, isChangeable: Bool) {
        self.questions = questions
        self.text = text
        self.verdict = verdict
        self.isChangeable = isChangeable
      }
    }

    /// A question without an answer.
    public struct OpenQuestion: Codable, Hashable, Sendable {
      /// Its id.
      public var question: String
      /// Whether an answer can still change the verdict.
      public var canChangeVerdict: Bool

      private enum CodingKeys: String, CodingKey {
        case question
        case canChangeVerdict = "can_change_verdict"
      }

      /// Makes an open question.
      public init(question: String, canChangeVerdict: Bool) {
        self.question = question
        self.canChangeVerdict = canChangeVerdict
      }
    }

    /// The share of weightings under which the verdict is the same, 0 to 1; nil where there is none to doubt yet.
    public var robustness: Double?
    /// The nearest first.
    public var tippingPoints: [TippingPoint]
    /// The most telling first.
    public var answerFirst: [OpenQuestion]

    private enum CodingKeys: String, CodingKey {
      case robustness
      case tippingPoints = "tipping_points"
      case answerFirst = "answer_first"
    }

    /// Makes what a verdict hangs on.
    public init(robustness: Double?, tippingPoints: [TippingPoint], answerFirst: [OpenQuestion]) {
      self.robustness = robustness
      self.tippingPoints = tippingPoints
      self.answerFirst = answerFirst
    }
  }

  /// A component as a place to start.
  public struct Candidate: Codable, Hashable, Sendable {
    /// Another answer, or two, with which it would be eligible.
    public struct Remedy: Codable, Hashable, Sendable {
      /// The questions whose answers would change.
      public var questions: [String]
      /// The change in words, without values where one is private.
      public var text: String

      /// Makes a remedy.
      public init(questions: [String], text: String) {
        self.questions = questions
        self.text = text
      }
    }

    /// The component.
    public var component: Named
    /// The least that its weighted sum can be; nil where it is not ranked.
    public var least: Double?
    /// The most that it can be.
    public var most: Double?
    /// Whether another has the same least sum.
    public var isTied: Bool
    /// What would make it eligible, the nearest first; empty where it is, or where no one or two answers would.
    public var remedies: [Remedy]

    private enum CodingKeys: String, CodingKey {
      case component, least, most, remedies
      case isTied = "tied"
    }

    /// Makes a candidate.
    public init(component: Named, least: Double?, most: Double?, isTied: Bool, remedies: [Remedy]) {
      self.component = component
      self.least = least
      self.most = most
      self.isTied = isTied
      self.remedies = remedies
    }
  }
}
