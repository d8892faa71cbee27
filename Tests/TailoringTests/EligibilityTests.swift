import Authoring
import Diagnostics
import Rules
import Tailoring
import TestSupport
import Testing

/// Questions about the subject and about components, and a rule for candidates over them.
private func fixture(_ rule: String) throws -> Fixture {
  let fact = "facts:\n  busy: answers.t > 1 || answers.s\n"
  return try Fixture(
    more: fact + """
      candidates:
        eligible: "\(rule)"
        ranking:
          - id: size
            title: Size
            weight: 1
            question: n
            from: 0
            to: 4
      """,
    questions: question("s", "boolean") + question("t", "integer") + "    min: 0\n    max: 3\n"
      + question("w", "integer") + question("p", "boolean") + "    private: true\n",
    [
      "questions/components.yaml": "title: C\nscope: component\nquestions:\n" + question("a", "boolean")
        + question("b", "one_of", choices: ["x", "y", "z"]) + question("n", "integer")
        + "    min: 0\n    max: 4\n" + question("c", "boolean", when: "component.a")
        + question("r", "number") + question("m", "many_of", choices: ["k", "l"]) + question("d", "date")
    ])
}

private func answersFile(_ subject: String, _ component: String) -> String {
  "answers: {\(subject)}\ncomponents:\n  - id: hub\n    title: The hub\n    answers: {\(component)}\n"
}

private func leftOut(_ rule: String, _ subject: String, _ component: String) throws
  -> TailoredCandidates.LeftOut
{
  let candidates = try fixture(rule)(answersFile(subject, component)).candidates
  return try #require(candidates?.leftOut.first)
}

extension Wording {
  /// English, with answers as JSON.
  fileprivate static let inJSON = Wording(
    answer: { value, _ in value.json }, list: { $0.joined(separator: " and ") }, share: { "\($0)" },
    number: { "\($0)" }, say: { $0.english($1) })
}

@Suite struct EligibilityTests {
  private func sentences(_ rule: String, _ subject: String, _ component: String) throws -> [String] {
    let leftOut = try leftOut(rule, subject, component)
    let end = ", The hub would be eligible"
    return leftOut.remedies.map { remedy in
      let sentence = remedy.sentence(for: leftOut.component, in: .inJSON)
      #expect(sentence.hasSuffix(end))
      return String(sentence.dropLast(end.count))
    }
  }

