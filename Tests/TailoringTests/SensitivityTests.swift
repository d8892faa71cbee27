import Authoring
import Diagnostics
import Rules
import Tailoring
import TestSupport
import Testing

private let questions = """
    - id: races
      label: Race incidents
      ask: How many?
      type: one_of
      changeable: true
      choices:
        - id: none
          label: none
        - id: some
          label: 1 or 2
        - id: many
          label: 3 or more
    - id: staff
      label: Staff
      ask: How many?
      type: integer
      min: 0
      max: 20
    - id: load
      label: Load
      ask: How much?
      type: number
    - id: tools
      label: Tools
      ask: Which?
      type: many_of
      choices:
        - id: x
          label: X
        - id: y
          label: Y
    - id: trust
      label: Trust
      ask: Is there trust?
      type: boolean
      private: true
    - id: mood
      label: Mood
      ask: How is the mood?
      type: one_of
      private: true
      choices:
        - id: bad
          label: bad
        - id: fair
          label: fair
        - id: good
          label: good

  """

private func reason(_ rule: String, weight: Int, supports: String = "move") -> String {
  """
  ---
  title: R
  supports: \(supports)
  weight: \(weight)
  levels:
    - when: "\(rule)"
      strength: 1.0
      because: R.
    - strength: 0.0
      because: R.
  ---
  """
}

@Suite struct TippingPointTests {
  private func points(_ criteria: [String: String], _ answers: String) throws -> [String] {
    let fixture = try Fixture(questions: questions, criteria)
    let sensitivity = try #require(try fixture("answers:\n" + answers).sensitivity)
    return sensitivity.tippingPoints.map { point in
      let changes = point.changes.map { "\($0.question.id) \($0.to.words)" }
      return "\(changes.joined(separator: " and ")): \(point.verdict.id)"
    }
  }

  @Test func everyOtherChoiceIsTriedAndTheNearestComesFirst() throws {
    let criteria = ["criteria/a.md": reason("answers.races == 'many'", weight: 4)]
    #expect(try points(criteria, "  races: many\n") == ["races \"some\": stay", "races \"none\": stay"])
    #expect(try points(criteria, "  races: none\n") == ["races \"many\": pilot"])
  }

  @Test(
    arguments: [
      ("answers.staff >= 8", "staff: 3", ["staff 8: pilot"]),
      ("answers.staff >= 8", "staff: 9", ["staff 7: stay"]),
      ("answers.load > 2.5", "load: 1", ["load more than 2.5: pilot"]),
      ("answers.load > 2.5", "load: 9.5", ["load 2.5: stay"]),
      ("answers.load >= 2.5", "load: 9.5", ["load less than 2.5: stay"]),
      ("answers.staff in [3, 5]", "staff: 4", ["staff 3: pilot", "staff 5: pilot"]),
      ("answers.staff * 3 >= 20", "staff: 1", ["staff about 7: pilot"]),
      ("answers.load * 4.0 > -8.0", "load: -9.0", ["load about -2.0: pilot"]),
      ("'x' in answers.tools", "tools: [y]", ["tools [\"x\",\"y\"]: pilot"]),
    ] as [(String, String, [String])])
  func numbersTurnWhereRulesDo(rule: String, answer: String, expected: [String]) throws {
    let found = try points(["criteria/a.md": reason(rule, weight: 5)], "  \(answer)\n")
    #expect(found.map { $0.replacing(", ", with: ",") } == expected.map { $0.replacing(", ", with: ",") })
  }

