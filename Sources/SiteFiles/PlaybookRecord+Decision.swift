extension PlaybookRecord {
  /// What is advised, how sure that is, and what was decided.
  public struct Verdict: Codable, Hashable, Sendable {
    /// What the people decided.
    public struct Decision: Codable, Hashable, Sendable {
      /// The verdict that they took.
      public var verdict: Named
      /// Who decided.
      public var by: [String]
      /// When, as an ISO date.
      public var on: String?
      /// Why.
      public var because: String?
      /// When it is looked at again, as an ISO date.
      public var review: String?

      /// Makes a decision.
      public init(verdict: Named, by: [String], on: String?, because: String?, review: String?) {
        self.verdict = verdict
        self.by = by
        self.on = on
        self.because = because
        self.review = review
      }
    }

    /// The verdict so far.
    public var computed: Named
    /// How sure it is: `settled`, `leaning` or `open`.
    public var standing: String
    /// The verdicts that some way of answering leads to, boldest first.
    public var possible: [Named]
    /// The part of the weight that is known, 0 to 1.
    public var known: Double
    /// What the people decided.
    public var decision: Decision?

    /// Makes a verdict.
    public init(computed: Named, standing: String, possible: [Named], known: Double, decision: Decision?) {
      self.computed = computed
      self.standing = standing
      self.possible = possible
      self.known = known
      self.decision = decision
    }
  }

  /// The points of an option.
  public struct Score: Codable, Hashable, Sendable {
    /// The option.
    public var option: Named
    /// The points so far.
    public var points: Double
    /// The fewest points that it can still have.
    public var least: Double
    /// The most points that it can still have.
    public var most: Double

    /// Makes a score.
    public init(option: Named, points: Double, least: Double, most: Double) {
      self.option = option
      self.points = points
      self.least = least
      self.most = most
    }
  }

  /// What a criterion says about the team.
  public struct Criterion: Codable, Hashable, Sendable {
    /// Whether it concerns the team and is known.
    public enum State: String, Codable, Hashable, Sendable {
      case known, open
      case leftOut = "left_out"
      case notApplicable = "not_applicable"
    }

    /// Its id.
    public var id: String
    /// Its title.
    public var title: String
    /// Whether it concerns the team and is known.
    public var state: State
    /// The strength, 0 to 1; nil for a condition.
    public var strength: Double?
    /// The points; nil for a condition.
    public var points: Double?
    /// The id of the option that the points go to; nil for a condition.
    public var option: String?

    /// Makes a criterion.
    public init(id: String, title: String, state: State, strength: Double?, points: Double?, option: String?)
    {
      self.id = id
      self.title = title
      self.state = state
      self.strength = strength
      self.points = points
      self.option = option
    }
  }

  /// A condition that rules a verdict out.
  public struct Ruling: Codable, Hashable, Sendable {
    /// The verdict that is ruled out.
    public var verdict: Named
    /// The condition.
    public var criterion: Named
    /// Whether the verdict is bolder than the computed one and its own rule holds, so that conditions alone stand
    /// against it; nil in records of builds that did not say.
    public var holdsBack: Bool?

    private enum CodingKeys: String, CodingKey {
      case verdict, criterion
      case holdsBack = "holds_back"
    }

    /// Joins verdict and condition.
    public init(verdict: Named, criterion: Named, holdsBack: Bool?) {
      self.verdict = verdict
      self.criterion = criterion
      self.holdsBack = holdsBack
    }
  }
}
