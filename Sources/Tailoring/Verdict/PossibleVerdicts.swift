import Authoring
import Diagnostics
import Rules

/// The verdicts that some way of answering leads to, by index.
struct PossibleVerdicts {
  var indices: Set<Int>
  var method: TailoredVerdict.Method
}

extension PossibleVerdicts {
  /// By intervals: every verdict whose rule may hold, that need not be ruled out, and before which none is
  /// certain. None is missing; some may be too many, where two ends of ranges cannot meet.
  ///
  /// - Parameter bindings: with the ranges of strengths and points.
  init(byIntervals verdicts: [Verdict], in bindings: Bindings, criteria: [TailoredCriterion]) {
    var found: Set<Int> = []
    for (index, verdict) in verdicts.enumerated() {
      let isLast = index == verdicts.count - 1
      let rulings = isLast ? [] : criteria.rulings(on: verdict.id)
      if rulings.contains(where: \.state.isCertain) { continue }
      let holding = isLast ? .holds : verdict.when?.evaluate(bindings).holding ?? .holds
      switch holding {
      case .fails, .notApplicable: continue
      case .open: found.insert(index)
      case .holds:
        found.insert(index)
        if rulings.allSatisfy({ !$0.state.isOpen }) {
          self.init(indices: found, method: .intervals)
          return
        }
      }
    }
    self.init(indices: found, method: .intervals)
  }
}

extension [TailoredCriterion] {
  /// The cases of conditions that name a verdict.
  func rulings(on verdict: Name) -> [TailoredCriterion.Ruling] {
    flatMap(\.rulings).filter { $0.ruling.verdicts.contains { $0.value == verdict } }
  }
}

extension TailoredCriterion.Ruling.State {
  var isCertain: Bool {
    switch self {
    case .rulesOut: true
    case .passes, .open: false
    }
  }

  var isOpen: Bool {
    switch self {
    case .open: true
    case .rulesOut, .passes: false
    }
  }
}
