import Authoring
import Rules

/// The open questions that the verdict can hang on, with all answers to each.
struct Completions {
  /// How many ways of answering all of them are tried at most.
  ///
  /// Measured: once the criteria are tabulated, a way takes up to two microseconds, where each of them leads
  /// to other scores.
  static let most = 2048

  /// An open question.
  struct Variable {
    /// Its index among the questions about the subject.
    var question: Int
    var domain: [RuleValue]
  }

  /// In the order of the questions.
  let variables: [Variable]

  /// Finds the open questions and their answers; nil where there are too many ways to try, or where something
  /// other than a question is open.
  init?(of reaches: some Sequence<Reach>, _ situation: Situation, _ derivation: Derivation) {
    var reach = Reach()
    for each in reaches { reach.formUnion(each) }
    guard !reach.team.contains(where: { situation.isOpen(team: $0) }) else { return nil }
    var variables: [Variable] = []
    var ways = 1
    for index in reach.questions.sorted() {
      guard situation.isOpen(question: index) else { continue }
      guard let domain = Self.domain(of: index, situation, derivation) else { return nil }
      ways *= domain.count
      guard ways <= Self.most else { return nil }
      variables.append(Variable(question: index, domain: domain))
    }
    self.variables = variables
  }

  /// The variables that a reach holds, by index into `variables`.
  func variables(in reach: Reach) -> [Int] {
    variables.indices.filter { reach.questions.contains(variables[$0].question) }
  }

  /// How many ways there are to answer some of them.
  func ways(of some: [Int]) -> Int { some.reduce(1) { $0 * variables[$1].domain.count } }

  /// The answers of one way, by question.
  ///
  /// - Parameters:
  ///   - way: below `ways(of:)`; the first variable changes fastest.
  ///   - some: by index into `variables`.
  func values(ofWay way: Int, _ some: [Int]) -> [Int: RuleValue] {
    var rest = way
    var values: [Int: RuleValue] = [:]
    for variable in some.map({ variables[$0] }) {
      values[variable.question] = variable.domain[rest % variable.domain.count]
      rest /= variable.domain.count
    }
    return values
  }

  /// What an open question can still be answered with; nil where there are too many answers to try. One that
  /// was answered before it is known to apply has that answer alone.
  private static func domain(of index: Int, _ situation: Situation, _ derivation: Derivation) -> [RuleValue]?
  {
    if case .given(let value) = situation.answer(to: index)?.state { return [value] }
    return derivation.questions[index].domain(atMost: most)
  }
}
