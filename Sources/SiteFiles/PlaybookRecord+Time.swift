extension PlaybookRecord {
  /// How long the plan takes to its first open gate, by its authors' estimates.
  public struct Schedule: Codable, Hashable, Sendable {
    /// A number for each of the three estimates.
    public struct Estimates: Codable, Hashable, Sendable {
      /// If all goes well.
      public var low: Double
      /// Most likely.
      public var likely: Double
      /// If much goes wrong.
      public var high: Double

      /// Joins three estimates.
      public init(low: Double, likely: Double, high: Double) {
        self.low = low
        self.likely = likely
        self.high = high
      }
    }

    /// A step with its likely times, in working days from the start.
    public struct Item: Codable, Hashable, Sendable {
      /// The step's id.
      public var step: String
      /// When the work begins.
      public var start: Double
      /// When its waiting ends.
      public var end: Double
      /// Whether the likely end hangs on it.
      public var isCritical: Bool

      private enum CodingKeys: String, CodingKey {
        case step, start, end
        case isCritical = "critical"
      }

      /// Makes an item.
      public init(step: String, start: Double, end: Double, isCritical: Bool) {
        self.step = step
        self.start = start
        self.end = end
        self.isCritical = isCritical
      }
    }

    /// In working days.
    public var length: Estimates
    /// In person-days.
    public var work: Estimates
    /// The step whose gate ends it, if one is open.
    public var gate: String?
    /// How many people work on it.
    public var people: Int
    /// Which part of their time they have.
    public var availability: Double
    /// The first working day, as an ISO date.
    public var start: String?
    /// The last working day, by the likely estimates.
    public var end: String?
    /// The unfinished steps to the gate.
    public var steps: [Item]

    /// Makes a schedule.
    public init(
      length: Estimates, work: Estimates, gate: String?, people: Int, availability: Double, start: String?,
      end: String?, steps: [Item]
    ) {
      self.length = length
      self.work = work
      self.gate = gate
      self.people = people
      self.availability = availability
      self.start = start
      self.end = end
      self.steps = steps
    }
  }

  /// The gate at the end of a step.
  public struct Gate: Codable, Hashable, Sendable {
    /// The step.
    public var step: Named
    /// The outcome that holds; nil while it is open.
    public var outcome: Named?
    /// The names of what is missing.
    public var waitsFor: [String]

    private enum CodingKeys: String, CodingKey {
      case step, outcome
      case waitsFor = "waits_for"
    }

    /// Makes a gate.
    public init(step: Named, outcome: Named?, waitsFor: [String]) {
      self.step = step
      self.outcome = outcome
      self.waitsFor = waitsFor
    }
  }

  /// What a measure says.
  public struct Measure: Codable, Hashable, Sendable {
    /// What the last measured moment says beside the first.
    public enum Comparison: String, Codable, Hashable, Sendable {
      case better, missing
      case notBetter = "not_better"
      case tooEarly = "too_early"
    }

    /// What was measured at one moment.
    public struct Value: Codable, Hashable, Sendable {
      /// The moment.
      public var moment: String
      /// The number; nil while it is missing.
      public var value: Double?
      /// The exposure of a count, in weeks.
      public var weeks: Double?
      /// How many there would be at the rate of the first moment.
      public var expected: Double?

      /// Makes a value.
      public init(moment: String, value: Double?, weeks: Double?, expected: Double?) {
        self.moment = moment
        self.value = value
        self.weeks = weeks
        self.expected = expected
      }
    }

    /// Its id.
    public var id: String
    /// Its title.
    public var title: String
    /// What it says.
    public var comparison: Comparison
    /// In the order of the moments.
    public var values: [Value]

    /// Makes a measure.
    public init(id: String, title: String, comparison: Comparison, values: [Value]) {
      self.id = id
      self.title = title
      self.comparison = comparison
      self.values = values
    }
  }
}
