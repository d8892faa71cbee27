import Authoring
import Rules

/// Orders open questions by how much their answers can still change the verdict so far.
///
/// How much is the chance that the verdict changes when all open questions are answered at random and then
/// one of them is answered anew: the total effect of variance-based sensitivity analysis (Homma and Saltelli,
/// Reliability Engineering and System Safety 52, 1996), with "another verdict" in place of the squared
/// difference.
struct OpenQuestionOrder {
  /// How often all open questions are answered at random, where not all ways of answering are tried.
  private static let draws = 48

  /// By index among the questions about the subject.
  private let questions: [Int]
  private let ids: [String]
  private var trials: VerdictTrials
  /// Whether all answers to all questions are among those that are tried, and few enough to try each.
  private let isExact: Bool

  /// Nil where the verdict cannot be tried.
  init?(_ tailor: Tailor, _ situation: Situation, _ criteria: [TailoredCriterion]) {
    questions = tailor.questionsBehindVerdict.filter(situation.isUnanswered)
    let all = questions.map { tailor.derivation.questions[$0] }
    let samples = all.map { $0.sample(tailor.thresholds(of: $0)) }
    let variables = zip(questions, samples).map {
      VerdictTrials.Variable(question: $0, values: $1.values)
    }
    guard let trials = VerdictTrials(tailor, situation, criteria, variables) else { return nil }
    self.trials = trials
    ids = all.map(\.id.text)
    let ways = samples.reduce(1) { min($0 * $1.values.count, Completions.most + 1) }
    isExact = samples.allSatisfy(\.isComplete) && ways <= Completions.most
  }

  /// The questions, those first that change the verdict most often; then in the order of the playbook.
  ///
  /// - Parameter isOpenFor: whether a question, by its index, is used by a rule that is still open.
  /// - Returns: with each question's index, whether it can still change the verdict.
  mutating func run(usedByOpenRule: (Int) -> Bool) -> [(question: Int, canChangeVerdict: Bool)] {
    let effects = isExact ? exactEffects() : drawnEffects()
    return questions.indices.sorted { (effects[$1], $0) < (effects[$0], $1) }.map { index in
      (questions[index], isExact ? effects[index] > 0 : usedByOpenRule(questions[index]))
    }
  }

  private mutating func drawnEffects() -> [Double] {
    let names = ids.map(Draws.init(for:))
    var changes = [Double](repeating: 0, count: questions.count)
    func digit(_ index: Int, _ draw: Int) -> Int {
      let count = trials.variables[index].values.count
      return count == 0 ? 0 : 1 + names[index].index(draw, below: count)
    }
    for draw in 0..<Self.draws {
      var way = questions.indices.map { digit($0, 2 * draw) }
      let verdict = trials.verdict(way)
      for index in questions.indices {
        let kept = way[index]
        way[index] = digit(index, 2 * draw + 1)
        if way[index] != kept, trials.verdict(way) != verdict { changes[index] += 1 }
        way[index] = kept
      }
    }
    return changes
  }

  /// Tries all ways; of those that differ in one answer alone, counts how many lead to which verdict.
  private mutating func exactEffects() -> [Double] {
    let sizes = trials.variables.map(\.values.count)
    let ways = sizes.reduce(1, *)
    let verdicts = (0..<ways).map { number in
      var rest = number
      let way = sizes.map { size in
        defer { rest /= size }
        return 1 + rest % size
      }
      return trials.verdict(way)
    }
    var stride = 1
    return sizes.map { size in
      defer { stride *= size }
      let changes = (0..<ways).reduce(0) { sum, way in
        let first = way - way / stride % size * stride
        return sum + (0..<size).count { verdicts[first + $0 * stride] != verdicts[way] }
      }
      return Double(changes) / Double(ways * size)
    }
  }
}
