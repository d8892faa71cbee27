import Authoring
import Diagnostics
import Rules

// The wordings for answers that do not fit a playbook's rules, and for tests that fail.
extension Diagnostic {
  static func ignoredAnswer(_ answer: Answer, to question: Question, when rule: Rule) -> Diagnostic {
    Diagnostic(
      .warning, "tailoring.ignored-answer", at: answer.location,
      "The answer to '\(question.id)' is ignored: by the other answers the question does not apply",
      notes: [Note("It applies only when \(rule.source.text.oneLine)", at: rule.source.location)])
  }

  static func badAmount(_ amount: Double, of rule: Rule, for note: Note?) -> Diagnostic {
    Diagnostic(
      .error, "tailoring.bad-amount", at: rule.source.location,
      "This rule comes to \(amount.plain); days are 0 or more", notes: [note].compactMap(\.self))
  }

  static func effortsOutOfOrder(_ effort: PlannedStep.Effort, of step: Step, for note: Note?) -> Diagnostic {
    let days = [("low", effort.low), ("likely", effort.likely), ("high", effort.high)]
    let words = days.compactMap { name, days in days.map { "\(name) to \($0.plain)" } }.joinedInWords
    return Diagnostic(
      .warning, "tailoring.efforts-out-of-order", at: step.location,
      "The effort of '\(step.id)' comes \(words); low should not be above likely, nor likely above high",
      notes: [note].compactMap(\.self))
  }

  static func testFailed(
    at location: SourceLocation, _ subject: String, _ expected: String, _ outcome: TestOutcome
  ) -> Diagnostic {
    Diagnostic(
      .error, "tailoring.test-failed", at: location,
      "\(subject) \(expected); what came out: \(outcome.words)",
      notes: outcome.notes)
  }

  static func otherVerdict(_ judgement: Judgement, expected: Located<Name>, _ test: Playbook.Test)
    -> Diagnostic
  {
    let scores = judgement.scores.map { "score.\($0.option.id) is \($0.points.plain)" }.joinedInWords
    let words = "'\(judgement.verdict.computed.id)', where \(scores)"
    var notes: [Note] = []
    for candidate in judgement.verdict.candidates {
      guard candidate.verdict.id == expected.value || candidate.verdict.id == judgement.verdict.computed.id
      else {
        continue
      }
      if let rule = candidate.verdict.when {
        notes.append(Note("'\(candidate.verdict.id)' \(candidate.outcome.inWords)", at: rule.source.location))
      }
      for (criterion, ruling) in candidate.ruledOutBy {
        let rule = judgement.criteria[criterion].rulings[ruling].ruling.when
        notes.append(
          Note("'\(candidate.verdict.id)' is ruled out, since this holds", at: rule.source.location))
      }
    }
    return testFailed(
      at: expected.location, "'\(test.title)' expects", "the verdict '\(expected.value)'",
      TestOutcome(words: words, notes: notes))
  }

  static func otherStanding(
    _ verdict: TailoredVerdict, expected: Located<Playbook.Standing>, _ test: Playbook.Test
  ) -> Diagnostic {
    let possible = verdict.possible.map(\.id.text).quoted
    var words = "'\(verdict.standing.rawValue)', where \(verdict.known.percent) is known and \(possible) "
    words += verdict.possible.count == 1 ? "is possible" : "are possible"
    if !verdict.openQuestions.isEmpty { words += "; open: \(verdict.openQuestions.map(\.text).quoted)" }
    return testFailed(
      at: expected.location, "'\(test.title)' expects", "the standing '\(expected.value.rawValue)'",
      TestOutcome(words: words))
  }
}

extension Outcome {
  /// What a rule comes to, as the end of a sentence about the thing whose rule it is.
  var inWords: String {
    switch holding {
    case .holds: "holds"
    case .fails: "does not hold"
    case .open(let names): "is open: it hangs on \(names.sorted().joinedInWords)"
    case .notApplicable(let names): "does not hold: \(names.sorted().joinedInWords) does not apply"
    }
  }
}
