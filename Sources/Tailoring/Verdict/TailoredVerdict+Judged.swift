import Authoring
import Diagnostics
import Rules

extension TailoredVerdict {
  /// The verdict so far, its standing, and the decision beside it.
  ///
  /// The verdict so far is the first whose rule holds and that nothing rules out, open reasons bringing no
  /// points. Where no way of answering leads to it, since every answer to come brings points, the next
  /// possible one after it stands in its place, so that what is settled is also what is advised.
  ///
  /// - Parameter outcomes: what the verdicts' rules say so far.
  init(
    of playbook: Playbook, _ criteria: [TailoredCriterion], _ possible: PossibleVerdicts,
    _ decision: Answers.Decision?, questions: [Question], _ situation: Situation, outcomes: [Outcome]
  ) {
    let verdicts = playbook.verdicts
    let candidates = verdicts.indices.map { index in
      let isLast = index == verdicts.count - 1
      return Candidate(
        verdict: verdicts[index], outcome: isLast ? .value(.bool(true)) : outcomes[index],
        ruledOutBy: isLast ? [] : criteria.ruling(out: verdicts[index].id),
        isPossible: possible.indices.contains(index))
    }
    let soFar = candidates.firstIndex { $0.outcome.holding == .holds && $0.ruledOutBy.isEmpty }
    let computed = Self.nearest(to: soFar ?? verdicts.count - 1, in: possible.indices)
    let known = criteria.knownShare
    let hangsOn = Set(criteria.flatMap(\.openNames) + outcomes.flatMap(\.openNames))
    self.init(
      candidates: candidates, computed: verdicts[computed],
      standing: possible.indices.count == 1 ? .settled : known < playbook.enough ? .open : .leaning,
      method: possible.method, known: known, hangsOn: hangsOn,
      openQuestions: questions.indices.filter { index in
        hangsOn.contains("answers.\(questions[index].id)") && situation.isUnanswered(index)
      }.map { questions[$0].id },
      decision: decision,
      followed: verdicts.first { $0.id == decision?.verdict } ?? verdicts[computed])
  }

  /// The verdict itself where it is possible, else the first possible one after it, else the last before it.
  private static func nearest(to index: Int, in possible: Set<Int>) -> Int {
    possible.filter { $0 >= index }.min() ?? possible.max() ?? index
  }
}

extension [TailoredCriterion] {
  /// The cases that certainly rule a verdict out.
  fileprivate func ruling(out verdict: Name) -> [(criterion: Int, ruling: Int)] {
    enumerated().flatMap { criterion, result in
      result.rulings.enumerated().filter { _, ruling in
        ruling.state.isCertain && ruling.ruling.verdicts.contains { $0.value == verdict }
      }.map { (criterion, $0.offset) }
    }
  }

  /// The known part of the weight of the reasons that may apply; all of it where there is none.
  fileprivate var knownShare: Double {
    var (known, all) = (0.0, 0.0)
    for result in self {
      guard let weight = result.criterion.reason?.weight else { continue }
      switch result.state {
      case .leftOut, .notApplicable: continue
      case .open: all += weight
      case .known:
        all += weight
        known += weight
      }
    }
    return all > 0 ? known / all : 1
  }
}
