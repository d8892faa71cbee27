import Authoring
import Diagnostics
import Tailoring
import TestSupport
import Testing

@Suite struct TestCoverageTests {
  private static let questions = """
      - id: a
        label: A
        ask: A?
        type: boolean
      - id: one
        label: One
        ask: One?
        type: one_of
        choices:
          - id: x
            label: X
          - id: y
            label: Y
        when: answers.a
      - id: many
        label: Many
        ask: Many?
        type: many_of
        choices:
          - id: p
            label: P
          - id: q
            label: Q
      - id: n
        label: N
        ask: N?
        type: integer

    """

  private static let reason = """
    ---
    title: R
    supports: move
    weight: 5
    levels:
      - when: answers.one == 'x'
        strength: 1.0
        because: X.
      - when: "'q' in answers.many"
        strength: 0.5
        because: Q.
      - strength: 0.0
        because: None.

    """

  private static let condition = """
    ---
    title: C
    rules_out:
      - verdicts: [move]
        when: answers.a
        because: A.
      - verdicts: [pilot]
        when: answers.n > 3
        because: N.

    """

  private static let gate = """
    gate:
      - id: go
        title: Go
        when: answers.a
      - id: stop
        title: Stop

    """

  private func playbook(
    reason: String = "", condition: String = "", stepTests: String = "", playbookTests: String? = nil
  ) throws -> Playbook {
    var files = [
      "criteria/r.md": Self.reason + (reason.isEmpty ? "" : "tests:\n" + reason) + "\n---\n",
      "criteria/c.md": Self.condition + (condition.isEmpty ? "" : "tests:\n" + condition) + "\n---\n",
      "steps/1-s.md": step("S", more: Self.gate + (stepTests.isEmpty ? "" : "tests:\n" + stepTests)),
      "steps/2-t.md": step("T", needs: "s"),
    ]
    files["tests/t.yaml"] = playbookTests.map { "tests:\n" + $0 }
    return try Fixture(
      more: "phases:\n  - id: one\n    title: One", questions: Self.questions, files
    ).playbook
  }

  private func touched(_ items: [TestCoverage.Item]) -> [String] { items.filter(\.isTouched).map(\.name) }

  @Test func withoutTestsEverythingIsListedWithItsPlace() throws {
    let run = try playbook().testRun()
    #expect(run.summary == "no tests")
    #expect(
      run.coverage.parts.map { "\($0.name) \($0.items.count)" } == [
        "choices 9", "levels 3", "rules_out 2", "steps 2", "gates 2",
      ])
    #expect(
      run.coverage.untouched.map { "\($0.location.start?.line ?? 0) \($0.name)" } == [
        "4 true for 'a'", "4 false for 'a'", "4 an open answer to 'a'", "13 the choice 'x' of 'one'",
        "15 the choice 'y' of 'one'", "8 an open answer to 'one'", "23 the choice 'p' of 'many'",
        "25 the choice 'q' of 'many'", "18 an open answer to 'many'", "6 level 1 of 'r', strength 1",
        "9 level 2 of 'r', strength 0.5", "12 level 3 of 'r', strength 0",
        "4 case 1 of 'c', which rules out 'move'", "7 case 2 of 'c', which rules out 'pilot'",
        "2 the step 's'", "2 the step 't'", "6 the outcome 'go' of the gate 's'",
        "9 the outcome 'stop' of the gate 's'",
      ])
  }

  @Test func aTestOfACriterionTouchesItsAnswersAndTheLevelOrCasesThatHold() throws {
    let coverage = try playbook(
      reason:
        "  - answers: {one: y, many: [p, q]}\n    strength: 0.5\n  - answers: {one: {unknown: Kim}}\n    strength: 1",
      condition: "  - answers: {a: true, n: 1}\n    rules_out: [move]"
    ).testRun().coverage
    #expect(
      touched(coverage.choices) == [
        "true for 'a'", "the choice 'y' of 'one'", "an open answer to 'one'", "the choice 'p' of 'many'",
        "the choice 'q' of 'many'",
      ])
    #expect(touched(coverage.levels) == ["level 2 of 'r', strength 0.5"])
    #expect(touched(coverage.rulesOut) == ["case 1 of 'c', which rules out 'move'"])
    #expect(touched(coverage.steps) == [])
  }

  @Test func aTestOfThePlaybookTouchesWhatIsAskedAndWhatItLeavesOpen() throws {
    let coverage = try playbook(
      playbookTests: """
          - title: T
            answers: {a: false, one: x, n: 7}
            expect:
              verdict: stay
              steps: {t: planned}

        """
    ).testRun().coverage
    #expect(touched(coverage.choices) == ["false for 'a'", "an open answer to 'many'"])
    #expect(touched(coverage.levels) == [])
    #expect(touched(coverage.rulesOut) == ["case 2 of 'c', which rules out 'pilot'"])
    #expect(touched(coverage.steps) == ["the step 't'"])
  }

  @Test func aBlankTestLeavesEveryQuestionOpen() throws {
    let coverage = try playbook(playbookTests: "  - title: T\n    expect: {standing: open}\n").testRun()
      .coverage
    #expect(
      touched(coverage.choices) == [
        "an open answer to 'a'", "an open answer to 'one'", "an open answer to 'many'",
      ])
  }

  @Test func aTestOfAStepTouchesTheStepAndItsAnswers() throws {
    let coverage = try playbook(stepTests: "  - answers: {one: x}\n    applies: true").testRun().coverage
    #expect(touched(coverage.choices) == ["the choice 'x' of 'one'"])
    #expect(touched(coverage.levels) == [])
    #expect(touched(coverage.steps) == ["the step 's'"])
  }

  @Test func anOutcomeIsTouchedByATestThatExpectsItAndNoOtherOne() throws {
    func gates(_ stepTests: String, _ expectation: String) throws -> TestCoverage {
      let tests = "  - title: T\n    answers: {a: false}\n    expect: {\(expectation)}\n"
      return try playbook(stepTests: stepTests, playbookTests: tests).testRun().coverage
    }
    let go = "the outcome 'go' of the gate 's'"
    let stop = "the outcome 'stop' of the gate 's'"
    #expect(touched(try gates("  - answers: {a: true}\n    gate: go", "verdict: stay").gates) == [go])
    #expect(touched(try gates("", "gates: {s: stop}").gates) == [stop])
    let waiting = try gates("  - gate: still-waiting", "steps: {s: planned}")
    #expect(touched(waiting.gates) == [])
    #expect(touched(try gates("", "exits: {}, verdict: stay").steps) == [])
  }

  @Test func theRunListsFilesAndNamesTests() throws {
    let run = try playbook(
      reason: "  - answers: {one: x}\n    strength: 0.5",
      condition: "  - answers: {a: false, n: 1}\n    rules_out: []",
      stepTests:
        "  - applies: true\n  - applies: false\n  - answers: {a: true}\n    gate: go\n  - gate: still-waiting",
      playbookTests: "  - title: T\n    expect: {standing: open}\n"
    ).testRun()
    #expect(
      run.suites.map { "\($0.file): \($0.cases.count), \($0.failedCount)" } == [
        "pb/criteria/c.md: 1, 0", "pb/criteria/r.md: 1, 1", "pb/steps/1-s.md: 4, 1", "pb/tests/t.yaml: 1, 0",
      ])
    #expect(
      run.cases.map(\.name) == [
        "1: rules nothing out", "1: strength 0.5", "1: applies", "2: left out", "3: gate 'go'",
        "4: gate still waiting",
        "T",
      ])
    #expect(run.summary == "7 tests in 4 files: 2 failed")
  }
}
