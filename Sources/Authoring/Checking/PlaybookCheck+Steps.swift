import Diagnostics
import Rules

extension PlaybookCheck {
  /// Phases and needs of steps.
  func checkSteps(_ diagnostics: inout [Diagnostic]) {
    let phases = playbook.phases.map(\.id)
    let phaseOfStep = Dictionary(playbook.steps.map { ($0.id, $0.phase.value) }) { first, _ in first }
    for step in playbook.steps {
      if !phases.isEmpty { require(step.phase, .phase, phases.map(\.text), &diagnostics) }
      for need in step.needs {
        guard ids.steps[need.value] != nil else {
          require(need, .step, ids.steps.keys.map(\.text), &diagnostics)
          continue
        }
        if let own = phases.firstIndex(of: step.phase.value),
          let other = phaseOfStep[need.value].flatMap({ phases.firstIndex(of: $0) }), other > own
        {
          diagnostics.append(
            .needsLaterPhase(need, phase: playbook.phases[other], own: playbook.phases[own]))
        }
      }
    }
    if playbook.phases.isEmpty, !playbook.unread.contains(.phase), let step = playbook.steps.first {
      diagnostics.append(.stepsWithoutPhases(at: step.phase.location))
    }
  }

  /// The gates that the tests of steps take as given.
  func checkStepTests(_ diagnostics: inout [Diagnostic]) {
    let needs = StepNeeds(playbook.steps)
    for step in playbook.steps where step.tests.contains(where: { !$0.gates.isEmpty }) {
      let earlier = needs.before(step)
      let before = playbook.steps.filter { earlier.contains($0.id) && !$0.gate.isEmpty }
      for (id, outcome) in step.tests.flatMap(\.gates) {
        guard let other = before.first(where: { $0.id == id.value }) else {
          let isUnread = ids.steps[id.value] != nil && !playbook.steps.contains { $0.id == id.value }
          if isUnread { continue }
          diagnostics.append(.givenGateNotSeen(id, by: step.id, among: before.map(\.id)))
          continue
        }
        if !other.gate.contains(where: { $0.id == outcome.value }) {
          let known = other.gate.map(\.id.text)
          diagnostics.append(.unknownName(outcome, noun: "gate outcome", among: known))
        }
      }
    }
  }

  /// Circles of steps, and of facts and questions.
  func checkCircles(_ diagnostics: inout [Diagnostic]) {
    let needs = Dictionary(playbook.steps.map { ($0.id, $0.needs) }) { first, _ in first }
    let steps = DependencyOrder(playbook.steps.map(\.id)) { needs[$0, default: []].map(\.value) }
    for circle in steps.circles {
      let next = circle.count > 1 ? circle[1] : circle[0]
      let location = needs[circle[0], default: []].first { $0.value == next }?.location
      diagnostics.append(.circle(circle.map(\.text), verb: "needs", at: location))
    }
    let definitions = DerivedNames(playbook)
    for circle in definitions.order.circles {
      diagnostics.append(
        .circle(circle.map(\.description), verb: "uses", at: circle.first.flatMap(definitions.location)))
    }
  }
}
