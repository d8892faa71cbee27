public import Authoring
import Diagnostics
import Rules

/// A playbook made ready for tailoring: what does not depend on a team is worked out once.
public struct Tailor: Sendable {
  /// The playbook.
  public let playbook: Playbook
  /// How questions and facts depend on each other.
  let derivation: Derivation
  /// What each criterion depends on, by index.
  let criterionReaches: [Reach]
  /// What criteria came to for answers that were tried.
  let criterionResults: CriterionResults
  /// What the rules of verdicts depend on, beside scores.
  let verdictReach: Reach
  /// All questions about the subject that criteria or verdicts can hang on, by index.
  let questionsBehindVerdict: [Int]
  /// Where rules change their minds about numbers, by question.
  private let thresholds: [String: Thresholds]
  /// The questions about components, each after those that its rule uses.
  let componentQuestions: [Question]
  /// What decides whether a component is eligible; nil where all are.
  let eligibility: Eligibility?
  /// The steps' indices, each after the steps that it needs.
  let stepOrder: [Int]

  /// Works out what depends on what.
  public init(_ playbook: Playbook) {
    self.playbook = playbook
    let derivation = Derivation(playbook)
    self.derivation = derivation
    let reaches = playbook.criteria.map { derivation.reach(of: $0.rules) }
    criterionReaches = reaches
    criterionResults = CriterionResults(reaches)
    let verdictReach = Self.verdictReach(playbook, derivation, reaches)
    self.verdictReach = verdictReach
    questionsBehindVerdict = reaches.reduce(into: verdictReach.questions) { $0.formUnion($1.questions) }
      .sorted()
    thresholds = Thresholds.all(in: playbook)
    let componentQuestions = Self.componentQuestions(playbook)
    self.componentQuestions = componentQuestions
    eligibility = Eligibility(playbook, derivation, componentQuestions)
    let index = Dictionary(playbook.steps.enumerated().map { ($1.id, $0) }) { first, _ in first }
    stepOrder =
      DependencyOrder(Array(playbook.steps.indices)) { step in
        playbook.steps[step].needs.compactMap { index[$0.value] }
      }.ordered
  }

  /// Where rules change their minds about the answer to a question.
  func thresholds(of question: Question) -> Thresholds { thresholds[question.id.text] ?? Thresholds() }

  /// A rule of a verdict that names a criterion depends on all that the criterion does.
  private static func verdictReach(_ playbook: Playbook, _ derivation: Derivation, _ reaches: [Reach])
    -> Reach
  {
    let rules = playbook.verdicts.compactMap(\.when)
    var reach = derivation.reach(of: rules)
    for path in rules.flatMap(\.references).map(\.path) where path.first == "criteria" {
      for (index, criterion) in playbook.criteria.enumerated()
      where path.count < 2 || path[1] == criterion.id.text {
        reach.formUnion(reaches[index])
      }
    }
    return reach
  }

  private static func componentQuestions(_ playbook: Playbook) -> [Question] {
    let questions = playbook.questions.filter { $0.scope == .component }
    let byID = Dictionary(questions.map { ($0.id.text, $0) }) { first, _ in first }
    let order = DependencyOrder(questions.map(\.id.text)) { id in
      byID[id]?.when?.references.filter { $0.path.first == "component" }.compactMap {
        $0.path.dropFirst().first
      } ?? []
    }
    return order.ordered.compactMap { byID[$0] }
  }
}

extension Criterion {
  /// All of its rules, in the order of the file.
  var rules: [Rule] {
    let levels = reason?.levels.compactMap(\.when) ?? []
    return [when].compactMap(\.self) + levels + rulingsOut.map(\.when)
  }
}
