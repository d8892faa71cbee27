import Authoring
import Diagnostics
import Rules

extension Criterion {
  /// What the criterion says about a team.
  ///
  /// - Parameters:
  ///   - bindings: the answers and facts.
  ///   - concern: whether it concerns the team.
  ///   - mayTurnNotApplicable: whether an answer that it uses may still turn out not to be asked for.
  func tailored(
    in bindings: Bindings, concern: Holding, mayTurnNotApplicable: Bool, log: inout RuleLog
  ) -> TailoredCriterion {
    switch (concern, role) {
    case (.fails, _): leftOut(.leftOut)
    case (.notApplicable(let names), _): leftOut(.notApplicable(names))
    case (.holds, .reason(let reason)):
      LevelScan(reason, in: bindings, mayTurnNotApplicable: mayTurnNotApplicable, log: &log)
        .result(for: self, reason, concernHangsOn: nil)
    case (.open(let names), .reason(let reason)):
      LevelScan(reason, in: bindings, mayTurnNotApplicable: mayTurnNotApplicable, log: &log)
        .result(for: self, reason, concernHangsOn: names)
    case (.holds, .condition(let rulings)): tailored(rulings, in: bindings, concernHangsOn: nil, log: &log)
    case (.open(let names), .condition(let rulings)):
      tailored(rulings, in: bindings, concernHangsOn: names, log: &log)
    }
  }

  private func leftOut(_ state: TailoredCriterion.State) -> TailoredCriterion {
    TailoredCriterion(
      criterion: self, state: state, levelIndex: nil, strength: 0, possibleStrength: 0...0,
      option: reason?.supports.value, points: 0, possiblePoints: [:],
      rulings: rulingsOut.map { TailoredCriterion.Ruling(ruling: $0, state: .passes) })
  }

  /// A condition: what each of its cases says. It is not applicable where all of its cases are.
  private func tailored(
    _ rulings: [RulingOut], in bindings: Bindings, concernHangsOn: Set<String>?, log: inout RuleLog
  ) -> TailoredCriterion {
    var open = concernHangsOn ?? []
    var notApplicable: [Set<String>] = []
    let rulings = rulings.map { ruling in
      let state: TailoredCriterion.Ruling.State
      switch (log.outcome(of: ruling.when, in: bindings).holding, concernHangsOn) {
      case (.holds, nil): state = .rulesOut
      case (.holds, let names?): state = .open(names)
      case (.open(let names), let others): state = .open(names.union(others ?? []))
      case (.fails, _): state = .passes
      case (.notApplicable(let names), _):
        notApplicable.append(names)
        state = .passes
      }
      if case .open(let names) = state { open.formUnion(names) }
      return TailoredCriterion.Ruling(ruling: ruling, state: state)
    }
    let state: TailoredCriterion.State
    if !open.isEmpty {
      state = .open(open)
    } else if !rulings.isEmpty, notApplicable.count == rulings.count {
      state = .notApplicable(notApplicable.reduce([]) { $0.union($1) })
    } else {
      state = .known
    }
    return TailoredCriterion(
      criterion: self, state: state, levelIndex: nil, strength: 0, possibleStrength: 0...0, option: nil,
      points: 0, possiblePoints: [:], rulings: rulings)
  }
}
