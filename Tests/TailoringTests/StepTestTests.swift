import Authoring
import Diagnostics
import Tailoring
import TestSupport
import Testing

private let questions = """
    - id: a
      label: A
      ask: A?
      type: boolean
    - id: b
      label: B
      ask: B?
      type: boolean
      when: answers.a

  """

private let frame = """
  phases:
    - id: one
      title: One
    - id: two
      title: Two
      when: verdict.id != 'stay'
  moments: [before, trial]
  measures:
    - id: m
      title: M
      kind: count
      better: lower
  candidates:
    eligible: component.ready
    ranking:
      - id: size
        title: Size
        weight: 2
        question: size
        from: 0
        to: 10
  """

private let gate = """
  when: answers.b
  gate:
    - id: expand
      title: Expand
      when: measurements.m.better && answers.b
    - id: hold
      title: Hold
      when: measurements.m.trial.value > 9.0
  tests:

  """

private let measured = """
      measurements:
        m:
          before: {value: 10, weeks: 10}
          trial: {value: 1, weeks: 5}

  """

private func fixture(_ files: [String: String]) throws -> Fixture {
  let components = """
    title: C
    scope: component
    questions:
      - id: ready
        label: R
        ask: R?
        type: boolean
      - id: size
        label: S
        ask: S?
        type: integer
    """
  return try Fixture(
    more: frame, questions: questions, files.merging(["questions/components.yaml": components]) { $1 })
}

@Suite struct StepTestTests {
  @Test(arguments: [
    "  - answers: {b: true}\n    applies: true", "  - answers: {b: false}\n    applies: false",
    "  - answers: {a: false, b: true}\n    applies: true",
    "  - answers: {b: {not_applicable: No.}}\n    applies: false",
    "  - answers: {b: true}\n\(measured)    gate: expand",
    "  - answers: {b: true}\n\(measured)    applies: true\n    gate: expand",
  ])
  func aTestTakesRulesOfQuestionsAsTrue(test: String) throws {
    let playbook = try fixture(["steps/g.md": step("G", more: gate + test)]).playbook
    #expect(text(of: playbook.testFailures()) == "")
  }

  @Test(arguments: [
    ("  - answers: {b: false}\n    applies: ①true", "it is left out"),
    ("  - answers: {b: true}\n    applies: ①false", "it applies"),
    ("  - answers: {a: true}\n    applies: ①false", "it is open, since the test does not say 'answers.b'"),
    (
      "  - answers: {b: {not_applicable: No.}}\n    applies: ①true",
      "it is left out, since 'answers.b' does not apply"
    ),
    ("  - answers: {b: true}\n\(measured)    gate: ①hold", "the outcome 'expand'"),
    ("  - answers: {b: false}\n\(measured)    gate: ①hold", "none of its outcomes holds"),
    (
      "  - answers: {b: true}\n    gate: ①expand",
      "it waits for 'measurements.m.before' and 'measurements.m.trial'"
    ),
  ])
  func aFailureSaysWhatCameOutAtThePlaceOfWhatWasExpected(test: String, outcome: String) throws {
    let marked = MarkedText(step("G", more: gate + test), path: "pb/steps/g.md")
    let failures = try fixture(["steps/g.md": marked.text]).playbook.testFailures()
    #expect(failures.map(\.id.rawValue) == ["tailoring.test-failed"])
    #expect(failures.first?.message.hasSuffix("; what came out: " + outcome) == true, "\(text(of: failures))")
    #expect(failures.map(\.location?.start) == marked.points)
  }

  @Test(
    arguments: [
      ("verdict: pilot\n    gates: {g: expand}\n    applies: true", nil),
      ("verdict: pilot\n    gates: {g: hold}\n    applies: false", nil),
      ("verdict: stay\n    gates: {g: expand}\n    applies: false", nil),
      ("verdict: pilot\n    applies: true", "it is open, since the test does not say 'gates.g'"),
      ("gates: {g: expand}\n    applies: true", "it is open, since the test does not say 'verdict'"),
    ] as [(String, String?)])
  func thePhaseTheVerdictAndTheGatesBeforeDecideToo(test: String, outcome: String?) throws {
    let after = step(
      "After", phase: "two", needs: "g", more: "when: gates[\"g\"] == 'expand'\ntests:\n  - " + test)
    let files = ["steps/g.md": step("G", more: gate.replacing("tests:\n", with: "")), "steps/h.md": after]
    let failures = try fixture(files).playbook.testFailures()
    let messages = failures.map { String($0.message.split(separator: "; what came out: ").last ?? "") }
    #expect(messages == [outcome].compactMap(\.self))
  }

  @Test func aTestOfThePlaybookComparesStepsGatesAndTheCandidate() throws {
    let tests = MarkedText(
      """
      tests:
        - title: Passes
          answers: {a: true, b: true}
          components:
            - id: x
              answers: {ready: true, size: 3}
            - id: y
              answers: {ready: true, size: 7}
      \(measured)    decision: {verdict: pilot}
          expect:
            candidate: y
            steps: {g: planned, h: planned}
            gates: {g: expand}
        - title: Waits
          answers: {a: true, b: true}
          progress: {h: {status: done}}
          expect:
            steps: {g: planned, h: planned}
        - title: Fails
          answers: {a: true}
          components:
            - id: x
              answers: {ready: false}
            - id: y
              answers: {ready: true}
          expect:
            candidate: ①x
            steps: {②g: planned, ③h: possible}
            gates: {g: ④hold}
      """, path: "pb/tests/t.yaml")
    let failures = try fixture([
      "steps/g.md": step("G", more: gate.replacing("tests:\n", with: "")),
      "steps/h.md": step("After", phase: "two", needs: "g", more: "when: gates[\"g\"] == 'expand'"),
      "tests/t.yaml": tests.text,
    ]).playbook.testFailures()
    #expect(failures.map(\.location?.start) == tests.points)
    #expect(
      failures.map(\.message) == [
        "'Fails' expects that the candidate 'x' comes first; what came out: 'y' comes first with 0 to 2 points and 'x' is not eligible: the rule does not hold",
        "'Fails' expects that the step 'g' is planned; what came out: it is possible; open: 'answers.b'",
        "'Fails' expects that the step 'h' is possible; what came out: it is left out",
        "'Fails' expects the outcome 'hold' of the gate 'g'; what came out: it is possible; open: 'answers.b'",
      ])
  }

  @Test func aRuleThatFailsInATestIsAFailure() throws {
    let marked = MarkedText(
      step("G", more: "when: size([1]) ⟦/⟧ 0 == 1\ntests:\n  - applies: false"), path: "pb/steps/g.md")
    let run = try fixture(["steps/g.md": marked.text]).playbook.testRun()
    #expect(run.failedCount == 1)
    #expect(run.failures.map(\.id.rawValue) == ["rules.division-by-zero"])
    #expect(run.failures.map(\.location?.start) == marked.locations.map(\.start))
  }
}
