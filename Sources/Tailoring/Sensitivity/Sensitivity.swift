public import Authoring
public import Rules

/// What the verdict so far hangs on: how surely it stands, and what would change it.
public struct Sensitivity: Sendable {
  /// How it stands when weights are doubted; nil where there is no verdict to doubt yet: its standing is open, or
  /// open answers alone decide.
  public let robustness: Robustness?
  /// Each change of one answer that changes it; where there is none, each smallest change of two. The nearest
  /// first, then in the order of the questions. Empty where there is no verdict to doubt yet.
  public let tippingPoints: [TippingPoint]
  /// The questions that nobody has answered, those first whose answer is most likely to change the verdict.
  public let openQuestions: [OpenQuestion]
}

/// The share of other weightings under which the verdict so far is the same.
///
/// Each reason's weight is drawn between half and one and a half of what the author gave it, all at once,
/// after Butler, Jia and Dyer, "Simulation techniques for the sensitivity analysis of multi-criteria decision
/// models", European Journal of Operational Research 103 (1997), who draw weights at random to see how far
/// a ranking hangs on them.
public struct Robustness: Sendable {
  /// 0 to 1.
  public let share: Double
  /// How many weightings were drawn.
  public let draws: Int
}

/// A change of one or two answers that would change the verdict so far.
public struct TippingPoint: Sendable {
  /// What another answer would have to be.
  public enum Target: Hashable, Sendable {
    /// This one.
    case value(RuleValue)
    /// Any a little smaller than a number that rules compare it to.
    case lessThan(RuleValue)
    /// Any a little greater.
    case moreThan(RuleValue)
    /// A number near this one, which was found by trying.
    case about(RuleValue)
  }

  /// Another answer to a question.
  public struct Change: Sendable {
    /// The question.
    public let question: Question
    /// The answer as it is; nil where there is none.
    public let from: RuleValue?
    /// The answer that it would have to be.
    public let to: Target
  }

  /// One, or two that only together change the verdict.
  public let changes: [Change]
  /// What the verdict would be.
  public let verdict: Verdict
  /// Whether values must not be shown: an answer is private, or a value was found by means of one.
  public let isPrivate: Bool

  /// Whether the team can act on all that would have to change.
  public var isChangeable: Bool { changes.allSatisfy(\.question.isChangeable) }
}

/// A question without an answer, and whether the verdict hangs on it.
public struct OpenQuestion: Sendable {
  /// The question.
  public let question: Question
  /// Whether an answer can still change the verdict. Where not all ways of answering could be tried, it says
  /// that it can unless no rule that is still open uses it.
  public let canChangeVerdict: Bool
}
