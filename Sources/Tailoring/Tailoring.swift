// Playbook + answers -> tailored playbook. Pure and deterministic: no clock, no disk, no randomness.
//
// 1. Bindings: the answers and the facts as the rule language sees them, open ones unknown.
// 2. Criteria: the level that holds, strength and points; the verdicts that conditions rule out.
// 3. Scores: the points of each option, each theme capped.
// 4. Verdict: the verdict so far, all that are still possible, and its standing; the decision beside it.
//    What it hangs on: doubted weights, other answers, open ones.
// 5. Candidates: the components that could go first, ranked. Measurements: what got better.
// 6. Plan: the steps that hold, in order, with progress, exits and gates; the possible ones apart; how long
//    it takes to the first open gate.
//
// What does not depend on a team is worked out once, by the `Tailor`; it also keeps what criteria came to for
// answers that were tried, which changes no result.
//
// Every result keeps what it came from, so that `explain` and the pages can trace each figure to a rule
// and an answer. The author's own tests of a playbook run through the same phases.
public import Authoring
public import Diagnostics
import Rules

extension Playbook {
  /// Makes the playbook for one team. For many teams make a `Tailor` once.
  public func tailored(to answers: Answers, diagnostics: inout [Diagnostic]) -> TailoredPlaybook {
    Tailor(self).tailored(to: answers, diagnostics: &diagnostics)
  }
}

extension Tailor {
  /// Makes the playbook for one team.
  ///
  /// A rule that fails for the team is a diagnostic at the rule's place and does not hold. An answer to a
  /// question that does not apply is a warning.
  public func tailored(to answers: Answers, diagnostics: inout [Diagnostic]) -> TailoredPlaybook {
    let run = RuleRun(of: self, for: answers)
    diagnostics += run.diagnostics
    let judgement = run.judgement
    let newest = answers.newestEvidence
    return TailoredPlaybook(
      playbook: playbook, answers: answers,
      questions: judgement.situation.tailoredQuestions { playbook.isOld($0, newest: newest) },
      components: components(of: answers, in: judgement.situation),
      facts: zip(playbook.facts, judgement.situation.facts).map { (fact: $0, outcome: $1) },
      criteria: judgement.criteria, scores: judgement.scores, verdict: judgement.verdict,
      sensitivity: Sensitivity(of: judgement, by: self), candidates: run.prospect.candidates, plan: run.plan,
      schedule: Schedule(of: run.plan, for: answers), guides: run.guides,
      measurements: run.prospect.measurements, criterionBindings: judgement.situation.bindings)
  }

  /// What goes wrong in making the playbook for one team, for less than making it costs.
  public func diagnostics(for answers: Answers) -> [Diagnostic] {
    RuleRun(of: self, for: answers).diagnostics
  }
}

/// All rules of a playbook, run for one team.
private struct RuleRun {
  let judgement: Judgement
  let prospect: Prospect
  let plan: Plan
  let guides: [Guide]
  let diagnostics: [Diagnostic]

  init(of tailor: Tailor, for answers: Answers) {
    let playbook = tailor.playbook
    var log = RuleLog(note: Diagnostic.Note("For the team '\(answers.key)'", at: answers.location))
    let input = Situation.Input(answers: answers.answers, team: answers.teamBindings)
    judgement = Judgement(input, decision: answers.decision, by: tailor, log: &log)
    let prospect = Prospect(
      of: judgement, answers.components, answers.measurements, answers.progress, by: tailor, log: &log)
    self.prospect = prospect
    plan = Plan(playbook, prospect.run, answers.progress, log: &log)
    guides = playbook.guides.filter { guide in
      switch log.outcome(of: guide.when, in: prospect.bindings).holding {
      case .holds, .open: true
      case .fails, .notApplicable: false
      }
    }
    diagnostics = log.diagnostics
  }
}

extension Answers {
  /// What `team` stands for.
  fileprivate var teamBindings: [String: Binding] {
    var bindings = Situation.Input.unknownTeam
    bindings["name"] = .value(.string(team))
    bindings["subject"] = .value(.string(subject))
    if let people { bindings["people"] = .value(.int(Int64(people))) }
    if let availability { bindings["availability"] = .value(.double(availability)) }
    if let start { bindings["start"] = .value(.string(start.description)) }
    return bindings
  }
}

extension Situation.Input {
  /// A team of which nothing is known.
  static var unknownTeam: [String: Binding] {
    Dictionary(
      uniqueKeysWithValues: Derivation.teamNames.map { ($0, .unknown(Unknown(names: ["team.\($0)"]))) })
  }
}
