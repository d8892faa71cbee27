public import Diagnostics
public import Rules

/// What may be decided, such as to move or to stay.
public struct Option: Sendable {
  /// Its name: `score.move`.
  public var id: Name
  /// Its title.
  public var title: PlainText
  /// Where its id is written.
  public var location: SourceLocation
}

/// What the tool may advise.
public struct Verdict: Sendable {
  /// Its name: `verdict.id == 'pilot'`.
  public var id: Name
  /// Its title.
  public var title: PlainText
  /// Whether it holds; the last verdict has none and always holds.
  public var when: Rule?
  /// Where its id is written.
  public var location: SourceLocation
}

/// A group of criteria, with a cap on what they can bring together.
public struct Theme: Sendable {
  /// Its name.
  public var id: Name
  /// Its title.
  public var title: PlainText
  /// The points that it can bring to one option; unlimited where nil.
  public var atMost: Double?
  /// Where its id is written.
  public var location: SourceLocation
}

/// A named value that rules derive from answers.
public struct Fact: Sendable {
  /// Its name: `facts.concurrent`.
  public var id: Name
  /// How it is derived.
  public var rule: Rule
  /// The type of its values, found when the playbook is checked.
  public var type: RuleType = .any
  /// Whether it derives from a private answer, so that no page may print it.
  public var isPrivate = false
  /// Where its name is written.
  public var location: SourceLocation
}

/// How components are ranked as the place to start.
public struct CandidateRanking: Sendable {
  /// How one answer becomes a value from 0 to 1.
  public enum Scale: Sendable {
    /// Linear: 0 at the first number, 1 at the second, held inside.
    case linear(from: Double, to: Double)
    /// A value for each choice, at the place of its key.
    case choices([Name: Located<Double>])
  }

  /// One part of the ranking.
  public struct Part: Sendable {
    /// Its id.
    public var id: Slug
    /// Its title.
    public var title: PlainText
    /// How much it counts beside the others.
    public var weight: Double
    /// The component question that it reads.
    public var question: Located<Name>
    /// How the answer becomes a value.
    public var scale: Scale
  }

  /// Which components may be ranked; all where nil.
  public var eligible: Rule?
  /// The parts of the sum.
  public var parts: [Part]
}

/// Something to measure before and after.
public struct Measure: Sendable {
  /// What kind of number it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// So many in so many weeks.
    case count
    case number
    case percent
  }

  /// Which direction is better.
  public enum Direction: String, Sendable, CaseIterable {
    case lower, higher
  }

  /// Its name: `measurements.race_incidents.better`.
  public var id: Name
  /// Its title.
  public var title: PlainText
  /// What kind of number it is.
  public var kind: Kind
  /// Which direction is better.
  public var better: Direction
  /// Why it is measured.
  public var why: PlainText?
  /// How to collect it.
  public var collect: PlainText?
  /// What is counted, shown after the number.
  public var unit: String?
  /// Where its id is written.
  public var location: SourceLocation
}
