import Authoring
import Tailoring
import Testing

/// Playbooks and answers that are as small or as large as can be, and weights that weigh nothing.
@Suite struct ExtremeInputTests {
  private static func criterion(_ question: String, theme: String? = nil) -> String {
    "---\ntitle: R\nsupports: move\nweight: 5\n" + (theme.map { "theme: \($0)\n" } ?? "")
      + "levels:\n  - when: answers.\(question)\n    strength: 1\n    because: R.\n"
      + "  - strength: 0\n    because: N.\n---\n"
  }

  private static func ranking(_ weight: Int) -> String {
    """
    candidates:
      eligible: component.alone
      ranking:
        - id: alone
          title: Alone
          weight: \(weight)
          question: size
          from: 0
          to: 10
    """
  }

  private static let componentQuestions =
    "title: C\nscope: component\nquestions:\n" + question("alone", "boolean") + question("size", "integer")

  private static func components(_ answers: String, count: Int = 200) -> String {
    "components:\n" + (1...count).map { "  - {id: c\($0), answers: {\(answers)}}\n" }.joined()
  }

  @Test func `one criterion is enough for a verdict`() throws {
    let fixture = try Fixture(
      questions: question("q", "boolean"), ["criteria/r.md": Self.criterion("q")])
    #expect(try fixture("answers: {q: true}").verdict.computed.id.text == "pilot")
    #expect(try fixture("answers: {q: false}").verdict.standing == .settled)
    #expect(try fixture("").verdict.standing == .open)
  }

  @Test func `without a criterion the last verdict is settled`() throws {
    let verdict = try Fixture()("").verdict
    #expect(verdict.computed.id.text == "stay" && verdict.standing == .settled)
  }

  @Test func `the points of 500 criteria add up`() throws {
    let fixture = try Fixture(
      questions: (0..<50).map { question("q\($0)", "boolean") }.joined(),
      Dictionary(
        uniqueKeysWithValues: (0..<500).map { ("criteria/r\($0).md", Self.criterion("q\($0 % 50)")) }))
    let answers = (0..<40).map { "  q\($0): true\n" }.joined()
    let result = try fixture("answers:\n" + answers)
    #expect(result.scores[0].points == 2000)
    #expect(result.scores[0].possible == 2000...2500)
    #expect(result.verdict.standing == .settled)
  }

  @Test func `a theme that counts at most nothing leaves its reasons without points`() throws {
    let fixture = try Fixture(
      more: "themes:\n  - id: t\n    title: T\n    at_most: 0\n", questions: question("q", "boolean"),
      ["criteria/r.md": Self.criterion("q", theme: "t")])
    let result = try fixture("answers: {q: true}")
    #expect(result.scores[0].points == 0)
    #expect(result.scores[0].parts.map(\.uncapped) == [5])
    #expect(result.criteria[0].points == 5)
    #expect(result.verdict.computed.id.text == "stay")
  }

  @Test(arguments: [
    (weight: 3, answers: "alone: true, size: 10", ranked: 200, isTied: true, total: 3.0),
    (weight: 0, answers: "alone: true, size: 10", ranked: 200, isTied: true, total: 0),
    (weight: 3, answers: "alone: false", ranked: 0, isTied: false, total: 0),
    (weight: 3, answers: "", ranked: 0, isTied: false, total: 0),
  ])
  func `of 200 components all may be tied, or none be eligible`(
    weight: Int, answers: String, ranked: Int, isTied: Bool, total: Double
  ) throws {
    let fixture = try Fixture(
      more: Self.ranking(weight), ["questions/components.yaml": Self.componentQuestions])
    let candidates = try #require(try fixture(Self.components(answers)).candidates)
    #expect(candidates.ranked.count == ranked && candidates.leftOut.count == 200 - ranked)
    #expect(candidates.ranked.allSatisfy { $0.isTied == isTied && $0.total == total...total })
  }

  @Test func `where no component is named none is ranked`() throws {
    let fixture = try Fixture(
      more: Self.ranking(1), ["questions/components.yaml": Self.componentQuestions])
    let candidates = try #require(try fixture("").candidates)
    #expect(candidates.ranked.isEmpty && candidates.leftOut.isEmpty)
  }
}
