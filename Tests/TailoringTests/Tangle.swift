import Diagnostics
import Rules
import TestSupport
import Testing

@testable import Authoring

extension SplitMix {
  /// Whether something of a certain chance happens.
  mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }
}

/// A small playbook in which everything depends on everything: questions on facts, criteria on facts and
/// several answers, verdicts on scores, strengths and answers.
enum Tangle {
  static func fixture(_ more: [String: String] = [:]) throws -> Fixture {
    try Fixture(header: header, questions: questions, criteria.merging(more) { $1 })
  }

  private static let header = """
    id: tangle
    title: Tangle
    version: 1.0.0
    subject: service
    options:
      - id: move
        title: Move
      - id: stay
        title: Stay
    verdicts:
      - id: all
        title: All
        when: score.move - score.stay >= 6.0 && criteria["pain"].strength > 0.5
      - id: move
        title: Move
        when: score.move - score.stay >= 3.0 || answers.pushed && score.move > 2.0
      - id: pilot
        title: Pilot
        when: score.move >= score.stay
      - id: stay
        title: Stay
    themes:
      - id: t
        title: T
        at_most: 6
    facts:
      hurts: answers.pain != 'none'
      tools: size(answers.tools) > 0
    """

  private static let questions = """
      - id: pain
        label: Pain
        ask: Pain?
        type: one_of
        choices:
          - id: none
            label: none
          - id: some
            label: some
          - id: much
            label: much
      - id: tools
        label: Tools
        ask: Tools?
        type: many_of
        choices:
          - id: x
            label: x
          - id: y
            label: y
      - id: people
        label: People
        ask: People?
        type: integer
        min: 0
        max: 3
      - id: tried
        label: Tried
        ask: Tried?
        type: boolean
        when: facts.hurts && facts.tools
      - id: pushed
        label: Pushed
        ask: Pushed?
        type: boolean

    """

  private static let criteria = [
    "criteria/1-pain.md": """
    ---
    title: Pain
    theme: t
    supports: move
    weight: 5
    when: facts.hurts
    levels:
      - when: answers.pain == 'much' && answers.tried
        strength: 1.0
        because: P.
      - when: answers.pain == 'much'
        strength: 0.7
        because: P.
      - strength: 0.3
        because: P.
    ---
    """,
    "criteria/2-tools.md": """
    ---
    title: Tools
    theme: t
    supports: move
    weight: 3
    levels:
      - when: "'x' in answers.tools && answers.people > 1"
        strength: 1.0
        because: T.
      - when: answers.tried
        strength: 0.6
        supports: stay
        because: T.
      - strength: 0.1
        because: T.
    ---
    """,
    "criteria/3-people.md": """
    ---
    title: People
    supports: stay
    weight: 4
    levels:
      - when: answers.people == 0
        strength: 1.0
        because: P.
      - when: answers.people == 1
        strength: 0.5
        because: P.
      - strength: 0.0
        because: P.
    ---
    """,
    "criteria/4-owners.md": """
    ---
    title: Owners
    when: facts.tools || answers.pushed
    rules_out:
      - verdicts: [all]
        when: answers.people < 3
        because: P.
      - verdicts: [all, move, pilot]
        when: answers.people == 0 && !answers.tried
        because: P.
    ---
    """,
  ]
}

extension Question {
  /// All answers to a question of the tangle.
  var everyValue: [RuleValue] {
    switch kind {
    case .boolean: [.bool(true), .bool(false)]
    case .oneOf(let choices): choices.map { .string($0.id.text) }
    case .manyOf(let choices):
      choices.reduce([[]]) { lists, choice in lists + lists.map { $0 + [RuleValue.string(choice.id.text)] } }
        .map { .list($0) }
    case .integer(let limits): (Int64(limits.minimum ?? 0)...Int64(limits.maximum ?? 0)).map { .int($0) }
    case .number, .text, .date: []
    }
  }
}

extension Answers {
  /// With one answer more.
  func adding(_ value: RuleValue, to question: Name) -> Answers {
    var answers = self
    answers.answers[question] = Answer(
      state: .given(value), evidence: .none, origin: .all, location: location)
    return answers
  }

  /// Some random answers, some of them not applicable.
  func drawn(_ questions: [Question], share: Double, _ generator: inout SplitMix) -> Answers {
    var answers = self
    for question in questions where generator.chance(share) {
      guard let value = question.everyValue.randomElement(using: &generator) else { continue }
      let state: Answer.State = generator.chance(0.1) ? .notApplicable("No.") : .given(value)
      answers.answers[question.id] = Answer(state: state, evidence: .none, origin: .all, location: location)
    }
    return answers
  }

  /// Every way of answering the questions without an answer.
  func completions(_ questions: [Question]) -> [Answers] {
    questions.filter { answers[$0.id] == nil }.reduce([self]) { some, question in
      some.flatMap { answers in question.everyValue.map { answers.adding($0, to: question.id) } }
    }
  }
}
