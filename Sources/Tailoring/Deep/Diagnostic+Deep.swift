import Authoring
import Diagnostics
import Rules

// The wordings for content that no answers bring into play.
extension Diagnostic {
  static func neverHolds(_ rule: Rule, _ space: SampleSpace) -> Diagnostic {
    Diagnostic(
      .warning, "tailoring.never-holds", at: rule.source.location, "This rule never holds, \(space.inWords)")
  }

  static func alwaysHolds(_ rule: Rule, _ space: SampleSpace) -> Diagnostic {
    Diagnostic(
      .warning, "tailoring.always-holds", at: rule.source.location,
      "This rule always holds, \(space.inWords); where that is meant, leave it out")
  }

  static func shadowedLevel(at location: SourceLocation, _ space: SampleSpace) -> Diagnostic {
    Diagnostic(
      .warning, "tailoring.shadowed-level", at: location,
      "This level never counts, \(space.inWords): an earlier one holds wherever it does")
  }

  static func gap(in criterion: Criterion, _ answers: String, _ space: SampleSpace) -> Diagnostic {
    Diagnostic(
      .warning, "tailoring.gap", at: criterion.reason?.levels.last?.location ?? criterion.location,
      "No level of '\(criterion.id)' holds for some answers, which then bring no points",
      notes: [
        Note("For instance with \(answers)"), Note("A last level without 'when' holds for all that is left"),
      ])
  }

  static func countedTwice(_ criterion: Criterion, _ other: Criterion, _ questions: [String]) -> Diagnostic {
    let noun = questions.count == 1 ? "question" : "questions"
    return Diagnostic(
      .warning, "tailoring.counted-twice", at: criterion.location,
      "'\(criterion.id)' and '\(other.id)' count for the same option and hang on "
        + "the same \(noun), \(questions.quoted), so that one pain counts twice",
      notes: [
        Note("The other reason", at: other.location),
        Note("Give both one theme with 'at_most', or let one of them ask something else"),
      ])
  }

  static func unreachedVerdict(_ verdict: Verdict, _ space: SampleSpace) -> Diagnostic {
    Diagnostic(
      .warning, "tailoring.unreached-verdict", at: verdict.location,
      "No answers lead to the verdict '\(verdict.id)', \(space.inWords)")
  }

  static func idleCriterion(_ criterion: Criterion, _ space: SampleSpace) -> Diagnostic {
    Diagnostic(
      .warning, "tailoring.idle-criterion", at: criterion.location,
      "'\(criterion.id)' never changes the verdict, \(space.inWords)")
  }

  static func unreachedStep(_ step: Step) -> Diagnostic {
    Diagnostic(
      .warning, "tailoring.unreached-step", at: (step.when?.source.location) ?? step.location,
      "Nothing that was tried brings the step '\(step.id)' into the plan")
  }

  static func unreachedOutcome(_ outcome: Step.GateOutcome, of step: Step) -> Diagnostic {
    Diagnostic(
      .warning, "tailoring.unreached-outcome", at: outcome.location,
      "Nothing that was tried leads to the outcome '\(outcome.id)' of the gate of '\(step.id)'")
  }

  static func unusedQuestion(_ question: Question) -> Diagnostic {
    Diagnostic(
      .warning, "tailoring.unused-question", at: question.location,
      "Nothing uses the question '\(question.id)': no rule, no ranking, no text")
  }
}
