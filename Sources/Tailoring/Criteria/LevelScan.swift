import Authoring
import Diagnostics
import Rules

/// The levels of a reason that may hold, in their order.
struct LevelScan {
  /// By index; the last is certain where nothing is open.
  private var reachable: [Int] = []
  /// Whether it may be that none holds.
  private var mayHoldNone = false
  /// What decides among several.
  private var openNames: Set<String> = []
  /// The not-applicable answers for which levels were passed over.
  private var notApplicable: Set<String> = []

  /// Tries the levels until one is sure to hold.
  ///
  /// Where a level was passed over for an answer that is not applicable, the last level without a rule does
  /// not hold either: it would claim to know what nobody can.
  init(_ reason: Criterion.Reason, in bindings: Bindings, mayTurnNotApplicable: Bool, log: inout RuleLog) {
    for (index, level) in reason.levels.enumerated() {
      guard level.when != nil else {
        if notApplicable.isEmpty { reachable.append(index) }
        mayHoldNone = !notApplicable.isEmpty || (mayTurnNotApplicable && !openNames.isEmpty)
        return
      }
      switch log.outcome(of: level.when, in: bindings).holding {
      case .holds:
        reachable.append(index)
        return
      case .fails: continue
      case .open(let names):
        reachable.append(index)
        openNames.formUnion(names)
      case .notApplicable(let names): notApplicable.formUnion(names)
      }
    }
    mayHoldNone = true
  }

  /// What follows for the criterion.
  ///
  /// - Parameter concernHangsOn: where it is open whether the criterion concerns the team: what decides.
  func result(for criterion: Criterion, _ reason: Criterion.Reason, concernHangsOn: Set<String>?)
    -> TailoredCriterion
  {
    let hangsOn = openNames.union(concernHangsOn ?? [])
    let isKnown = openNames.isEmpty && concernHangsOn == nil
    let levelIndex = isKnown ? reachable.first : nil
    let level = levelIndex.map { reason.levels[$0] }
    let state: TailoredCriterion.State
    if !isKnown {
      state = .open(hangsOn)
    } else if level == nil, !notApplicable.isEmpty {
      state = .notApplicable(notApplicable)
    } else {
      state = .known
    }
    let includesNone = mayHoldNone || concernHangsOn != nil
    let strengths = reachable.map { reason.levels[$0].strength } + (includesNone ? [0] : [])
    return TailoredCriterion(
      criterion: criterion, state: state, levelIndex: levelIndex, strength: level?.strength ?? 0,
      possibleStrength: (strengths.min() ?? 0)...(strengths.max() ?? 0),
      option: level.map(reason.option(of:)) ?? reason.supports.value,
      points: reason.points(strength: level?.strength ?? 0).number,
      possiblePoints: possiblePoints(reason, includesNone: includesNone), rulings: [])
  }

  private func possiblePoints(_ reason: Criterion.Reason, includesNone: Bool) -> [Name: ClosedRange<Double>] {
    var ranges: [Name: ClosedRange<Double>] = [:]
    for option in Set([reason.supports.value] + reason.levels.map(reason.option(of:))) {
      let points = reachable.map { index in
        let level = reason.levels[index]
        return reason.option(of: level) == option ? reason.points(strength: level.strength).number : 0
      }
      let ends = points + (includesNone ? [0] : [])
      ranges[option] = (ends.min() ?? 0)...(ends.max() ?? 0)
    }
    return ranges
  }
}