  @Test(
    arguments: [
      ("component.a", "a: false", ["With “true” instead of “false” for “A”"]),
      ("component.a", "", ["With “true” for “A” (still open)"]),
      ("component.a", "a: {unknown: Kim asks}", ["With “true” for “A” (still open)"]),
      (
        "component.b in ['x', 'z']", "b: y",
        ["With “\"x\"” instead of “\"y\"” for “B”", "With “\"z\"” instead of “\"y\"” for “B”"]
      ),
      ("component.n >= 3", "n: 1", ["With “3” instead of “1” for “N”"]),
      ("component.n >= 3", "", ["With “3” for “N” (still open)"]),
      ("component.n < 3", "", ["With “2” for “N” (still open)"]),
      ("component.n == 3", "", ["With “3” for “N” (still open)"]),
      (
        "component.n < 1 || component.n > 2", "n: 2",
        ["With “3” instead of “2” for “N”", "With “0” instead of “2” for “N”"]
      ),
      ("component.n >= 0", "", ["With “0” for “N” (still open)"]),
      ("component.r > 2.5", "r: 1", ["With “more than 2.5” instead of “1.0” for “R”"]),
      ("component.r * 2.0 > 8.0", "r: 1", ["With “about 4.0” instead of “1.0” for “R”"]),
      ("'k' in component.m", "m: [l]", ["With “[\"k\"]” among “M”"]),
      ("!('k' in component.m)", "m: [k, l]", ["Without “[\"k\"]” among “M”"]),
      ("'k' in component.m", "", ["With “[\"k\"]” for “M” (still open)"]),
      ("size(component.m) > 1", "", ["With “[\"k\", \"l\"]” for “M” (still open)"]),
      ("component.a && component.n > 2", "a: false, n: 3", ["With “true” instead of “false” for “A”"]),
      (
        "component.a && component.n > 2", "a: false, n: 1",
        ["With “true” instead of “false” for “A” and with “3” instead of “1” for “N”"]
      ),
      (
        "component.a && component.n < 3", "a: false",
        ["With “true” instead of “false” for “A” and with “2” for “N” (still open)"]
      ),
      (
        "component.c", "a: false",
        ["With “true” instead of “false” for “A” and with “true” for “C” (still open)"]
      ),
      ("component.a && component.b == 'x' && component.n > 2", "a: false, b: y, n: 1", []),
      ("component.a", "a: {not_applicable: None.}", []),
      ("component.d > '2026-01-01'", "d: 2025-01-01", []),
    ] as [(String, String, [String])])
  func eachSingleAnswerOrElseTheNearestTwoWouldMakeAComponentEligible(
    rule: String, component: String, expected: [String]
  ) throws {
    // A number found by trying is near the one that counts.
    let found = try sentences(rule, "", component).map { $0.replacing(#/about 4\.0\d*/#, with: "about 4.0") }
    #expect(found == expected)
  }

  @Test(
    arguments: [
      ("component.a && answers.s", "s: false", "With “true” instead of “false” for “S”"),
      ("component.a && answers.t > 1", "", "With “2” for “T” (still open)"),
      ("component.a && facts.busy", "t: 0, s: false", "With “true” instead of “false” for “S”"),
    ])
  func answersAboutTheSubjectCountToo(rule: String, subject: String, first: String) throws {
    #expect(try sentences(rule, subject, "a: true").first == first)
  }

  @Test(
    arguments: [
      ("answers.p", "p: false", ["With another answer to “P”, which is private"]),
      ("answers.p", "", ["With some answer to “P”, which is private"]),
      (
        "answers.p ? component.b == 'x' : component.b == 'z'", "p: false",
        ["With another answer to “P”, which is private", "With another answer to “B”"]
      ),
      ("component.n + answers.w > 9 && !answers.p", "p: false, w: 3", ["With another answer to “W”"]),
      (
        "component.a && answers.p", "p: false",
        ["With another answer to “A” and with another answer to “P”, which is private"]
      ),
    ] as [(String, String, [String])])
  func noValueIsShownWhereTheRuleUsesAPrivateAnswer(
    rule: String, subject: String, expected: [String]
  ) throws {
    #expect(try sentences(rule, subject, "a: false, b: x, n: 1") == expected)
  }

  @Test func whatIsEligibleNeedsNoRemedyAndTheOthersKeepTheirs() throws {
    let file = answersFile("", "a: false") + "  - id: other\n    title: O\n    answers: {a: true}\n"
    let candidates = try #require(try fixture("component.a")(file).candidates)
    #expect(candidates.ranked.map(\.component.id.text) == ["other"])
    #expect(candidates.leftOut.map(\.remedies.count) == [1])
  }
}

@Suite struct EligibilityExplanationTests {
  @Test func explainSaysWhatWouldMakeEachComponentEligible() throws {
    func text(_ component: String) throws -> String {
      try fixture("component.a && component.b == 'x' || component.n > 3")(answersFile("", component))
        .explanation()
    }
    #expect(
      try text("a: false, b: y, n: 1").contains(
        """
          hub: the rule for candidates does not hold  teams/team.yaml:4:9
            With “4” instead of “1” for “N”, The hub would be eligible

        """))
    let hopeless = try text("a: {not_applicable: No.}, b: y, n: {not_applicable: No.}")
    #expect(hopeless.contains("\n    No other answer to one question, or two, would make it eligible.\n"))
  }
}

/// Compares what is found with all ways of answering, for random rules and answers.
@Suite struct EligibilityPropertyTests {
  private static let subject = ["s": ["false", "true"], "t": ["0", "1", "2", "3"]]
  private static let component = [
    "a": ["false", "true"], "b": ["x", "y", "z"], "c": ["false", "true"], "n": ["0", "1", "2", "3", "4"],
  ]
  private static let domains = subject.merging(component) { $1 }
  private static let atoms = [
    "component.a", "component.b == 'x'", "component.b != 'y'", "component.c", "component.n > 2",
    "component.n <= 1", "component.n == 3", "answers.s", "answers.t >= 2", "facts.busy",
    "component.n + answers.t > 4",
  ]

