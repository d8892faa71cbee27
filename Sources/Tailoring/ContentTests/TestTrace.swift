import Authoring
import Rules

/// What the tests of a playbook came upon.
struct TestTrace {
  /// What a question was answered with.
  enum Choice: Hashable {
    /// A choice, or `true` or `false`.
    case given(String)
    case open
  }

  /// A level or a case of a criterion, by index.
  struct Part: Hashable {
    var criterion: Int
    var index: Int
  }

  /// An outcome of a step's gate.
  struct Outcome: Hashable {
    var step: Slug
    var outcome: Name
  }

  /// The choices that were given, by question.
  private(set) var choices: [Name: Set<Choice>] = [:]
  /// The levels that held.
  private(set) var levels: Set<Part> = []
  /// The cases that ruled verdicts out.
  private(set) var rulings: Set<Part> = []
  /// The steps of which something was expected.
  var steps: Set<Slug> = []
  /// The outcomes of gates that were expected.
  private(set) var outcomes: Set<Outcome> = []

  /// Adds the answers of a test of a criterion or a step; there, most questions are open since they have
  /// nothing to do with the matter, so that only those count as open that are said to be.
  mutating func add(_ answers: [Name: Answer]) {
    for (question, answer) in answers { add(answer.state, to: question) }
  }

  /// Adds the answers of a test of the whole playbook; those to questions that are not asked do not count.
  mutating func add(_ situation: Situation, _ derivation: Derivation) {
    for (index, question) in derivation.questions.enumerated() {
      switch situation.states[index] {
      case .given(let value): add(.given(value), to: question.id)
      case .open: choices[question.id, default: []].insert(.open)
      case .undecided where situation.isUnanswered(index): choices[question.id, default: []].insert(.open)
      case .undecided, .notApplicable, .notAsked: continue
      }
    }
  }

  /// Adds the answers about components.
  mutating func add(_ components: [Answers.Component], _ questions: [Question]) {
    for component in components {
      for question in questions {
        add(component.answers[question.id]?.state ?? .unknown("", until: nil), to: question.id)
      }
    }
  }

  /// Adds the level that holds, and the cases that do.
  mutating func add(_ result: TailoredCriterion, ofCriterion criterion: Int) {
    if let index = result.levelIndex { levels.insert(Part(criterion: criterion, index: index)) }
    for (index, ruling) in result.rulings.enumerated() where ruling.state.isCertain {
      rulings.insert(Part(criterion: criterion, index: index))
    }
  }

  /// Adds what was expected of a gate.
  mutating func add(_ expected: GateExpectation, ofGate step: Slug) {
    if case .outcome(let outcome) = expected { outcomes.insert(Outcome(step: step, outcome: outcome)) }
  }

  private mutating func add(_ state: Answer.State, to question: Name) {
    switch state {
    case .given(let value): choices[question, default: []].formUnion(value.choices)
    case .unknown: choices[question, default: []].insert(.open)
    case .notApplicable: break
    }
  }
}

extension RuleValue {
  /// The choices in an answer.
  fileprivate var choices: [TestTrace.Choice] {
    switch self {
    case .bool(let flag): [.given("\(flag)")]
    case .string(let text): [.given(text)]
    case .list(let values): values.flatMap(\.choices)
    case .null, .int, .double, .map: []
    }
  }
}
