public import Diagnostics
public import Rules

/// Where on the site a team's playbook stands: `payments`, or `payments/ledger-api` for one of its subjects.
public struct TeamKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The team's id.
  public let team: Slug
  /// The subject's id, for a team with several.
  public let subject: Slug?

  /// Makes a key.
  public init(team: Slug, subject: Slug? = nil) {
    self.team = team
    self.subject = subject
  }

  /// The path of the folder.
  public var description: String { subject.map { "\(team)/\($0)" } ?? team.text }

  /// By the path of the folder.
  public static func < (a: Self, b: Self) -> Bool { a.description < b.description }
}

/// What a team says about itself, its subject and its progress: one answers file with what it inherits.
public struct Answers: Sendable {
  /// A part of the subject that could move alone.
  public struct Component: Sendable {
    /// Its id.
    public var id: Slug
    /// Its title.
    public var title: PlainText
    /// The answers to component questions.
    public var answers: [Name: Answer]
    /// Where its id is written.
    public var location: SourceLocation
  }

  /// What the people decided.
  public struct Decision: Sendable {
    /// The verdict that they took.
    public var verdict: Name
    /// Who decided.
    public var by: [PlainText]
    /// When.
    public var on: CalendarDate?
    /// Why.
    public var because: PlainText?
    /// When it is looked at again.
    public var review: CalendarDate?
    /// Where it is written.
    public var location: SourceLocation
  }

  /// How far a step is.
  public struct Progress: Sendable {
    /// Its state.
    public enum Status: String, Sendable, CaseIterable {
      case open
      case inProgress = "in_progress"
      case done
      case skipped
    }

    /// Its state.
    public var status: Status
    /// Since when.
    public var on: CalendarDate?
    /// The checklist items that are done.
    public var done: [Located<Slug>]
    /// The ticket that tracks it.
    public var ticket: PlainText?
    /// A remark.
    public var note: PlainText?
  }

  /// A measured number, at one moment.
  public struct Measurement: Sendable {
    /// The number.
    public var value: Double
    /// The exposure of a count, in weeks.
    public var weeks: Double?
    /// When it was taken.
    public var on: CalendarDate?
    /// Where it can be looked up.
    public var source: PlainText?
    /// A remark.
    public var note: PlainText?
  }

  /// Where its pages stand.
  public var key: TeamKey
  /// The playbook's id.
  public var playbook: Located<Slug>
  /// The version that the answers were given against.
  public var version: Located<Version>?
  /// The team's name.
  public var team: PlainText
  /// The subject's name.
  public var subject: PlainText
  /// How many people do the work.
  public var people: Int?
  /// Which part of their time, above 0 to 1.
  public var availability: Double?
  /// When the work begins.
  public var start: CalendarDate?
  /// Whether the portfolio shows it.
  public var isListed: Bool
  /// The answers; a question without an entry is open.
  public var answers: [Name: Answer]
  /// The parts of the subject that could move alone.
  public var components: [Component]
  /// What the people decided.
  public var decision: Decision?
  /// How far each step is.
  public var progress: [Slug: Progress]
  /// What was measured, by measure and moment.
  public var measurements: [Name: [Name: Measurement]]
  /// The answers file.
  public var file: String
  /// Where it begins.
  public var location: SourceLocation
}

extension Answers {
  /// The answers of a team that has said nothing yet.
  ///
  /// - Parameters:
  ///   - team: stands for the team's name.
  ///   - subject: stands for the subject's name.
  package static func none(to playbook: Playbook, team: PlainText, subject: PlainText) -> Answers {
    let location = SourceLocation(file: "")
    return Answers(
      key: TeamKey(team: playbook.id), playbook: Located(playbook.id, at: location), team: team,
      subject: subject, isListed: false, answers: [:], components: [], progress: [:], measurements: [:],
      file: "", location: location)
  }
}

/// What is known about one question.
public struct Answer: Sendable {
  /// The state of an answer. A question that nobody mentions has none and is open.
  public enum State: Sendable, Hashable {
    /// Answered, with a value of the question's type.
    case given(RuleValue)
    /// Known to be unknown, with who finds out and until when.
    case unknown(String, until: CalendarDate?)
    /// The question makes no sense here, and why.
    case notApplicable(String)
  }

  /// What backs an answer.
  public struct Evidence: Sendable, Hashable {
    /// A remark.
    public var note: PlainText?
    /// Where it can be looked up.
    public var source: PlainText?
    /// Who said so.
    public var by: PlainText?
    /// When.
    public var on: CalendarDate?

    /// No evidence.
    public static let none = Evidence()
  }

  /// The file that an answer came from.
  public enum Origin: Sendable, Hashable {
    /// The team's or subject's own file.
    case own
    /// The team's `_team.yaml`.
    case team
    /// `_all.yaml`, shared by every team.
    case all
  }

  /// Its state.
  public var state: State
  /// What backs it.
  public var evidence: Evidence
  /// The file that it came from.
  public var origin: Origin
  /// Where it is written.
  public var location: SourceLocation

  /// Makes an answer.
  package init(state: State, evidence: Evidence = .none, origin: Origin, location: SourceLocation) {
    (self.state, self.evidence, self.origin, self.location) = (state, evidence, origin, location)
  }
}
