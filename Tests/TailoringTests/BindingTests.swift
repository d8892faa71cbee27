import Authoring
import Diagnostics
import Rules
import Tailoring
import TestSupport
import Testing

private let questions =
  question("a", "boolean") + question("b", "boolean", when: "facts.f")
  + question("c", "number", when: "answers.b")

@Suite struct BindingTests {
  private func fixture() throws -> Fixture {
    // `g` stands before what it uses.
    try Fixture(
      more:
        "facts:\n  g: facts.f && answers.b\n  f: answers.a\n  p: team.people >= 3\n  n: team.name == 'Ones'",
      questions: questions)
  }

  private func states(_ result: TailoredPlaybook) -> [String] {
    result.questions.map { question in
      switch question.state {
      case .given(let value): value.json
      case .open: "open"
      case .notApplicable(let reason): reason
      case .notAsked: "not asked"
      case .undecided(let names): "undecided: \(names.sorted().joined(separator: " "))"
      }
    }
  }

  @Test(arguments: [
    ("{}", ["open", "undecided: answers.a", "undecided: answers.a answers.b"]),
    ("\n  a: true", ["true", "open", "undecided: answers.b"]),
    ("\n  a: true\n  b: true\n  c: 4", ["true", "true", "4.0"]),
    ("\n  a: false", ["false", "not asked", "not asked"]),
    ("\n  a: true\n  b:\n    not_applicable: No B.", ["true", "No B.", "not asked"]),
    ("\n  b: true", ["open", "undecided: answers.a", "undecided: answers.a"]),
    ("\n  b:\n    not_applicable: No B.", ["open", "No B.", "not asked"]),
    ("\n  a:\n    unknown: Dana asks", ["open", "undecided: answers.a", "undecided: answers.a answers.b"]),
  ])
  func aQuestionIsAskedWhereItsRuleHolds(answers: String, expected: [String]) throws {
    #expect(states(try fixture()("answers: \(answers)")) == expected)
  }

  @Test func factsAreDerivedInTheOrderOfTheirNeeds() throws {
    let known = try fixture()("team: Ones\npeople: 3\nanswers:\n  a: true\n  b: true")
    #expect(known.facts.map(\.outcome) == Array(repeating: .value(.bool(true)), count: 4))
    let open = try fixture()("answers: {}")
    func outcome(_ fact: String, _ tailored: TailoredPlaybook) -> Outcome? {
      tailored.facts.first { $0.fact.id.text == fact }?.outcome
    }
    #expect(outcome("g", open) == .unknown(Unknown(names: ["answers.a", "answers.b"])))
    #expect(outcome("p", open) == .unknown(Unknown(names: ["team.people"])))
    #expect(outcome("g", try fixture()("answers:\n  a: false")) == .value(.bool(false)))
  }

  @Test func anAnswerToAQuestionThatIsNotAskedIsIgnoredWithAWarning() throws {
    let marked = MarkedText("playbook: test\nanswers:\n  a: false\n  b: ①true\n")
    let playbook = try fixture().playbook
    var diagnostics: [Diagnostic] = []
    _ = playbook.tailored(to: try readAnswers(marked.text, playbook), diagnostics: &diagnostics)
    #expect(diagnostics.map(\.id.rawValue) == ["tailoring.ignored-answer"])
    #expect(diagnostics.map(\.severity) == [.warning])
    #expect(diagnostics.map(\.location?.start) == marked.points)
    #expect(diagnostics.first?.notes.first?.location?.file == "pb/questions/subject.yaml")
  }

  @Test func aRuleThatFailsIsAnErrorAtItsPlaceAndDoesNotHold() throws {
    let criterion = MarkedText(
      """
      ---
      title: R
      supports: move
      weight: 5
      levels:
        - when: answers.n ⟦/⟧ 0 == 1
          strength: 1.0
          because: Never.
        - strength: 0.2
          because: Always.
      ---
      """, path: "pb/criteria/r.md")
    let fixture = try Fixture(
      questions: question("n", "integer"),
      ["criteria/r.md": criterion.text])
    let (result, diagnostics) = try fixture.tailored("answers:\n  n: 1")
    #expect(result.criteria.first?.strength == 0.2)
    #expect(diagnostics.map(\.severity) == [.error])
    #expect(diagnostics.first?.location?.file == "pb/criteria/r.md")
    #expect(diagnostics.first?.location?.start?.line == criterion.locations[0].start?.line)
    #expect(diagnostics.first?.notes.map(\.message) == ["For the team 'team'"])
  }

  @Test func whatUsesAFactThatFailsDoesNotHold() throws {
    let fixture = try Fixture(
      more: "facts:\n  f: 1 / answers.n == 1\n  g: \"!facts.f\"",
      questions: question("n", "integer"))
    let (result, diagnostics) = try fixture.tailored("answers:\n  n: 0")
    #expect(result.facts[1].outcome == .notApplicable(["facts.f"]))
    #expect(diagnostics.count == 1)
  }

  @Test func anAnswerIsOldBesideTheNewestOne() throws {
    let result = try Fixture(more: "answers_valid: 30\nfacts:\n  f: answers.a", questions: questions)(
      """
      answers:
        a:
          value: true
          on: 2026-01-01
        b:
          value: true
          on: 2026-01-31
        c:
          value: 1
          on: 2026-02-01
      """)
    #expect(result.questions.map(\.isOld) == [true, false, false])
  }
}
