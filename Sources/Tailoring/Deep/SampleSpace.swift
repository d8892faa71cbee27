import Diagnostics
import Authoring
import Rules

/// Ways of answering some questions: all of them, where they are few, else ways drawn by seed.
struct SampleSpace {
  /// Up to how many ways all are tried.
  private static let mostTried = 4096
  /// How many are drawn where there are more.
  private static let draws = 2048

  /// The questions about the subject, by index.
  let questions: [Int]
  /// How many ways are tried.
  let count: Int
  /// Whether these are all that rules can tell apart.
  let isExact: Bool
  private let samples: [AnswerSample]
  private let names: [Draws]

  init(_ questions: some Sequence<Int>, of tailor: Tailor) {
    self.questions = questions.sorted()
    let all = self.questions.map { tailor.derivation.questions[$0] }
    samples = all.map { $0.sample(tailor.thresholds(of: $0)) }
    names = all.map { Draws(for: $0.id.text) }
    let ways = samples.reduce(1) { min($0 * max($1.values.count, 1), Self.mostTried + 1) }
    isExact = ways <= Self.mostTried && samples.allSatisfy(\.isComplete)
    count = ways <= Self.mostTried ? ways : Self.draws
    drawsWays = ways > Self.mostTried
  }

  private let drawsWays: Bool

  /// The variables of trials over these ways.
  var variables: [VerdictTrials.Variable] {
    zip(questions, samples).map { VerdictTrials.Variable(question: $0, values: $1.values) }
  }

  /// The digits of a way: 0 for a question that has no answers to try, else from 1.
  func way(_ number: Int) -> [Int] {
    var rest = number
    return samples.indices.map { index in
      let size = samples[index].values.count
      guard size > 0 else { return 0 }
      if drawsWays { return 1 + names[index].index(number, below: size) }
      defer { rest /= size }
      return 1 + rest % size
    }
  }

  /// The answers of a way, by question.
  func answers(_ way: [Int]) -> [Int: RuleValue] {
    var answers: [Int: RuleValue] = [:]
    for (index, digit) in way.enumerated() where digit > 0 {
      answers[questions[index]] = samples[index].values[digit - 1]
    }
    return answers
  }

  /// How many ways were tried, as the end of a sentence.
  var inWords: String {
    if count == 1, questions.isEmpty { return "whatever the answers are" }
    let ways = "\(count.counted("way")) of answering"
    return isExact ? "in all \(ways)" : "in \(ways) that were tried"
  }
}
