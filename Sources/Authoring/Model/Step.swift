public import Diagnostics
public import Rules

/// One migration step.
public struct Step: Sendable {
  /// Person-days at three points.
  public struct Effort: Sendable {
    /// If all goes well.
    public var low: Amount
    /// The most likely.
    public var likely: Amount
    /// If much goes wrong.
    public var high: Amount
  }

  /// A number, written as such or computed by a rule.
  public enum Amount: Sendable {
    case fixed(Double)
    case rule(Rule)
  }

  /// A piece of work to tick.
  public struct ChecklistItem: Sendable {
    /// Its id, by which ticks are kept.
    public var id: Slug
    /// What to do.
    public var text: MarkdownText
    /// Where its id is written.
    public var location: SourceLocation
  }

  /// Evidence that the step is done.
  public struct Exit: Sendable {
    /// Its id.
    public var id: Slug
    /// What must be true.
    public var text: MarkdownText
    /// Whether it is, where a rule can say so.
    public var when: Rule?
    /// Where its id is written.
    public var location: SourceLocation
  }

  /// One outcome of the decision at the end of a step.
  public struct GateOutcome: Sendable {
    /// Its name: `gates["the-gate"] == 'expand'`.
    public var id: Name
    /// What people call it.
    public var title: PlainText
    /// Whether it is the outcome; always where nil.
    public var when: Rule?
    /// Where its id is written.
    public var location: SourceLocation
  }

  /// A case in the step's own tests.
  public struct Test: Sendable {
    /// The answers, as in an answers file.
    public var answers: [Name: Answer]
    /// The verdict that the plan follows; open where nil.
    public var verdict: Located<Name>?
    /// What the gates of steps before it said; the others are open.
    public var gates: [(step: Located<Slug>, outcome: Located<Name>)]
    /// What was measured, by measure and moment.
    public var measurements: [Name: [Name: Answers.Measurement]]
    /// Whether the step must concern the team; nil where the test does not say.
    public var applies: Located<Bool>?
    /// What the step's own gate must say; nil where the test does not say.
    public var gate: Located<GateExpectation>?
    /// Where the step's exits must stand.
    public var exits: [(exit: Located<Slug>, state: ExitExpectation)]
    /// Where the case begins.
    public var location: SourceLocation
  }

  /// Its id: the file's name without the leading number.
  public var id: Slug
  /// The file's name, which orders the steps of a phase.
  public var fileName: String
  /// Its title.
  public var title: PlainText
  /// The phase that it belongs to.
  public var phase: Located<Slug>
  /// The steps that come before it.
  public var needs: [Located<Slug>]
  /// Whether it concerns the team; always where nil.
  public var when: Rule?
  /// The work in person-days; nil where the author gives none.
  public var effort: Effort?
  /// Working days that pass after the work.
  public var wait: Amount?
  /// Who does it.
  public var owner: PlainText?
  /// The work, item by item.
  public var checklist: [ChecklistItem]
  /// How to know that it is done.
  public var exits: [Exit]
  /// How to go back.
  public var rollback: MarkdownText?
  /// The decision at its end; empty where it has none.
  public var gate: [GateOutcome]
  /// Whether all items of the checklist and outcomes of the gate could be read.
  var areNamesRead = true
  /// Whether all exits could be read.
  var areExitsRead = true
  /// The sources that support it.
  public var sources: [Located<Slug>]
  /// Its own tests.
  public var tests: [Test]
  /// The page's text; nil where the file has none.
  public var body: MarkdownText?
  /// Where the file begins.
  public var location: SourceLocation
}

extension Step {
  /// Every text with tags, in the order of the file.
  public var texts: [MarkdownText] {
    checklist.map(\.text) + exits.map(\.text) + [rollback, body].compactMap(\.self)
  }
}

/// A stretch of the plan.
public struct Phase: Sendable {
  /// Its id.
  public var id: Slug
  /// Its title.
  public var title: PlainText
  /// Whether its steps concern the team; always where nil.
  public var when: Rule?
  /// Where its id is written.
  public var location: SourceLocation
}
