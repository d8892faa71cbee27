import Authoring
import Diagnostics
import Tailoring
import TestSupport
import Testing

/// A step's file.
func step(_ title: String, phase: String = "one", needs: String = "", more: String = "") -> String {
  "---\ntitle: \(title)\nphase: \(phase)\nneeds: [\(needs)]\n\(more)\n---\n"
}

private let questions =
  question("a", "boolean") + question("n", "integer")

private let phases = """
  phases:
    - id: one
      title: One
    - id: two
      title: Two
      when: answers.n != 9
  moments: [before, trial]
  measures:
    - id: m
      title: M
      kind: count
      better: lower
    - id: p
      title: P
      kind: number
      better: higher
  """

@Suite struct PlanTests {
  private func fixture(_ steps: [String: String]) throws -> Fixture {
    let files = Dictionary(uniqueKeysWithValues: steps.map { ("steps/\($0.key).md", $0.value) })
    return try Fixture(header: Fixture.usualHeader + "\n" + phases, questions: questions, files)
  }

  private func shown(_ plan: Plan) -> [String] {
    plan.steps.map { "\($0.number) \($0.step.id): \($0.needs.map(\.text).joined(separator: " "))" }
  }

  @Test func stepsComeByPhaseThenByFileNameOnceTheirNeedsArePlaced() throws {
    let plan = try fixture([
      "10-late": step("L", phase: "two"), "20-c": step("C", needs: "d"), "30-b": step("B"), "40-d": step("D"),
      "50-e": step("E", needs: "b"),
    ])("answers: {n: 1}").plan
    #expect(shown(plan) == ["1 b: ", "2 d: ", "3 c: d", "4 e: b", "5 late: "])
    #expect(plan.phases.map(\.phase.id.text) == ["one", "two"])
  }

  @Test func theNeedsOfALeftOutStepAreInheritedAndThoseOfAPossibleOneStandBesideIt() throws {
    let steps = [
      "10-x": step("X"), "20-y": step("Y", needs: "x", more: "when: answers.a"),
      "30-z": step("Z", needs: "y"), "40-w": step("W", phase: "two", needs: "z, y"),
    ]
    let leftOut = try fixture(steps)("answers: {a: false, n: 1}").plan
    #expect(shown(leftOut) == ["1 x: ", "2 z: x", "3 w: z x"])
    #expect(leftOut.leftOut.map(\.step.id.text) == ["y"])
    let possible = try fixture(steps)("answers: {n: 1}").plan
    #expect(shown(possible) == ["1 x: ", "2 z: y x", "3 w: z y x"])
    #expect(possible.possible.map(\.hangsOn) == [["answers.a"]])
    #expect(
      shown(try fixture(steps)("answers: {a: true, n: 1}").plan) == ["1 x: ", "2 y: x", "3 z: y", "4 w: z y"])
  }

  @Test func aPhaseThatDoesNotHoldLeavesItsStepsOut() throws {
    let steps = ["10-x": step("X"), "20-y": step("Y", phase: "two", more: "when: answers.a")]
    #expect(try fixture(steps)("answers: {n: 9}").plan.leftOut.map(\.step.id.text) == ["y"])
    #expect(try fixture(steps)("answers: {}").plan.possible.map(\.hangsOn) == [["answers.a", "answers.n"]])
    let notApplicable = try fixture(steps)("answers: {n: {not_applicable: No.}}").plan
    #expect(notApplicable.leftOut.map(\.notApplicable) == [["answers.n"]])
  }

  @Test(arguments: [("a: false", "done", true), ("a: false", "open", false), ("{}", "in_progress", true)])
  func aStepWithProgressStaysWhenItsRuleCeasesToHold(answers: String, status: String, stays: Bool) throws {
    let result = try fixture(["10-x": step("X", more: "when: answers.a")])(
      "answers:\n  \(answers)\nprogress:\n  x:\n    status: \(status)\n")
    #expect(result.plan.steps.map(\.isKeptForProgress) == (stays ? [true] : []))
    #expect(result.plan.steps.map(\.isFinished) == (stays ? [status == "done"] : []))
  }

  @Test func effortWaitAndExitsAreComputed() throws {
    let more = """
      effort:
        low: 1
        likely: answers.n * 2
        high: 10.5
      wait: answers.n
      exit:
        - id: judged
          text: J.
        - id: rule
          text: R.
          when: answers.a
      """
    let known = try fixture(["10-x": step("X", more: more)])("answers: {a: false, n: 3}").plan.steps[0]
    #expect([known.effort?.low, known.effort?.likely, known.effort?.high] == [1, 6, 10.5])
    #expect(known.wait == 3)
    guard case .judged = known.exits[0], case .notMet = known.exits[1] else {
      Issue.record("\(known.exits)")
      return
    }
    let open = try fixture(["10-x": step("X", more: more)])("answers: {}").plan.steps[0]
    #expect([open.effort?.low, open.effort?.likely, open.effort?.high] == [1, nil, 10.5])
    #expect(open.wait == nil)
    guard case .open(["answers.a"]) = open.exits[1] else {
      Issue.record("\(open.exits)")
      return
    }
  }

  @Test func effortsThatComeOutOfOrderAreAWarning() throws {
    let effort = "effort:\n  low: answers.n\n  likely: 4\n  high: 8"
    let fixture = try fixture(["10-x": step("X", more: effort)])
    #expect(try fixture.tailored("answers: {n: 3}").diagnostics.isEmpty)
    let (_, diagnostics) = try fixture.tailored("answers: {n: 5}")
    #expect(diagnostics.map(\.id.rawValue) == ["tailoring.efforts-out-of-order"])
    #expect(diagnostics.first?.location?.description == "pb/steps/10-x.md:2:1")
  }

  @Test func daysBelowZeroAreAnErrorAtTheRule() throws {
    let marked = MarkedText(step("X", more: "wait: ⟦answers.n - 5⟧"), path: "pb/steps/10-x.md")
    let (result, diagnostics) = try fixture(["10-x": marked.text]).tailored("answers: {n: 1}")
    #expect(diagnostics.map(\.id.rawValue) == ["tailoring.bad-amount"])
    #expect(diagnostics.map(\.location) == marked.locations)
    #expect(result.plan.steps[0].wait == nil)
  }

  @Test func guidesAreShownWhereTheyHoldOrMayHold() throws {
    let files = [
      "guides/1-x.md": "---\ntitle: X\nwhen: answers.a\n---\nX", "guides/2-y.md": "---\ntitle: Y\n---\nY",
    ]
    let fixture = try Fixture(questions: questions, files)
    #expect(try fixture("answers: {a: true}").guides.map(\.id.text) == ["x", "y"])
    #expect(try fixture("answers: {a: false}").guides.map(\.id.text) == ["y"])
    #expect(try fixture("answers: {}").guides.map(\.id.text) == ["x", "y"])
  }
}

