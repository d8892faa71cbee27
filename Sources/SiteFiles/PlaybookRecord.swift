/// What came out for one team, as data: the type behind playbook.json.
///
/// The portfolio, comparisons and CI read it. It holds no private answer and no clock, so the same input
/// makes the same bytes.
public struct PlaybookRecord: Codable, Hashable, Sendable {
  /// The version of the format that this Waybook writes.
  public static let schema = 1

  /// A thing with an id and a title.
  public struct Named: Codable, Hashable, Sendable {
    /// Its id.
    public var id: String
    /// Its title.
    public var title: String

    /// Joins an id and a title.
    public init(id: String, title: String) {
      self.id = id
      self.title = title
    }
  }

  /// The playbook that it was made from.
  public struct Playbook: Codable, Hashable, Sendable {
    /// Its id.
    public var id: String
    /// Its title.
    public var title: String
    /// Its version.
    public var version: String

    /// Joins id, title and version.
    public init(id: String, title: String, version: String) {
      self.id = id
      self.title = title
      self.version = version
    }
  }

  /// How many steps are how far.
  public struct Progress: Codable, Hashable, Sendable {
    /// All steps of the plan.
    public var total: Int
    /// Steps that are done.
    public var done: Int
    /// Steps that were begun.
    public var inProgress: Int
    /// Steps that were left aside.
    public var skipped: Int

    /// Counts steps.
    public init(total: Int, done: Int, inProgress: Int, skipped: Int) {
      self.total = total
      self.done = done
      self.inProgress = inProgress
      self.skipped = skipped
    }

    private enum CodingKeys: String, CodingKey {
      case total, done, skipped
      case inProgress = "in_progress"
    }
  }

  /// An HTML page.
  public struct Page: Codable, Hashable, Sendable {
    /// Its path in the team's folder.
    public var path: String
    /// Its title; nil for pages that are the same for every team.
    public var title: String?

    /// Joins path and title.
    public init(path: String, title: String?) {
      self.path = path
      self.title = title
    }
  }

  /// The version of the format.
  public var schema: Int
  /// Where on the site the team's pages stand: `payments`, or `payments/ledger-api`.
  public var key: String
  /// Whether the portfolio shows it.
  public var isListed: Bool
  /// The playbook that it was made from.
  public var playbook: Playbook
  /// The team's name.
  public var team: String
  /// The subject's name.
  public var subject: String
  /// What is advised and what was decided.
  public var verdict: Verdict
  /// The points of each option, in the playbook's order.
  public var scores: [Score]
  /// All criteria, in the playbook's order.
  public var criteria: [Criterion]
  /// The conditions that rule verdicts out.
  public var rulings: [Ruling]
  /// The steps of the plan in order, then those of which it is open whether they apply.
  public var steps: [Step]
  /// What the verdict hangs on; nil where that cannot be tried.
  public var sensitivity: Sensitivity?
  /// The components as places to start, the ranked ones first.
  public var candidates: [Candidate]
  /// How long the plan takes; nil where nothing has an estimate.
  public var schedule: Schedule?
  /// The gates of the steps in the plan.
  public var gates: [Gate]
  /// What was measured.
  public var measurements: [Measure]
  /// The next gate of the plan, if there is one.
  public var nextGate: Named?
  /// How far the team is.
  public var progress: Progress
  /// The open questions that the verdict hangs on.
  public var openQuestions: [Named]
  /// The answers to questions that are not private.
  public var answers: [Answer]
  /// The date of the newest answer, if any has one.
  public var newestAnswer: String?
  /// Every HTML page.
  public var pages: [Page]

  private enum CodingKeys: String, CodingKey {
    case schema, key, playbook, team, subject, verdict, scores, criteria, rulings, steps, progress, answers,
      pages, sensitivity, candidates, schedule, gates, measurements
    case isListed = "listed"
    case nextGate = "next_gate"
    case openQuestions = "open_questions"
    case newestAnswer = "newest_answer"
  }

  /// Makes a record of the current format.
  public init(
    key: String, isListed: Bool, playbook: Playbook, team: String, subject: String, verdict: Verdict,
    scores: [Score], criteria: [Criterion], rulings: [Ruling], steps: [Step],
    sensitivity: Sensitivity?, candidates: [Candidate], schedule: Schedule?, gates: [Gate],
    measurements: [Measure], nextGate: Named?, progress: Progress, openQuestions: [Named], answers: [Answer],
    newestAnswer: String?, pages: [Page]
  ) {
    schema = Self.schema
    self.key = key
    self.isListed = isListed
    self.playbook = playbook
    self.team = team
    self.subject = subject
    self.verdict = verdict
    self.scores = scores
    self.criteria = criteria
    self.rulings = rulings
    self.steps = steps
    self.sensitivity = sensitivity
    self.candidates = candidates
    self.schedule = schedule
    self.gates = gates
    self.measurements = measurements
    self.nextGate = nextGate
    self.progress = progress
    self.openQuestions = openQuestions
    self.answers = answers
    self.newestAnswer = newestAnswer
    self.pages = pages
  }
}
