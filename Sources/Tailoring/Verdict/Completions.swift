import Authoring
import Rules

/// The open questions that the verdict can hang on, with all answers to each.
struct Completions {
  /// How many ways of answering all of them are tried at most.
  ///
  /// Measured: once the criteria are tabulated, a way takes up to two microseconds, where each of them leads
  /// to other scores.
  static let most = 2048

  /// In the order of the questions.
  let variables: [VerdictTrials.Variable]

  /// Finds the open questions and their answers; nil where there are too many ways to try, or where something
  /// other than a question is open.
  init?(of reaches: some Sequence<Reach>, _ situation: Situation, _ derivation: Derivation) {
    var reach = Reach()
    for each in reaches { reach.formUnion(each) }
    guard !reach.team.contains(where: { situation.isOpen(team: $0) }) else { return nil }
    var variables: [VerdictTrials.Variable] = []
    var ways = 1
    for index in reach.questions.sorted() where situation.isUnanswered(index) {
      guard let values = derivation.questions[index].domain(atMost: Self.most) else { return nil }
      ways *= values.count
      guard ways <= Self.most else { return nil }
      variables.append(VerdictTrials.Variable(question: index, values: values))
    }
    self.variables = variables
  }

  /// How many ways there are to answer the questions that a reach holds.
  func ways(in reach: Reach) -> Int {
    variables.reduce(1) { reach.questions.contains($1.question) ? $0 * $1.values.count : $0 }
  }
}
