public import Authoring
import Diagnostics
import Rules

extension TailoredPlaybook {
  /// What was computed and why, for a terminal of 80 columns: the verdict and its standing, the scores, the
  /// verdicts' rules, what the verdict hangs on, for each criterion the sum, the rule and the answers behind
  /// it, with their places, where to start, the plan; at the end one sentence.
  ///
  /// Private answers, and facts that use them, are named without values.
  public func explanation() -> String {
    var explanation = Explanation(tailored: self, derivation: Derivation(playbook))
    explanation.addVerdict()
    explanation.addScores()
    explanation.addVerdictRules()
    explanation.addSensitivity()
    explanation.addCriteria()
    explanation.addCandidates()
    explanation.addMeasurements()
    explanation.addPlan()
    explanation.addSentence()
    return explanation.text.text
  }

  /// What some criteria and steps came to and why.
  public func explanation(criteria: [Slug], steps: [Slug]) -> String {
    var explanation = Explanation(tailored: self, derivation: Derivation(playbook))
    for criterion in self.criteria where criteria.contains(criterion.criterion.id) {
      explanation.text.heading("Criterion \(criterion.criterion.id)")
      explanation.addCriterion(criterion)
    }
    for step in playbook.steps where steps.contains(step.id) { explanation.addStep(step) }
    return explanation.text.text
  }
}

/// The lines of an explanation, as they are written.
struct Explanation {
  let tailored: TailoredPlaybook
  let derivation: Derivation
  var text = ExplanationText()

  /// The verdict, its standing, and what people decided.
  mutating func addVerdict() {
    let verdict = tailored.verdict
    text.heading("\(tailored.answers.team): \(tailored.answers.subject)")
    text.line(
      "Playbook \(tailored.playbook.id) \(tailored.playbook.version), answers in \(tailored.answers.file)")
    text.heading("Verdict: \(verdict.computed.title) [\(verdict.computed.id)], \(verdict.standing.rawValue)")
    text.line(
      "\(verdict.known.percent) of the weight of the reasons that may apply is known; "
        + "\(tailored.playbook.enough.percent) is enough.")
    let possible = verdict.possible.map(\.id.text).joinedInWords
    switch verdict.method {
    case .enumeration: text.line("Possible: \(possible).")
    case .intervals: text.line("Possible: \(possible), found by ranges; it may be fewer, not more.")
    }
    if !verdict.openQuestions.isEmpty {
      text.line("Open questions: \(verdict.openQuestions.map(\.text).joined(separator: ", "))")
    }
    guard let decision = verdict.decision else { return }
    let by = decision.by.isEmpty ? "" : " by \(decision.by.joinedInWords)"
    let on = decision.on.map { " on \($0)" } ?? ""
    text.line(
      "Decided: \(verdict.followed.title) [\(verdict.followed.id)]\(by)\(on)", place: "\(decision.location)")
  }

  /// Each option's points, theme by theme.
  mutating func addScores() {
    text.heading("Scores")
    for score in tailored.scores {
      let range =
        score.possible.lowerBound < score.possible.upperBound
        ? " so far, \(score.possible.lowerBound.plain) to \(score.possible.upperBound.plain) possible" : ""
      text.line("score.\(score.option.id) = \(score.points.plain)\(range)")
      for part in score.parts {
        let sum = part.contributions.map { "\($0.criterion) \($0.points.plain)" }.joined(separator: " + ")
        let cap = part.uncapped > part.points ? " = \(part.uncapped.plain), capped" : ""
        text.line("\(part.theme?.id.text ?? "no theme") \(part.points.plain): \(sum)\(cap)", level: 2)
      }
    }
  }

  /// Each verdict's rule, and what rules it out.
  mutating func addVerdictRules() {
    text.heading("Verdicts, boldest first")
    for candidate in tailored.verdict.candidates {
      let isPossible = candidate.isPossible ? "" : "; not possible"
      text.line("\(candidate.verdict.id) \(candidate.outcome.inWords)\(isPossible)")
      addRule(candidate.verdict.when)
      for (criterion, ruling) in candidate.ruledOutBy {
        let result = tailored.criteria[criterion]
        text.line("ruled out by \(result.criterion.id)", level: 2)
        addRule(result.rulings[ruling].ruling.when, level: 3)
        if let lifted = result.rulings[ruling].ruling.liftedBy {
          text.line("lifted by \(lifted)", level: 3)
        }
      }
    }
  }

  /// A rule's text with its place below.
  mutating func addRule(_ rule: Rule?, level: Int = 2) {
    guard let rule else { return }
    text.line(rule.source.text, place: "\(rule.source.location)", level: level)
  }
}
