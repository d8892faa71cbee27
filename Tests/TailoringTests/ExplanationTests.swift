import Authoring
import Diagnostics
import Tailoring
import Testing

@Suite struct ExplanationTests {
  private func fixture() throws -> Fixture {
    try Fixture(
      more: "facts:\n  f: answers.a\n  p: answers.secret > 3",
      questions: """
          - id: a
            label: A
            ask: A?
            type: boolean
          - id: secret
            label: S
            ask: S?
            type: integer
            private: true

        """,
      [
        "criteria/r.md": """
        ---
        title: R
        supports: move
        weight: 5
        when: facts.f
        levels:
          - when: facts.p
            strength: 0.6
            because: R.
        ---
        """,
        "criteria/c.md": """
        ---
        title: C
        rules_out:
          - verdicts: [move]
            when: answers.secret < 10
            because: C.
            lifted_by: criterion:r
        ---
        """,
      ])
  }

  @Test func eachFigureIsTracedToItsRuleAndAnswerWithTheirPlaces() throws {
    let result = try fixture()(
      "team: Ones\nsubject: api\nanswers:\n  a: true\n  secret: 7\ndecision:\n  verdict: stay\n  by: [Ola]\n")
    #expect(
      result.explanation() == """
        Ones: api
          Playbook test 1.0.0, answers in teams/team.yaml

        Verdict: Pilot [pilot], settled
          100% of the weight of the reasons that may apply is known; 60% is enough.
          Possible: pilot.
          Decided: Stay [stay] by Ola  teams/team.yaml:8:3

        Scores
          score.move = 3
            no theme 3: r 3
          score.stay = 0

        Verdicts, boldest first
          move does not hold; not possible
            score.move - score.stay >= 8.0  pb/playbook.yaml:13:11
            ruled out by c
              answers.secret < 10  pb/criteria/c.md:5:11
              lifted by criterion:r
          pilot holds
            score.move - score.stay >= 3.0  pb/playbook.yaml:16:11
          stay holds; not possible

        What the verdict hangs on
          It is the same in 49% of 400 weightings, each weight drawn from half to one
            and a half of what it is.
          Where a wrong answer would matter:
            With “no” instead of “yes” for “A”, the verdict would be: Stay
                teams/team.yaml:5:6
            With another answer to “S”, which is private, the verdict would be: Stay
                teams/team.yaml:6:11

        Criteria
          c: condition, rules out move
            answers.secret < 10  pb/criteria/c.md:5:11
            answers.secret (private)  teams/team.yaml:6:11
          r: weight 5 x strength 0.6 = 3 points for move
            facts.f  pb/criteria/r.md:5:7
            facts.p  pb/criteria/r.md:7:11
            facts.f = true  pb/playbook.yaml:20:3
            facts.p (private)  pb/playbook.yaml:21:3
            answers.a = true  teams/team.yaml:5:6
            answers.secret (private)  teams/team.yaml:6:11

        In one sentence
          api: “Stay” was decided, and the answers advise “Pilot”, because the points
            are 3 for “Move” and 0 for “Stay”, above all from “R”; with “no” instead of
            “yes” for “A”, the verdict would be: Stay.

        """)
  }

  @Test func whatIsOpenIsNamed() throws {
    let text = try fixture()("answers:\n  secret: {unknown: Dana asks, until: 2027-01-01}").explanation()
    #expect(text.contains("Verdict: Stay [stay], open\n"))
    #expect(text.contains("  Open questions: a, secret\n"))
    #expect(text.contains("  r: open, weight 5, 0 to 3 for move; it hangs on answers.a and answers.secret\n"))
    #expect(!text.contains("Dana"))
  }

  @Test func noLineIsLongerThanATerminalIsWide() throws {
    let playbook = try Flagship.playbook()
    var diagnostics: [Diagnostic] = []
    let result = playbook.tailored(
      to: try Flagship.example("dispatch", of: playbook), diagnostics: &diagnostics)
    let long = result.explanation().split(separator: "\n").filter { $0.count > 80 }
    #expect(long.allSatisfy { $0.trimmingPrefix { $0 == " " }.contains(" ") == false }, "\(long)")
  }
}
