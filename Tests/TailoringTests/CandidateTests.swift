import Authoring
import Diagnostics
import Rules
import Tailoring
import Testing

@Suite struct CandidateTests {
  private func fixture() throws -> Fixture {
    try Fixture(
      more: """
        phases:
          - id: one
            title: One
        candidates:
          eligible: component.isolated
          ranking:
            - id: tax
              title: Tax
              weight: 5
              question: incidents
              from: 0
              to: 10
            - id: contract
              title: Contract
              weight: 3
              question: contract
              values:
                written: 1.0
                implicit: 0.3
        """,
      [
        "questions/components.yaml": """
        title: C
        scope: component
        questions:
          - id: isolated
            label: I
            ask: I?
            type: boolean
          - id: incidents
            label: N
            ask: N?
            type: integer
            when: component.isolated
          - id: contract
            label: C
            ask: C?
            type: one_of
            choices:
              - id: written
                label: written
              - id: implicit
                label: implicit
        """,
        "steps/s.md": step("s", more: "when: candidate.id == 'b' && !candidate.tied"),
      ])
  }

  private func component(_ id: String, _ answers: String) -> String {
    "  - id: \(id)\n    title: \(id)\n    answers: {\(answers)}\n"
  }

  @Test func theyAreRankedByTheLeastOfTheirSumAndTiesAreCalledTies() throws {
    let result = try fixture()(
      "components:\n" + component("c", "isolated: true, incidents: 5, contract: implicit")
        + component("b", "isolated: true, incidents: 20, contract: written")
        + component("d", "isolated: true, incidents: 2, contract: written")
        + component("a", "isolated: true, incidents: 4, contract: written")
        + component("e", "isolated: true, incidents: 4, contract: written")
        + component("f", "isolated: false, contract: written") + component("g", "contract: written")
        + component("h", "isolated: true, contract: implicit")
        + component("i", "isolated: true, incidents: {not_applicable: None.}, contract: written"))
    let candidates = try #require(result.candidates)
    #expect(candidates.ranked.map(\.component.id.text) == ["b", "a", "e", "d", "c", "i", "h"])
    #expect(candidates.ranked.map(\.total.lowerBound) == [8, 5, 5, 4, 3.4, 3, 0.9])
    #expect(candidates.ranked.map(\.total.upperBound) == [8, 5, 5, 4, 3.4, 3, 5.9])
    #expect(candidates.ranked.map(\.isTied) == [false, true, true, false, false, false, false])
    #expect(candidates.ranked.map { $0.parts.map(\.isOpen) }.last == [true, false])
    #expect(candidates.leftOut.map(\.component.id.text) == ["f", "g"])
    #expect(candidates.leftOut[1].outcome == .unknown(Unknown(names: ["components.g.isolated"])))
    #expect(result.plan.steps.count == 1)
  }

  @Test func stepsSeeTheFirstByIDInATie() throws {
    let tie =
      component("c", "isolated: true, incidents: 4, contract: written")
      + component("b", "isolated: true, incidents: 4, contract: written")
    #expect(try fixture()("components:\n" + tie).plan.steps.isEmpty)
  }

  @Test func withoutAComponentNothingIsACandidate() throws {
    let none = try fixture()("components: []")
    #expect(none.plan.leftOut.map(\.notApplicable) == [["candidate"]])
    let open = try fixture()("components:\n" + component("b", "contract: written"))
    #expect(open.plan.possible.map(\.hangsOn) == [["components.b.isolated"]])
  }
}
