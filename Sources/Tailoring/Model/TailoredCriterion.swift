public import Authoring

/// A criterion, and what it says about the team.
public struct TailoredCriterion: Sendable {
  /// Whether it concerns the team and is known.
  public enum State: Sendable {
    /// Its `when` is false.
    case leftOut
    /// It, or all of its ruled levels, hang on answers that are not applicable: the names of those.
    case notApplicable(Set<String>)
    /// It is open: the names of what decides.
    case open(Set<String>)
    /// It is known.
    case known
  }

  /// What a condition's case says.
  public struct Ruling: Sendable {
    /// Whether it rules its verdicts out.
    public enum State: Hashable, Sendable {
      case rulesOut
      case passes
      /// The names of what decides.
      case open(Set<String>)
    }

    /// The case.
    public let ruling: Criterion.RulingOut
    /// Whether it rules its verdicts out.
    public let state: State
  }

  /// The criterion.
  public let criterion: Criterion
  /// Whether it concerns the team and is known.
  public let state: State
  /// The index of the level that holds; nil for conditions, and where no level holds or it is open.
  public let levelIndex: Int?
  /// The strength, 0 to 1; 0 while open.
  public let strength: Double
  /// What the strength can still become; no more than itself where it is known.
  public let possibleStrength: ClosedRange<Double>
  /// The option that the points go to, while it is open the one that the reason itself names; nil for a
  /// condition.
  public let option: Name?
  /// Weight x strength.
  public let points: Double
  /// The points that each option can still get from it, from the least to the most. Options that no level
  /// names have no entry.
  public let possiblePoints: [Name: ClosedRange<Double>]
  /// What a condition's cases say; empty for a reason.
  public let rulings: [Ruling]

  /// The level that holds.
  public var level: Criterion.Level? { levelIndex.flatMap { criterion.reason?.levels[$0] } }
  /// Whether it has a weight; else it is a condition.
  public var isReason: Bool { criterion.reason != nil }
  /// Whether answers are missing.
  public var isOpen: Bool {
    switch state {
    case .open: true
    case .leftOut, .notApplicable, .known: false
    }
  }
  /// The names that it hangs on while it is open.
  public var openNames: Set<String> {
    switch state {
    case .open(let names): names
    case .leftOut, .notApplicable, .known: []
    }
  }
}

/// The sum of an option's points.
public struct Score: Sendable {
  /// The points of a theme.
  public struct ThemePart: Sendable {
    /// The theme; nil for criteria that have none.
    public let theme: Theme?
    /// The criteria that bring points, with them, in the playbook's order.
    public let contributions: [(criterion: Slug, points: Double)]
    /// The sum before the cap.
    public let uncapped: Double
    /// The sum after it.
    public let points: Double
  }

  /// The option.
  public let option: Option
  /// The themes that bring points, in their order; what has no theme comes last.
  public let parts: [ThemePart]
  /// The sum.
  public let points: Double
  /// What it can still become.
  public let possible: ClosedRange<Double>
}
