import Authoring
import Diagnostics
import Rules

extension Explanation {
  /// How many answers that would make a component eligible are printed.
  private static let mostRemedies = 5

  /// The components as places to start.
  mutating func addCandidates() {
    guard let candidates = tailored.candidates, !tailored.answers.components.isEmpty else { return }
    text.heading("Where to start")
    for ranked in candidates.ranked {
      let tie = ranked.isTied ? ", tied" : ""
      text.line(
        "\(ranked.component.id): \(ranked.total.inWords)\(tie)", place: "\(ranked.component.location)")
      for part in ranked.parts {
        let open = part.isOpen ? ", open" : ""
        text.line(
          "\(part.part.id): weight \(part.part.weight.plain) x \(part.value.inWords)\(open)", level: 2)
      }
    }
    for leftOut in candidates.leftOut {
      text.line(
        "\(leftOut.component.id): the rule for candidates \(leftOut.outcome.inWords)",
        place: "\(leftOut.component.location)")
      addRemedies(leftOut)
    }
    if let rule = tailored.playbook.candidates?.eligible { addRule(rule, level: 1) }
  }

  private mutating func addRemedies(_ leftOut: TailoredCandidates.LeftOut) {
    for remedy in leftOut.remedies.prefix(Self.mostRemedies) {
      text.line(remedy.sentence(for: leftOut.component, in: .plain), level: 2)
    }
    if leftOut.remedies.count > Self.mostRemedies {
      text.line("and \(leftOut.remedies.count - Self.mostRemedies) more", level: 2)
    }
    if leftOut.remedies.isEmpty {
      text.line("No other answer to one question, or two, would make it eligible.", level: 2)
    }
  }

  /// What was measured, and what it says.
  mutating func addMeasurements() {
    let measured = tailored.measurements.filter { $0.values.contains { $0.measurement != nil } }
    guard !measured.isEmpty else { return }
    text.heading("Measurements")
    for measure in measured {
      text.line("\(measure.measure.id): \(measure.comparison.inWords)")
      for value in measure.values {
        guard let measurement = value.measurement else { continue }
        let weeks = measurement.weeks.map { " in \($0.plain) \($0 == 1 ? "week" : "weeks")" } ?? ""
        let expected = value.expected.map { ", \($0.plain) expected at the rate of before" } ?? ""
        text.line("\(value.moment): \(measurement.value.plain)\(weeks)\(expected)", level: 2)
      }
    }
  }

  /// How long the plan takes, and each step's part in it.
  mutating func addPlan() {
    guard !tailored.plan.steps.isEmpty else { return }
    text.heading("Plan, by its authors' estimates")
    if let schedule = tailored.schedule {
      let length = schedule.length
      let to = schedule.gate.map { " to the gate of \($0)" } ?? ""
      text.line(
        "\(length.low.days), \(length.likely.days) or \(length.high.days) working days\(to), for "
          + "\(schedule.people.counted("person", "people")) at \(schedule.availability.percent)"
      )
      if schedule.isForOnePersonAssumed { text.line("One person is assumed; the answers name no people.") }
      text.line("Critical path: \(schedule.criticalPath.map(\.text).joined(separator: ", "))")
    }
    for step in tailored.plan.steps { text.line(summary(of: step)) }
    for step in tailored.plan.possible {
      text.line("\(step.step.id): possible; it hangs on \(step.hangsOn.sorted().joinedInWords)")
    }
  }

  private func summary(of step: PlannedStep) -> String {
    var parts: [String] = [step.progress?.status.rawValue.replacing("_", with: " ") ?? "open"]
    if let effort = step.effort {
      let days = [effort.low, effort.likely, effort.high].map { $0?.plain ?? "?" }
      parts.append("\(days.joined(separator: "/")) person-days")
    }
    if let wait = step.wait, wait > 0 { parts.append("then \(wait.plain) of waiting") }
    if let span = tailored.schedule?.items.first(where: { $0.step == step.step.id })?.likely {
      parts.append("days \(span.start.days) to \(span.end.days)")
    }
    switch step.gate {
    case .outcome(let outcome)?: parts.append("the gate says \(outcome.id)")
    case .waiting(let names)?: parts.append("the gate waits for \(names.sorted().joinedInWords)")
    case .undecided?: parts.append("no outcome of the gate holds")
    case nil: break
    }
    return "\(step.number). \(step.step.id): \(parts.joined(separator: "; "))"
  }

  /// One step: its rule, what it needs, its exits and its gate.
  mutating func addStep(_ step: Step) {
    text.heading("Step \(step.id)")
    if let planned = tailored.plan.steps.first(where: { $0.step.id == step.id }) {
      text.line(summary(of: planned))
      if !planned.needs.isEmpty { text.line("needs \(planned.needs.map(\.text).joinedInWords)") }
      for (exit, state) in zip(step.exits, planned.exits) {
        text.line("exit \(exit.id): \(state.inWords)", place: "\(exit.location)")
        addRule(exit.when)
      }
    } else if let possible = tailored.plan.possible.first(where: { $0.step.id == step.id }) {
      text.line("possible; it hangs on \(possible.hangsOn.sorted().joinedInWords)")
    } else {
      text.line("left out")
    }
    let phase = tailored.playbook.phases.first { $0.id == step.phase.value }
    for rule in [phase?.when, step.when].compactMap(\.self) { addRule(rule, level: 1) }
    for outcome in step.gate {
      text.line("gate \(outcome.id)", place: "\(outcome.location)")
      addRule(outcome.when)
    }
  }
}

extension Double {
  /// Days to one decimal.
  fileprivate var days: String { ((self * 10).rounded() / 10).plain }
}

extension ClosedRange<Double> {
  fileprivate var inWords: String {
    lowerBound == upperBound ? lowerBound.plain : "\(lowerBound.plain) to \(upperBound.plain)"
  }
}

extension PlannedStep.ExitState {
  fileprivate var inWords: String {
    switch self {
    case .judged: "judged by people"
    case .met: "met"
    case .notMet: "not met"
    case .open(let names): "open; it hangs on \(names.sorted().joinedInWords)"
    }
  }
}

extension TailoredMeasure.Comparison {
  fileprivate var inWords: String {
    switch self {
    case .better: "better"
    case .notBetter: "not better"
    case .tooEarly(let expected): "too early to tell; \(expected.plain) expected, 3 are needed"
    case .missing(let names): "missing: \(names.sorted().joinedInWords)"
    }
  }
}
