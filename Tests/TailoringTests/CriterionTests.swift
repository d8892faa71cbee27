import Authoring
import Diagnostics
import Tailoring
import Testing

private let questions =
  question("a", "one_of", choices: ["low", "high"]) + question("b", "boolean")
  + question("c", "boolean", when: "answers.b")

private func reason(_ matter: String) -> String {
  """
  ---
  title: R
  supports: move
  weight: 5
  \(matter)
  ---
  """
}

private let levels = """
  levels:
    - when: answers.a == 'high'
      strength: 1.0
      because: High.
    - when: answers.b
      strength: 0.5
      because: B.
    - strength: 0.2
      because: Neither.
  """

/// A criterion's state, in a few letters.
private func shown(_ state: TailoredCriterion.State) -> String {
  switch state {
  case .leftOut: "left out"
  case .notApplicable(let names): "not applicable: \(names.sorted().joined(separator: " "))"
  case .open(let names): "open: \(names.sorted().joined(separator: " "))"
  case .known: "known"
  }
}

@Suite struct CriterionTests {
  struct Case: Sendable {
    var answers: String
    var state: String
    var strength: Double
    var possible: ClosedRange<Double>
  }

  @Test(arguments: [
    Case(answers: "a: high", state: "known", strength: 1, possible: 5...5),
    Case(answers: "a: low\n  b: true", state: "known", strength: 0.5, possible: 2.5...2.5),
    Case(answers: "a: low\n  b: false", state: "known", strength: 0.2, possible: 1...1),
    Case(answers: "a: low", state: "open: answers.b", strength: 0, possible: 1...2.5),
    Case(answers: "b: true", state: "open: answers.a", strength: 0, possible: 2.5...5),
    Case(answers: "b: false", state: "open: answers.a", strength: 0, possible: 1...5),
    Case(answers: "{}", state: "open: answers.a answers.b", strength: 0, possible: 1...5),
    Case(
      answers: "a:\n    not_applicable: No.\n  b: false", state: "not applicable: answers.a", strength: 0,
      possible: 0...0),
    Case(
      answers: "a:\n    not_applicable: No.\n  b: true", state: "known", strength: 0.5, possible: 2.5...2.5),
    Case(
      answers: "a: high\n  b:\n    not_applicable: No.", state: "known", strength: 1, possible: 5...5),
  ])
  func theFirstLevelThatHoldsCounts(_ example: Case) throws {
    let fixture = try Fixture(questions: questions, ["criteria/r.md": reason(levels)])
    let result = try #require(try fixture("answers:\n  \(example.answers)").criteria.first)
    #expect(shown(result.state) == example.state)
    #expect(result.strength == example.strength)
    #expect(result.possiblePoints.values.first == example.possible)
  }

  @Test(arguments: [("true", "known"), ("false", "left out"), ("~", "open: answers.b")])
  func aCriterionIsLeftOutOrOpenWithItsWhen(b: String, state: String) throws {
    let fixture = try Fixture(questions: questions, ["criteria/r.md": reason("when: answers.b\n" + levels)])
    let result = try fixture("answers:\n  a: high\n  b: \(b)").criteria[0]
    #expect(shown(result.state) == state)
    #expect(result.points == (b == "true" ? 5 : 0))
  }

  @Test func whereNoLevelHoldsTheStrengthIsZeroAndKnown() throws {
    let only = "levels:\n  - when: answers.b\n    strength: 1.0\n    because: B."
    let fixture = try Fixture(questions: questions, ["criteria/r.md": reason(only)])
    let result = try fixture("answers:\n  b: false").criteria[0]
    #expect(shown(result.state) == "known")
    #expect(result.levelIndex == nil)
    #expect(result.strength == 0)
  }

  @Test func whatMayTurnOutNotToBeAskedMayBringNothing() throws {
    let fixture = try Fixture(
      questions: questions,
      [
        "criteria/r.md": reason(
          "levels:\n  - when: answers.c\n    strength: 1.0\n    because: C.\n  - strength: 0.4\n    because: Not C."
        )
      ])
    #expect(try fixture("answers: {}").criteria[0].possiblePoints.values.first == 0...5)
    #expect(try fixture("answers:\n  b: true").criteria[0].possiblePoints.values.first == 2...5)
    #expect(shown(try fixture("answers:\n  b: false").criteria[0].state) == "not applicable: answers.c")
  }

  @Test func aLevelMaySpeakForAnotherOption() throws {
    let fixture = try Fixture(
      questions: questions,
      [
        "criteria/r.md": reason(
          """
          levels:
            - when: answers.b
              strength: 1.0
              because: B.
            - strength: 0.5
              supports: stay
              because: Not B.
          """)
      ])
    let stays = try fixture("answers:\n  b: false")
    #expect(stays.scores.map(\.points) == [0, 2.5])
    let open = try fixture("answers: {}")
    #expect(open.scores.map(\.possible) == [0...5, 0...2.5])
  }

  @Test(arguments: [
    ("answers:\n  a: high\n  b: false", ["rules out"]), ("answers:\n  a: low\n  b: false", ["passes"]),
    ("answers:\n  b: false", ["open"]), ("answers:\n  a: high\n  b: true", ["passes"]),
    ("answers:\n  a: high", ["open"]), ("answers:\n  a: low", ["passes"]),
    ("answers:\n  b: false\n  a:\n    not_applicable: No.", ["passes"]),
  ])
  func aConditionRulesOutOnlyWhereItAndItsCaseHold(answers: String, states: [String]) throws {
    let condition = """
      ---
      title: C
      when: "!answers.b"
      rules_out:
        - verdicts: [move]
          when: answers.a == 'high'
          because: High.
      ---
      """
    let result = try Fixture(questions: questions, ["criteria/c.md": condition])(answers)
    let shown = result.criteria[0].rulings.map { ruling in
      switch ruling.state {
      case .rulesOut: "rules out"
      case .passes: "passes"
      case .open: "open"
      }
    }
    #expect(shown == states)
  }
}

@Suite struct ScoreTests {
  private let files = [
    "criteria/1-x.md":
      "---\ntitle: X\ntheme: t\nsupports: move\nweight: 3\nlevels:\n  - strength: 0.3\n    because: X.\n---\n",
    "criteria/2-y.md":
      "---\ntitle: Y\ntheme: t\nsupports: move\nweight: 5\nlevels:\n  - strength: 1.0\n    because: Y.\n---\n",
    "criteria/3-z.md":
      "---\ntitle: Z\nsupports: move\nweight: 3\nlevels:\n  - strength: 0.7\n    because: Z.\n---\n",
  ]

  @Test func aThemeIsCappedForItself() throws {
    let fixture = try Fixture(more: "themes:\n  - id: t\n    title: T\n    at_most: 4", files)
    let score = try fixture("answers: {}").scores[0]
    #expect(score.points == 6.1)
    #expect(score.parts.map(\.uncapped) == [5.9, 2.1])
    #expect(score.parts.map(\.points) == [4, 2.1])
    #expect(score.parts.map { $0.theme?.id.text } == ["t", nil])
  }

  @Test func sumsAreExactDecimals() throws {
    let fixture = try Fixture(more: "themes:\n  - id: t\n    title: T", files)
    #expect(try fixture("answers: {}").criteria.map(\.points) == [0.9, 5, 2.1])
    #expect(try fixture("answers: {}").scores[0].points == 8)
  }
}
