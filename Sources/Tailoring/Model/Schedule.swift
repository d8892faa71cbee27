public import Authoring

/// How long the plan takes, by its author's estimates, from now to the first open gate: what comes behind
/// that nobody can know yet.
///
/// "Now" is the latest of the team's `start` and the dates in its progress; no clock is asked. Done and skipped
/// steps take no time, a step in progress takes all of its own.
public struct Schedule: Sendable {
  /// A number for each of the three estimates.
  public struct Estimates: Hashable, Sendable {
    /// If all goes well, most likely, if much goes wrong.
    public let low, likely, high: Double
  }

  /// When a step is worked on, in working days from now.
  public struct Span: Hashable, Sendable {
    /// When the work begins.
    public let start: Double
    /// When the work ends.
    public let workEnd: Double
    /// When its waiting ends, and the steps that need it can begin.
    public let end: Double
  }

  /// A step with its times.
  public struct Item: Sendable {
    /// The step.
    public let step: Slug
    /// By the low, the likely and the high estimates.
    public let low, likely, high: Span
    /// Whether the likely end hangs on it.
    public let isCritical: Bool
    /// Whether its author gives no effort, or a rule that is still open; it then counts as none.
    public let isUnestimated: Bool
  }

  /// The unfinished steps to the first open gate, in the plan's order.
  public let items: [Item]
  /// How long all of them take together, in working days.
  public let length: Estimates
  /// How much work they are together, in person-days.
  public let work: Estimates
  /// The steps that the likely end hangs on, in their order: each waits for the one before it, for its result
  /// or for the person who does it.
  public let criticalPath: [Slug]
  /// The step whose gate ends it; nil where no gate is open.
  public let gate: Slug?
  /// How many people work on it.
  public let people: Int
  /// Whether the answers file says nothing of people, and one is assumed.
  public let isForOnePersonAssumed: Bool
  /// Which part of their time they have.
  public let availability: Double
  /// The first working day; nil where the answers file names no day.
  public let start: CalendarDate?

  /// The last working day, by the likely estimates; nil without a first day.
  public var likelyEnd: CalendarDate? {
    dates(of: Span(start: 0, workEnd: length.likely, end: length.likely))?.upperBound
  }

  /// The working days from Monday to Friday on which something begins and ends; nil without a first day.
  ///
  /// - Parameter span: in working days from now.
  public func dates(of span: Span) -> ClosedRange<CalendarDate>? {
    start.map { start in
      let first = start.adding(workingDays: Int(span.start.roundedOnDays(.down)))
      let last = start.adding(
        workingDays: Int(max(span.end.roundedOnDays(.up) - 1, span.start.rounded(.down))))
      return first...max(first, last)
    }
  }
}

extension Double {
  /// Whole days; a sum of fractions may miss them by a hair.
  fileprivate func roundedOnDays(_ rule: FloatingPointRoundingRule) -> Double {
    abs(self - rounded()) < 1e-6 ? rounded() : rounded(rule)
  }
}
