public import Authoring
public import Rules

/// What is advised, how sure that is, and what was decided.
public struct TailoredVerdict: Sendable {
  /// How the possible verdicts were found.
  public enum Method: Sendable {
    /// Exactly: every way of answering the open questions was tried, or all lead to the same verdict.
    case enumeration
    /// By intervals: none is missing, and some may be too many.
    case intervals
  }

  /// What became of one verdict.
  public struct Candidate: Sendable {
    /// The verdict.
    public let verdict: Verdict
    /// What its rule says while open reasons bring no points; a verdict without a rule holds.
    public let outcome: Outcome
    /// What rules it out, as indices into the criteria and their rulings.
    public let ruledOutBy: [(criterion: Int, ruling: Int)]
    /// Whether some way of answering leads to it.
    public let isPossible: Bool
  }

  /// All verdicts, boldest first.
  public let candidates: [Candidate]
  /// The verdict so far; the nearest possible one where no way of answering leads to that.
  public let computed: Verdict
  /// How sure it is.
  public let standing: Playbook.Standing
  /// How the possible verdicts were found.
  public let method: Method
  /// The part of the weight of the reasons that may apply that is known, 0 to 1.
  public let known: Double
  /// All open names that reasons, conditions and the rules of verdicts hang on, such as `answers.x`.
  public let hangsOn: Set<String>
  /// The open questions that reasons and conditions hang on, by name, in the playbook's order.
  public let openQuestions: [Name]
  /// What the people decided.
  public let decision: Answers.Decision?
  /// The verdict that the plan follows: the decision's, else the computed one.
  public let followed: Verdict

  /// The verdicts that some way of answering leads to, boldest first.
  public var possible: [Verdict] { candidates.filter(\.isPossible).map(\.verdict) }
}
