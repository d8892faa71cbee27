import Authoring

extension Schedule {
  /// Works out the times of a plan; nil where nothing that is left to do has an estimate.
  init?(of plan: Plan, for answers: Answers) {
    let gate = plan.steps.firstIndex { $0.gate?.isOpen ?? false }
    let steps = plan.steps.prefix(gate.map { $0 + 1 } ?? plan.steps.count).filter { !$0.isFinished }
    guard steps.contains(where: { $0.effort?.likely != nil || ($0.wait ?? 0) > 0 }) else { return nil }
    let people = answers.people ?? 1
    let availability = answers.availability ?? 1
    func staffed(_ effort: (PlannedStep.Effort) -> Double?) -> Staffing {
      Staffing(of: steps, people: people, availability: availability) { $0.effort.flatMap(effort) ?? 0 }
    }
    let (low, likely, high) = (staffed(\.low), staffed(\.likely), staffed(\.high))
    let critical = likely.criticalPath
    items = steps.indices.map { index in
      Item(
        step: steps[index].step.id, low: low.spans[index], likely: likely.spans[index],
        high: high.spans[index], isCritical: critical.contains(index),
        isUnestimated: steps[index].effort?.likely == nil)
    }
    length = Estimates(low: low.length, likely: likely.length, high: high.length)
    work = Estimates(low: low.work, likely: likely.work, high: high.work)
    criticalPath = critical.map { steps[$0].step.id }
    self.gate = gate.map { plan.steps[$0].step.id }
    self.people = people
    isForOnePersonAssumed = answers.people == nil
    self.availability = availability
    start = (plan.steps.compactMap { $0.progress?.on } + [answers.start].compactMap(\.self)).max()?
      .adding(workingDays: 0)
  }
}

extension PlannedStep.GateState {
  /// Whether it has not spoken yet.
  fileprivate var isOpen: Bool {
    switch self {
    case .outcome: false
    case .waiting, .undecided: true
    }
  }
}

/// Gives work to people as soon as both are free.
///
/// The parallel method of scheduling with scarce resources (Kolisch, "Serial and parallel
/// resource-constrained project scheduling methods revisited", European Journal of Operational Research 90,
/// 1996), with the plan's order as the priority: whenever a person is free, the first step whose needs have
/// ended is begun. One person works on a step; waiting needs none.
private struct Staffing {
  /// By index of the step.
  private(set) var spans: [Schedule.Span]
  private(set) var length = 0.0
  private(set) var work = 0.0
  /// The step whose end or whose person each step waited for; none where it began at once.
  private var waitedFor: [Int?]

  /// - Parameter effort: a step's work in person-days.
  init(
    of steps: [PlannedStep], people: Int, availability: Double, effort: (PlannedStep) -> Double
  ) {
    let place = Dictionary(steps.enumerated().map { ($1.step.id, $0) }) { first, _ in first }
    let needs = steps.map { $0.needs.compactMap { place[$0] } }
    spans = steps.map { _ in Schedule.Span(start: 0, workEnd: 0, end: 0) }
    waitedFor = steps.map { _ in nil }
    var isPlaced = steps.map { _ in false }
    // When each person is free, and after which step.
    var free = [(at: Double, after: Int?)](repeating: (0, nil), count: min(people, max(steps.count, 1)))
    var now = 0.0
    while isPlaced.contains(false) {
      for index in steps.indices where !isPlaced[index] {
        let ready = needs[index].allSatisfy { isPlaced[$0] && spans[$0].end <= now }
        let days = effort(steps[index])
        let person = free.indices.filter { free[$0].at <= now }.min { free[$0].at < free[$1].at }
        guard ready, days == 0 || person != nil else { continue }
        let workEnd = now + days / availability
        spans[index] = Schedule.Span(start: now, workEnd: workEnd, end: workEnd + (steps[index].wait ?? 0))
        isPlaced[index] = true
        work += days
        let last = needs[index].max { spans[$0].end < spans[$1].end }
        waitedFor[index] = last.flatMap { spans[$0].end == now && now > 0 ? $0 : nil }
        if days > 0, let person {
          if waitedFor[index] == nil, now > 0, free[person].at == now {
            waitedFor[index] = free[person].after
          }
          free[person] = (workEnd, index)
        }
      }
      let events = spans.indices.filter { isPlaced[$0] }.map { spans[$0].end } + free.map(\.at)
      guard let next = events.filter({ $0 > now }).min() else { break }
      now = next
    }
    length = spans.map(\.end).max() ?? 0
  }

  /// The steps that the end hangs on, from the first to the last: the critical path of Kelley and Walker
  /// ("Critical-path planning and scheduling", 1959), which may run through people, too.
  var criticalPath: [Int] {
    var path: [Int] = []
    var next = spans.indices.max { spans[$0].end < spans[$1].end }
    while let index = next {
      path.insert(index, at: 0)
      next = waitedFor[index]
    }
    return path
  }
}
