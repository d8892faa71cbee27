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
  exit:
    - id: seen
      text: It was seen.
    - id: better
      text: It is better.
      when: measurements.m.better
    - id: ready
      text: It is ready.
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
    "  - answers: {b: true}\n    gate: still-waiting",
    "  - answers: {b: true}\n\(measured)    exit: {seen: judged, better: met, ready: met}",
    "  - answers: {b: false}\n    exit: {better: open, ready: not_met}",
    "  - answers: {b: {not_applicable: No.}}\n    exit: {ready: not_met}",
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
    ("  - answers: {b: true}\n\(measured)    gate: ①still-waiting", "the outcome 'expand'"),
    ("  - answers: {b: false}\n\(measured)    gate: ①still-waiting", "none of its outcomes holds"),
    ("  - answers: {b: true}\n    exit: {①ready: not_met}", "it is met"),
    ("  - answers: {b: false}\n    exit: {seen: judged, ①ready: met}", "it is not met"),
    (
      "  - exit: {①better: judged}",
      "it is open, since the test does not say 'measurements.m.before' and 'measurements.m.trial'"
    ),
    ("  - exit: {①seen: met}", "it has no rule, and people judge it"),
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
            exits: {g: {seen: judged, better: met}}
        - title: Has no candidate and no measurements
          answers: {a: true, b: true}
          components:
            - id: x
              answers: {ready: false}
          expect:
            candidate: none_eligible
            gates: {g: still-waiting}
            exits: {g: {better: open}}
        - title: Has no components
          expect: {candidate: none_eligible}
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

  @Test(
    arguments: [
      ("candidate: ①none_eligible", "that no component is eligible", "'y' comes first with 0 to 2 points"),
      (
        "gates: {g: ①still-waiting}", "that the gate 'g' still waits",
        "the outcome 'expand'"
      ),
      ("exits: {g: {①better: not_met}}", "that the exit 'better' of 'g' is not met", "it is met"),
      ("exits: {h: {①done: judged}}", "that the exit 'done' of 'h' is judged by people", "it is left out"),
    ])
  func aTestOfThePlaybookThatFailsSaysWhatCameOut(expectation: String, words: String, outcome: String) throws
  {
    let tests = MarkedText(
      """
      tests:
        - title: T
          answers: {a: true, b: true}
          components:
            - id: y
              answers: {ready: true}
      \(measured)    decision: {verdict: stay}
          expect:
            \(expectation)

      """, path: "pb/tests/t.yaml")
    let failures = try fixture([
      "steps/g.md": step("G", more: gate.replacing("tests:\n", with: "")),
      "steps/h.md": step("After", phase: "two", more: "exit:\n  - id: done\n    text: It is done."),
      "tests/t.yaml": tests.text,
    ]).playbook.testFailures()
    #expect(failures.map(\.message) == ["'T' expects \(words); what came out: \(outcome)"])
    #expect(failures.map(\.location?.start) == tests.points)
  }

  @Test func aComponentThatMayStillBeEligibleIsNotNone() throws {
    let tests = """
      tests:
        - title: T
          components:
            - id: x
              answers: {ready: false}
            - id: y
          expect: {candidate: none_eligible}
      """
    let failures = try fixture(["tests/t.yaml": tests]).playbook.testFailures()
    #expect(
      failures.map(\.message) == [
        "'T' expects that no component is eligible; what came out: 'y': the rule is open: it hangs on components.y.ready"
      ])
  }

  @Test func aRuleThatFailsInAnExitIsAFailure() throws {
    let exit = "exit:\n  - id: e\n    text: E.\n    when: size([1]) ⟦/⟧ 0 == 1\n"
    let marked = MarkedText(step("G", more: exit + "tests:\n  - exit: {e: not_met}"), path: "pb/steps/g.md")
    let tests = "tests:\n  - title: T\n    expect: {exits: {g: {e: not_met}}}\n"
    let run = try fixture(["steps/g.md": marked.text, "tests/t.yaml": tests]).playbook.testRun()
    #expect(run.failures.map(\.id.rawValue) == ["rules.division-by-zero", "rules.division-by-zero"])
    #expect(
      run.failures.map(\.location?.start) == marked.locations.map(\.start) + marked.locations.map(\.start))
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
