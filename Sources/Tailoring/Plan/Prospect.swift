import Authoring
import Diagnostics
import Rules

/// What follows from a judgement for components and steps, before a plan puts the steps in order.
struct Prospect {
  /// The components as places to start; nil where the playbook ranks none.
  let candidates: TailoredCandidates?
  /// What was measured, by the playbook's measures.
  let measurements: [TailoredMeasure]
  /// What phases and guides see: all but gates.
  let bindings: Bindings
  /// Where each step stands.
  let run: StepRun

  /// Ranks the components, compares the measurements and runs the rules of steps.
  init(
    of judgement: Judgement, _ components: [Answers.Component],
    _ measured: [Name: [Name: Answers.Measurement]], _ progress: [Slug: Answers.Progress], by tailor: Tailor,
    log: inout RuleLog
  ) {
    let playbook = tailor.playbook
    candidates = playbook.candidates.map { ranking in
      TailoredCandidates(ranking, components, in: judgement.situation, by: tailor, log: &log)
    }
    measurements = playbook.measures.map { measure in
      TailoredMeasure(measure, moments: playbook.moments, measured: measured[measure.id] ?? [:])
    }
    bindings = judgement.bindings.adding(judgement.verdict, candidates, measurements)
    run = StepRun(tailor, progress, in: bindings, log: &log)
  }
}