@Suite struct GateTests {
  private func fixture() throws -> Fixture {
    let gate = """
      gate:
        - id: expand
          title: Expand
          when: measurements.m.better && answers.a
        - id: hold
          title: Hold
          when: measurements.p.trial.value > 1.0
        - id: stop
          title: Stop
      """
    return try Fixture(
      header: Fixture.usualHeader + "\n" + phases, questions: questions,
      [
        "steps/10-g.md": step("G", more: "when: answers.n == 1\n" + gate),
        "steps/20-more.md": step("M", phase: "two", needs: "g", more: "when: gates[\"g\"] == 'expand'"),
        "steps/30-end.md": step("E", phase: "two", needs: "g", more: "when: gates[\"g\"] != 'expand'"),
      ])
  }

  private static let before = "measurements:\n  m:\n    before: {value: 10, weeks: 10}\n"

  @Test(arguments: [
    ("answers: {n: 1, a: true}", "waiting: measurements.m.before measurements.m.trial", "open", "open"),
    ("answers: {n: 1, a: true}\n" + before, "waiting: measurements.m.trial", "open", "open"),
    ("answers: {n: 1}\n" + before + "    trial: {value: 1, weeks: 5}", "waiting: answers.a", "open", "open"),
    (
      "answers: {n: 1, a: true}\n" + before + "    trial: {value: 1, weeks: 5}", "expand", "planned",
      "left out"
    ),
    (
      "answers: {n: 1, a: true}\n" + before + "    trial: {value: 0, weeks: 2}",
      "waiting: measurements.m.trial", "open", "open"
    ),
    ("answers: {n: 1, a: false}", "waiting: measurements.p.trial", "open", "open"),
    ("answers: {n: 1, a: false}\nmeasurements: {p: {trial: {value: 2}}}", "hold", "left out", "planned"),
    ("answers: {n: 1, a: false}\nmeasurements: {p: {trial: {value: 1}}}", "stop", "left out", "planned"),
    ("answers: {n: 2}", "none", "left out", "left out"), ("answers: {}", "none", "open", "open"),
  ])
  func theFirstOutcomeThatHoldsSteersTheStepsAfter(answers: String, gate: String, more: String, end: String)
    throws
  {
    let plan = try fixture()(answers + "\n").plan
    let state = plan.steps.first { $0.step.id.text == "g" }?.gate
    let shown =
      switch state {
      case .outcome(let outcome)?: outcome.id.text
      case .waiting(let names)?: "waiting: " + names.sorted().joined(separator: " ")
      case .undecided?: "undecided"
      case nil: "none"
      }
    #expect(shown == gate)
    #expect(place(of: "more", plan) == (answers.contains("answers: {}") ? "open" : more))
    #expect(place(of: "end", plan) == (answers.contains("answers: {}") ? "open" : end))
  }