  private static func rule(_ depth: Int, _ random: inout SplitMix) -> String {
    if depth == 0 { return atoms.randomElement(using: &random) ?? "" }
    let (left, right) = (rule(depth - 1, &random), rule(depth - 1, &random))
    return switch Int.random(in: 0..<5, using: &random) {
    case 0: "(\(left) || \(right))"
    case 1: "!(\(left))"
    default: "(\(left) && \(right))"
    }
  }

  private func isEligible(_ fixture: Fixture, _ answers: [String: String]) throws -> Bool {
    func map(_ names: [String: [String]]) -> String {
      answers.filter { names[$0.key] != nil }.sorted { $0.key < $1.key }.map { "\($0): \($1)" }
        .joined(separator: ", ")
    }
    let file = answersFile(map(Self.subject), map(Self.component))
    return try fixture.tailored(file).result.candidates?.ranked.isEmpty == false
  }

  @Test(arguments: 0..<8)
  func whatIsFoundIsWhatTryingAllAnswersFinds(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let rule = Self.rule(2, &random)
    let fixture = try fixture(rule)
    var answers: [String: String] = [:]
    for name in Self.domains.keys.sorted() where Int.random(in: 0..<4, using: &random) > 0 {
      answers[name] = Self.domains[name]?.randomElement(using: &random)
    }
    guard try !isEligible(fixture, answers) else { return }
    func file(_ names: [String: [String]]) -> String {
      answers.filter { names[$0.key] != nil }.sorted { $0.key < $1.key }.map { "\($0): \($1)" }
        .joined(separator: ", ")
    }
    let result = try fixture.tailored(answersFile(file(Self.subject), file(Self.component))).result
    let remedies = try #require(result.candidates?.leftOut.first).remedies
    let found = remedies.map { remedy in
      Dictionary(uniqueKeysWithValues: remedy.changes.map { ($0.question.id.text, $0.to.yaml) })
    }
    for change in found {
      #expect(
        try isEligible(fixture, answers.merging(change) { $1 }), "\(rule), \(answers), \(change)")
    }
    let singles = try Self.domains.flatMap { name, values in
      try values.filter { try isEligible(fixture, answers.merging([name: $0]) { $1 }) }.map { [name: $0] }
    }
    guard singles.isEmpty else {
      // Of numbers, which are many, those beside one that is no remedy.
      let choices = singles.filter { $0["n"] == nil && $0["t"] == nil }
      #expect(Set(choices).isSubset(of: found), "\(rule), \(answers)")
      #expect(Set(found.flatMap(\.keys)) == Set(singles.flatMap(\.keys)), "\(rule), \(answers)")
      #expect(found.allSatisfy { $0.count == 1 })
      return
    }
    let names = Self.domains.keys.sorted()
    for (index, first) in names.enumerated() {
      for second in names.dropFirst(index + 1) {
        let works = try Self.domains[first, default: []].contains { one in
          try Self.domains[second, default: []].contains { other in
            try isEligible(fixture, answers.merging([first: one, second: other]) { $1 })
          }
        }
        #expect(
          found.contains { Set($0.keys) == [first, second] } == works,
          "\(rule), \(answers), \(first) and \(second)")
      }
    }
  }
}

extension TippingPoint.Target {
  /// The answer as it stands in an answers file.
  fileprivate var yaml: String {
    switch self {
    case .value(let value), .lessThan(let value), .moreThan(let value), .about(let value):
      value.json.replacing("\"", with: "")
    }
  }
}
