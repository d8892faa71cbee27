import Authoring
import Rules

/// Answers to try for an open question.
struct AnswerSample {
  var values: [RuleValue]
  /// Whether no other answer could lead to anything else.
  var isComplete: Bool
}

extension Question {
  /// All answers, where they are few; some of many combinations of choices; the numbers that rules can tell
  /// apart. None for texts and dates.
  func sample(_ thresholds: Thresholds) -> AnswerSample {
    if let all = domain(atMost: 256) { return AnswerSample(values: all, isComplete: true) }
    if case .manyOf(let choices) = kind {
      let draws = choices.map { Draws(for: "\(id).\($0.id)") }
      let some = (0..<256).map { draw in
        RuleValue.list(zip(choices, draws).filter { $1.share(draw) < 0.5 }.map { .string($0.0.id.text) })
      }
      return AnswerSample(values: some, isComplete: false)
    }
    let probes = Probes(self, thresholds)?.values ?? []
    return AnswerSample(values: probes, isComplete: !probes.isEmpty && !thresholds.entersArithmetic)
  }
}