  private func place(of id: String, _ plan: Plan) -> String {
    if plan.steps.contains(where: { $0.step.id.text == id }) { return "planned" }
    return plan.possible.contains { $0.step.id.text == id } ? "open" : "left out"
  }
}

@Suite struct MeasurementTests {
  @Test(
    arguments: [
      ("m: {before: {value: 10, weeks: 10}, trial: {value: 4, weeks: 5}}", true),
      ("m: {before: {value: 10, weeks: 10}, trial: {value: 6, weeks: 5}}", false),
      ("m: {before: {value: 10, weeks: 10}, trial: {value: 5, weeks: 5}}", false),
      ("m: {before: {value: 10, weeks: 10}, trial: {value: 0, weeks: 2.9}}", nil),
      ("m: {before: {value: 10, weeks: 10}, trial: {value: 0, weeks: 3}}", true),
      ("m: {before: {value: 10, weeks: 10}}", nil), ("m: {trial: {value: 10, weeks: 10}}", nil),
    ] as [(String, Bool?)])
  func aCountIsComparedByItsRateOnceThreeAreExpected(measurements: String, isBetter: Bool?) throws {
    let fixture = try Fixture(header: Fixture.usualHeader + "\n" + phases, questions: questions)
    let measure = try fixture("measurements: {\(measurements)}").measurements[0]
    #expect(measure.isBetter == isBetter)
    if measurements.contains("2.9") {
      guard case .tooEarly(let expected) = measure.comparison else {
        Issue.record("\(measure.comparison)")
        return
      }
      #expect(abs(expected - 2.9) < 1e-9)
    }
  }

  @Test(
    arguments: [
      ("lower", 0.0, 5.0, false), ("lower", 0, 0, false), ("lower", 0.2, 0, nil),
      ("higher", 0, 3, true), ("higher", 0, 2, nil), ("higher", 0.2, 2, nil), ("higher", 0.2, 4, true),
      ("higher", 1, 0, false),
    ] as [(String, Double, Double, Bool?)])
  func whereThereWasNothingBeforeFewerIsImpossibleAndMoreIsCounted(
    better: String, perWeek: Double, trial: Double, isBetter: Bool?
  ) throws {
    let measures =
      "moments: [before, trial]\nmeasures:\n  - {id: m, title: M, kind: count, better: \(better)}\n"
    let result = try Fixture(more: measures)(
      "measurements: {m: {before: {value: \(Int(perWeek * 10)), weeks: 10}, trial: {value: \(Int(trial)), weeks: 10}}}"
    )
    #expect(result.measurements[0].isBetter == isBetter)
  }

  @Test(arguments: [(140.0, 150.0, true), (140, 140, false), (140, 130, false)])
  func aNumberIsComparedInItsDirection(before: Double, trial: Double, isBetter: Bool) throws {
    let fixture = try Fixture(header: Fixture.usualHeader + "\n" + phases, questions: questions)
    let result = try fixture("measurements: {p: {before: {value: \(before)}, trial: {value: \(trial)}}}")
    #expect(result.measurements[1].isBetter == isBetter)
    #expect(result.measurements[1].values.map(\.rate) == [nil, nil])
  }

  @Test func aCountHasARateAndLaterOnesAnExpectation() throws {
    let fixture = try Fixture(header: Fixture.usualHeader + "\n" + phases, questions: questions)
    let result = try fixture(
      "measurements: {m: {before: {value: 26, weeks: 52}, trial: {value: 2, weeks: 8}}}")
    #expect(result.measurements[0].values.map(\.rate) == [0.5, 0.25])
    #expect(result.measurements[0].values.map(\.expected) == [nil, 4])
  }
}
