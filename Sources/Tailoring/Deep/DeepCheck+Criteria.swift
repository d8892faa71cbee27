import Authoring
import Diagnostics
import Rules

extension DeepCheck {
  /// A criterion's own rule, and its levels or cases, over the questions that it hangs on.
  mutating func checkCriterion(_ index: Int) {
    let criterion = tailor.playbook.criteria[index]
    let reach = tailor.criterionReaches[index]
    let rules: [Rule?] = criterion.reason.map { $0.levels.map(\.when) } ?? criterion.rulingsOut.map(\.when)
    var concern = Tally()
    var tallies = rules.map { _ in Tally() }
    var chosen: Set<Int> = []
    var gap: [Int: RuleValue]?
    let grounds = grounds(reach.questions)
    for ground in grounds {
      for number in 0..<ground.space.count {
        let answers = ground.space.answers(ground.space.way(number))
        let bindings = ground.situation.bindings(changing: answers, reach: reach)
        let concerns = criterion.when?.evaluate(bindings).holding ?? .holds
        concern.add(concerns, on: ground)
        guard concerns == .holds else { continue }
        var passedOver = false
        var first: Int?
        for (place, rule) in rules.enumerated() {
          let holding = rule?.evaluate(bindings).holding ?? (passedOver ? .fails : .holds)
          tallies[place].add(holding, on: ground)
          switch holding {
          case .holds: first = first ?? place
          case .open, .notApplicable: passedOver = true
          case .fails: break
          }
        }
        if let first { chosen.insert(first) }
        let isGap = criterion.isReason && first == nil && !passedOver && !ground.hasSenselessQuestion
        if isGap, gap == nil { gap = answers }
      }
    }
    let space = grounds[0].space
    if let when = criterion.when { report(concern, of: when, space, orElse: nil) }
    for (place, rule) in rules.enumerated() {
      let isShadowed = criterion.isReason && !chosen.contains(place) && !chosen.isEmpty
      let shadowed = isShadowed ? criterion.reason?.levels[place].location : nil
      if let rule {
        report(tallies[place], of: rule, space, orElse: shadowed.map { .shadowedLevel(at: $0, space) })
      } else if let shadowed {
        findings.append(.shadowedLevel(at: shadowed, space))
      }
    }
    if let gap { findings.append(.gap(in: criterion, inWords(gap), space)) }
  }

  /// Some answers, as an author would write them.
  private func inWords(_ answers: [Int: RuleValue]) -> String {
    answers.sorted { $0.key < $1.key }
      .map { "\(tailor.derivation.questions[$0.key].id): \($0.value.json)" }.joined(separator: ", ")
  }
}

extension Criterion {
  fileprivate var isReason: Bool { reason != nil }
}
