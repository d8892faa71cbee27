import Authoring
import Rules

/// What a playbook says about answers, before people decide and steps follow.
struct Judgement {
  let situation: Situation
  let criteria: [TailoredCriterion]
  let scores: [Score]
  let verdict: TailoredVerdict
  /// What the rules of steps build on: answers, facts, strengths and points so far.
  let bindings: Bindings

  /// Judges answers.
  init(_ input: Situation.Input, decision: Answers.Decision?, by tailor: Tailor, log: inout RuleLog) {
    let playbook = tailor.playbook
    let situation = Situation(input, tailor.derivation, log: &log)
    let criteria = tailor.criteria(in: situation, log: &log)
    let scores = playbook.options.map { Score(of: $0, criteria: criteria, themes: playbook.themes) }
    let bindings = situation.bindings.adding(criteria, scores)
    let possible = tailor.possibleVerdicts(situation, criteria, scores)
    verdict = TailoredVerdict(
      of: playbook, criteria, possible, decision, questions: tailor.derivation.questions, situation,
      outcomes: playbook.verdicts.map { log.outcome(of: $0.when, in: bindings) })
    self.situation = situation
    self.criteria = criteria
    self.scores = scores
    self.bindings = bindings
  }
}

extension Tailor {
  /// What each criterion says.
  func criteria(in situation: Situation, log: inout RuleLog) -> [TailoredCriterion] {
    zip(playbook.criteria, criterionReaches).map { criterion, reach in
      criterion.tailored(
        in: situation.bindings, concern: log.outcome(of: criterion.when, in: situation.bindings).holding,
        mayTurnNotApplicable: !reach.questions.isDisjoint(with: situation.undecided), log: &log)
    }
  }

  /// The verdicts that are still possible: exactly, where there are few ways to answer.
  func possibleVerdicts(_ situation: Situation, _ criteria: [TailoredCriterion], _ scores: [Score])
    -> PossibleVerdicts
  {
    let byIntervals = PossibleVerdicts(
      byIntervals: playbook.verdicts, in: situation.bindings.addingRanges(criteria, scores),
      criteria: criteria)
    if byIntervals.indices.count == 1 {
      return PossibleVerdicts(indices: byIntervals.indices, method: .enumeration)
    }
    guard var enumeration = Enumeration(self, situation, criteria) else { return byIntervals }
    return PossibleVerdicts(indices: enumeration.verdicts(among: byIntervals.indices), method: .enumeration)
  }
}
