import Authoring
import Diagnostics
import Tailoring
import TestSupport
import Testing

private let questions =
  question("a", "boolean") + question("b", "boolean", when: "answers.a")

@Suite struct ContentTestTests {
  private let header = """
    ---
    title: R
    supports: move
    weight: 5
    when: answers.a
    levels:
      - when: answers.b
        strength: 1.0
        because: B.
      - strength: 0.2
        because: Not B.
    tests:

    """

  @Test(arguments: [
    "  - answers: {b: true}\n    strength: 1.0", "  - answers: {b: false}\n    strength: 0.2",
    "  - answers: {a: false}\n    applies: false", "  - answers: {a: false, b: true}\n    strength: 1.0",
  ])
  func aTestTakesRulesOfQuestionsAndTheCriterionAsTrueUnlessItExpectsOtherwise(test: String) throws {
    let fixture = try Fixture(questions: questions, ["criteria/r.md": header + test + "\n---\n"])
    #expect(text(of: fixture.playbook.testFailures()) == "")
  }

  @Test(arguments: [
    ("  - ①answers: {b: false}\n    strength: 1.0", "strength 0.2"),
    ("  - ①answers: {a: true}\n    strength: 1.0", "it is open, since the test does not say 'answers.b'"),
    (
      "  - ①answers: {b: {not_applicable: No.}}\n    strength: 1.0",
      "it is left out, since 'answers.b' does not apply"
    ),
    ("  - ①answers: {a: true}\n    applies: false", "it concerns the team"),
    ("  - ①answers: {}\n    applies: false", "it is open, since the test does not say 'answers.a'"),
  ])
  func aFailureSaysWhatCameOutAtTheTestsPlace(test: String, outcome: String) throws {
    let marked = MarkedText(header + test + "\n---\n", path: "pb/criteria/r.md")
    let failures = try Fixture(questions: questions, ["criteria/r.md": marked.text]).playbook.testFailures()
    #expect(failures.map(\.id.rawValue) == ["tailoring.test-failed"])
    #expect(failures.first?.message.hasSuffix("; what came out: " + outcome) == true, "\(text(of: failures))")
    #expect(failures.map(\.location?.start) == marked.points)
  }

  @Test(
    arguments: [
      ("  - answers: {a: true, b: false}\n    rules_out: [move]", nil),
      ("  - answers: {a: true, b: true}\n    rules_out: [pilot, move]", nil),
      (
        "  - answers: {a: false}\n    rules_out: [pilot]",
        "it is open, since the test does not say 'answers.b'"
      ),
      ("  - answers: {a: true, b: true}\n    rules_out: [move]", "that 'move' and 'pilot' are ruled out"),
      ("  - answers: {a: false, b: false}\n    rules_out: [move]", "that no verdict is ruled out"),
    ] as [(String, String?)])
  func aConditionIsTestedByWhatItRulesOut(test: String, outcome: String?) throws {
    let condition = """
      ---
      title: C
      rules_out:
        - verdicts: [move]
          when: answers.a
          because: A.
        - verdicts: [pilot]
          when: answers.b
          because: B.
      tests:

      """
    let failures = try Fixture(questions: questions, ["criteria/c.md": condition + test + "\n---\n"]).playbook
      .testFailures()
    let messages = failures.map { String($0.message.split(separator: "; what came out: ").last ?? "") }
    #expect(messages == [outcome].compactMap(\.self))
  }

  @Test func testsOfThePlaybookCompareVerdictStandingAndStrengths() throws {
    let tests = MarkedText(
      """
      tests:
        - title: Passes
          answers: {a: true, b: true}
          expect:
            verdict: pilot
            standing: settled
            criteria: {r: 1.0}
        - title: Fails
          answers: {a: true}
          expect:
            verdict: ①pilot
            standing: ②settled
            criteria:
              ③r: 1.0
      """, path: "pb/tests/t.yaml")
    let fixture = try Fixture(
      questions: questions,
      ["criteria/r.md": header.replacing("tests:\n", with: "---\n"), "tests/t.yaml": tests.text])
    let failures = fixture.playbook.testFailures()
    #expect(failures.map(\.location?.start) == tests.points)
    #expect(
      failures.map(\.message) == [
        "'Fails' expects the verdict 'pilot'; what came out: 'stay', where score.move is 0 and score.stay is 0",
        "'Fails' expects the standing 'settled'; what came out: 'open', where 0% is known and 'pilot' and 'stay' are possible; open: 'b'",
        "'Fails' expects strength 1 of 'r'; what came out: it is open, since the test does not say 'answers.b'",
      ])
  }
}
