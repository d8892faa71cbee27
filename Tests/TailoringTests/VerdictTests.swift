import Authoring
import Diagnostics
import Tailoring
import Testing

private let questions =
  question("a", "boolean") + question("b", "boolean") + question("n", "number")

private func reason(_ question: String, weight: Int, otherwise: Double = 0) -> String {
  """
  ---
  title: R
  supports: move
  weight: \(weight)
  levels:
    - when: answers.\(question)
      strength: 1.0
      because: R.
    - strength: \(otherwise)
      because: R.
  ---
  """
}

private let condition = """
  ---
  title: C
  rules_out:
    - verdicts: [move]
      when: answers.n < 2.0
      because: C.
      lifted_by: criterion:a
  ---
  """

@Suite struct VerdictTests {
  private func fixture(_ files: [String: String]) throws -> Fixture {
    try Fixture(questions: questions, files)
  }

  @Test(
    arguments: [
      ("a: true\n  b: true", "move", "settled", 1.0), ("a: false\n  b: false", "stay", "settled", 1),
      ("a: true", "pilot", "leaning", 5.0 / 9), ("b: true", "pilot", "open", 4.0 / 9),
      ("{}", "stay", "open", 0.0),
    ] as [(String, String, String, Double)])
  func theStandingSaysHowMuchIsKnown(answers: String, verdict: String, standing: String, known: Double) throws
  {
    let fixture = try Fixture(
      more: "enough: 50%", questions: questions,
      ["criteria/a.md": reason("a", weight: 5), "criteria/b.md": reason("b", weight: 4)])
    let result = try fixture("answers:\n  \(answers)").verdict
    #expect(result.computed.id.text == verdict)
    #expect(result.standing.rawValue == standing)
    #expect(result.known == known)
  }

  @Test func aConditionRulesOutWhatItNames() throws {
    let fixture = try fixture(
      [
        "criteria/a.md": reason("a", weight: 5), "criteria/b.md": reason("b", weight: 5),
        "criteria/c.md": condition,
      ])
    let low = try fixture("answers:\n  a: true\n  b: true\n  n: 1").verdict
    #expect(low.computed.id.text == "pilot")
    #expect(low.candidates.map(\.ruledOutBy.count) == [1, 0, 0])
    #expect(low.standing == .settled)
    let high = try fixture("answers:\n  a: true\n  b: true\n  n: 2").verdict
    #expect(high.computed.id.text == "move")
    let open = try fixture("answers:\n  a: true\n  b: true").verdict
    #expect(open.computed.id.text == "move")
    #expect(open.possible.map(\.id.text) == ["move", "pilot"])
    #expect(open.openQuestions.map(\.text) == ["n"])
    #expect(open.standing == .leaning)
  }

  @Test func whereEveryAnswerToComeBringsPointsThatVerdictIsAdvised() throws {
    let fixture = try fixture(["criteria/a.md": reason("a", weight: 5, otherwise: 0.8)])
    let result = try fixture("answers: {}").verdict
    #expect(result.possible.map(\.id.text) == ["pilot"])
    #expect(result.computed.id.text == "pilot")
    #expect(result.standing == .settled)
  }

  @Test func withoutReasonsNothingIsMissing() throws {
    let result = try fixture(["criteria/c.md": condition.replacing("criterion:a", with: "criterion:c")])(
      "answers: {}"
    ).verdict
    #expect(result.known == 1)
    #expect(result.standing == .settled)
  }

  @Test func theDecisionIsFollowedAndTheComputedVerdictStaysBesideIt() throws {
    let result = try fixture(["criteria/a.md": reason("a", weight: 5)])(
      "answers:\n  a: true\ndecision:\n  verdict: stay\n  by: [Dana]\n  on: 2026-12-03"
    ).verdict
    #expect(result.computed.id.text == "pilot")
    #expect(result.followed.id.text == "stay")
    #expect(result.decision?.by == ["Dana"])
  }
}