  @Test func twoChangesAreTriedOnlyWhereOneIsNotEnough() throws {
    let criteria = [
      "criteria/a.md": reason("answers.races == 'many'", weight: 2),
      "criteria/b.md": reason("answers.staff > 5", weight: 2),
    ]
    #expect(
      try points(criteria, "  races: none\n  staff: 5\n") == ["races \"many\" and staff 6: pilot"])
    #expect(try points(criteria, "  races: none\n  staff: 6\n") == ["races \"many\": pilot"])
  }

  @Test func changesOfAPrivateAnswerThatDifferInTheirValuesAloneAreOne() throws {
    let criteria = ["criteria/a.md": reason("answers.mood == 'bad'", weight: 4)]
    #expect(try points(criteria, "  mood: bad\n") == ["mood \"fair\": stay"])
  }

  @Test func aPrivateAnswerIsMarkedAndSoIsANumberFoundByMeansOfOne() throws {
    let fixture = try Fixture(
      questions: questions,
      [
        "criteria/a.md": reason("answers.trust && answers.load * 2.0 > 8.0", weight: 5)
      ])
    let points = try #require(try fixture("answers:\n  trust: true\n  load: 1\n").sensitivity).tippingPoints
    #expect(points.map(\.isPrivate) == [true])
    #expect(points.map(\.isChangeable) == [false])
    let other = try #require(try fixture("answers:\n  trust: true\n  load: 9\n").sensitivity).tippingPoints
    #expect(other.map(\.isPrivate) == [true, true])
  }

  @Test func whatACriterionDoesNotUseIsNoTippingPoint() throws {
    #expect(
      try points(["criteria/a.md": reason("answers.staff > 5", weight: 1)], "  staff: 9\n  load: 2\n") == [])
  }
}

extension TippingPoint.Target {
  fileprivate var words: String {
    switch self {
    case .value(let value): value.json
    case .lessThan(let value): "less than \(value.json)"
    case .moreThan(let value): "more than \(value.json)"
    case .about(let value):
      "about \(value.number.map { ($0 * 100).rounded() / 100 }.map(RuleValue.short) ?? "")"
    }
  }
}

extension RuleValue {
  fileprivate var number: Double? {
    switch self {
    case .int(let number): Double(number)
    case .double(let number): number
    default: nil
    }
  }

  fileprivate static func short(_ number: Double) -> String {
    number == number.rounded() && number > 0 ? "\(Int(number))" : "\(number)"
  }
}

@Suite struct RobustnessTests {
  private func share(weights: (Int, Int)) throws -> Double {
    let fixture = try Fixture(
      questions: questions,
      [
        "criteria/a.md": reason("answers.staff > 5", weight: weights.0),
        "criteria/b.md": reason("answers.load > 5.0", weight: weights.1, supports: "stay"),
      ])
    return try #require(try fixture("answers:\n  staff: 9\n  load: 9\n").sensitivity?.robustness).share
  }

  @Test func theShareIsThatOfTheWeightingsUnderWhichTheVerdictStands() throws {
    #expect(try share(weights: (1, 1)) == 1)
    // 5a - b >= 3 where a >= (3 + b)/5: for b from 0.5 to 1.5 that leaves 1.5 - (3 + b)/5 of a, 0.7 on average.
    #expect(abs(try share(weights: (5, 1)) - 0.7) < 0.07)
  }
}

@Suite struct OpenQuestionTests {
  private func order(_ criteria: [String: String], _ answers: String) throws -> [String] {
    let fixture = try Fixture(questions: questions, criteria)
    let sensitivity = try #require(try fixture("answers:\n" + answers).sensitivity)
    return sensitivity.openQuestions.map { "\($0.question.id) \($0.canChangeVerdict)" }
  }

  @Test func whatCanChangeTheVerdictComesFirst() throws {
    let criteria = [
      "criteria/a.md": reason("answers.races == 'many'", weight: 1),
      "criteria/b.md": reason("answers.staff > 5", weight: 5),
    ]
    #expect(try order(criteria, "  load: 1\n") == ["staff true", "races false"])
    #expect(try order(criteria, "  staff: 9\n") == ["races false"])
  }

  @Test func aTextOrAFreeNumberCanAlwaysMatterWhileARuleIsOpen() throws {
    let criteria = ["criteria/a.md": reason("answers.load * 2.0 > 1.0", weight: 5)]
    #expect(try order(criteria, "  staff: 1\n") == ["load true"])
  }
}

@Suite struct OpenVerdictTests {
  @Test func nothingIsSaidOfAVerdictOfWhichTooLittleIsKnown() throws {
    let fixture = try Fixture(
      more: "enough: 60%", questions: questions,
      [
        "criteria/a.md": reason("answers.races == 'many'", weight: 1),
        "criteria/b.md": reason("answers.staff > 5", weight: 5),
      ])
    let open = try fixture("answers:\n  races: many\n")
    #expect(open.verdict.standing == .open)
    #expect(open.sensitivity?.robustness == nil)
    #expect(open.sensitivity?.tippingPoints.isEmpty == true)
    #expect(open.sensitivity?.openQuestions.map(\.question.id.text) == ["staff"])
  }
}
