import Diagnostics
import Tailoring
import Testing

private let questions =
  question("a", "one_of", choices: ["none", "some", "much"]) + question("n", "integer")
  + "    min: 0\n    max: 10\n"

private func reason(weight: Int = 5, when: String? = nil, _ levels: String...) -> String {
  let concern = when.map { "when: \"\($0)\"\n" } ?? ""
  return "---\ntitle: R\nsupports: move\nweight: \(weight)\n\(concern)levels:\n"
    + levels.map { level in
      let parts = level.split(separator: " -> ")
      return
        "  - \(parts[0] == "else" ? "" : "when: \"\(parts[0])\"\n    ")strength: \(parts[1])\n    because: R.\n"
    }.joined() + "---\n"
}

private let sound = reason("answers.a == 'much' -> 1", "answers.a == 'some' -> 0.5", "else -> 0")
private let other = reason("answers.n > 5 -> 1", "else -> 0")

@Suite struct DeepCheckTests {
  private func findings(
    _ files: [String: String], more: String = "", header: String = Fixture.usualHeader,
    questions: String = questions
  )
    throws -> [String]
  {
    try Fixture(header: header, more: more, questions: questions, files).playbook.deepFindings().map {
      "\($0.id.rawValue.dropFirst("tailoring.".count)) \($0.location?.description ?? "")"
    }
  }

  @Test func aSoundPlaybookHasNone() throws {
    #expect(try findings(["criteria/a.md": sound, "criteria/b.md": other]) == [])
  }

  @Test(
    arguments: [
      (
        reason("answers.n > 10 -> 1", "else -> 0"),
        [
          "idle-criterion pb/criteria/b.md:2:1", "never-holds pb/criteria/b.md:6:12",
          "unreached-verdict pb/playbook.yaml:11:9",
        ]
      ),
      (
        reason("answers.n >= 0 -> 1", "else -> 0"),
        [
          "always-holds pb/criteria/b.md:6:12", "shadowed-level pb/criteria/b.md:9:5",
          "unreached-verdict pb/playbook.yaml:17:9",
        ]
      ),
      (
        reason("answers.n > 3 -> 1", "answers.n > 7 -> 0.5", "else -> 0"),
        ["shadowed-level pb/criteria/b.md:9:5"]
      ),
      (reason("answers.n > 5 -> 1", "answers.n < 5 -> 0"), ["gap pb/criteria/b.md:9:5"]),
      (
        reason(when: "answers.n > 3 && answers.n < 3", "answers.n > 5 -> 1", "else -> 0"),
        [
          "idle-criterion pb/criteria/b.md:2:1", "never-holds pb/criteria/b.md:5:8",
          "unreached-verdict pb/playbook.yaml:11:9",
        ]
      ),
      (
        reason(when: "answers.a == 'none' || answers.a != 'none'", "answers.n > 5 -> 1", "else -> 0"),
        [
          "always-holds pb/criteria/b.md:5:8"
        ]
      ),
    ] as [(String, [String])])
  func whatIsPlantedInACriterionIsFound(criterion: String, expected: [String]) throws {
    let found = try findings(["criteria/a.md": sound, "criteria/b.md": criterion])
    #expect(found.sorted() == expected.sorted())
  }

  @Test func aCriterionTooWeakToChangeAnythingIsFound() throws {
    let weak = reason(weight: 1, "answers.n > 5 -> 0.1", "else -> 0")
    #expect(
      try findings(["criteria/a.md": sound, "criteria/b.md": weak])
        == ["idle-criterion pb/criteria/b.md:2:1", "unreached-verdict pb/playbook.yaml:11:9"])
  }

  @Test func aQuestionThatNothingUsesIsFound() throws {
    let found = try findings(["criteria/a.md": sound])
    #expect(found.contains("unused-question pb/questions/subject.yaml:15:9"))
    let text = "---\ntitle: G\n---\nIt is {{answers.n}}.\n"
    #expect(try !findings(["criteria/a.md": sound, "guides/g.md": text]).contains { $0.hasPrefix("unused") })
  }

  @Test func aStepAndAnOutcomeThatNothingLeadsToAreFound() throws {
    let step = """
      ---
      title: S
      phase: one
      when: verdict.id == 'move' && verdict.id == 'pilot'
      gate:
        - id: go
          title: Go
          when: answers.n > 10
        - id: halt
          title: Halt
      ---
      """
    let found = try findings(
      ["criteria/a.md": sound, "criteria/b.md": other, "steps/s.md": step],
      more: "phases:\n  - id: one\n    title: One\n")
    #expect(found == ["unreached-step pb/steps/s.md:4:7", "unreached-outcome pb/steps/s.md:6:9"])
  }

  /// With two ways of answering all else has to vary beside them.
  @Test func anOutcomeThatHangsOnSeveralMeasurementsIsReached() throws {
    let names = ["p", "q", "r"]
    let measures = names.map { "  - {id: \($0), title: M, kind: number, better: lower}\n" }.joined()
    let rule = names.map { "measurements.\($0).better" }.joined(separator: " && ")
    let step =
      "---\ntitle: S\nphase: one\ngate:\n  - id: go\n    title: Go\n    when: \(rule)\n"
      + "  - id: halt\n    title: Halt\n---\n"
    let found = try findings(
      ["criteria/a.md": reason("answers.b -> 1", "else -> 0"), "steps/s.md": step],
      more: "phases:\n  - id: one\n    title: One\nmoments: [before, after]\nmeasures:\n" + measures,
      questions: question("b", "boolean"))
    #expect(!found.contains { $0.hasPrefix("unreached-outcome") }, "\(found)")
  }

  @Test(arguments: [
    ("has(answers.a)", []), ("!has(answers.a)", []), ("has(answers.a) && answers.a == 'much'", []),
    ("!has(facts.f)", []), ("has(answers.a) || !has(answers.a)", ["always-holds"]),
    ("has(answers.a) && !has(answers.a)", ["never-holds"]),
    ("answers.a in ['none', 'some', 'much']", ["always-holds"]),
  ])
  func aRuleMayAskWhetherAQuestionMakesSense(rule: String, expected: [String]) throws {
    let found = try findings(
      [
        "criteria/a.md": sound, "criteria/b.md": other,
        "criteria/c.md": reason(when: rule, "answers.n > 4 -> 1", "else -> 0"),
      ],
      more: "facts:\n  f: answers.a == 'much'\n")
    let kinds = found.filter { $0.contains("criteria/c.md:5") }.compactMap { $0.split(separator: " ").first }
    #expect(kinds.map(String.init) == expected, "\(found)")
  }

  /// The first level holds for all who can answer, the second for those who cannot.
  @Test func aLevelBehindAQuestionThatMakesNoSenseIsReached() throws {
    let levels = reason("answers.n >= 0 -> 1", "answers.a == 'much' -> 0.5")
    let found = try findings(["criteria/a.md": sound, "criteria/b.md": levels])
    #expect(!found.contains { $0.hasPrefix("shadowed-level") }, "\(found)")
    let hidden = reason("answers.n >= 0 -> 1", "answers.n > 3 -> 0.5")
    #expect(
      try findings(["criteria/a.md": sound, "criteria/b.md": hidden]).contains {
        $0.hasPrefix("shadowed-level")
      })
  }

  @Test func aVerdictThatOnlyASenselessQuestionLeadsToIsReached() throws {
    let header = Fixture.usualHeader.replacing(
      "when: score.move - score.stay >= 3.0", with: "when: \"!has(answers.a)\"")
    let found = try findings(["criteria/a.md": sound, "criteria/b.md": other], header: header)
    #expect(!found.contains { $0.hasPrefix("unreached-verdict") }, "\(found)")
  }

  @Test func aStepForThoseWithoutACandidateIsReached() throws {
    let step = "---\ntitle: S\nphase: one\nwhen: \"!has(candidate.id)\"\n---\n"
    let found = try findings(
      ["criteria/a.md": sound, "criteria/b.md": other, "steps/s.md": step],
      more: "phases:\n  - id: one\n    title: One\n")
    #expect(found == [])
  }

  @Test func aFactThatIsAlwaysTrueIsFound() throws {
    let found = try findings(
      ["criteria/a.md": sound, "criteria/b.md": other], more: "facts:\n  f: answers.n + 1 > 0\n")
    #expect(found == ["always-holds pb/playbook.yaml:20:6"])
  }

  @Test func theFlagshipHasNone() throws {
    #expect(try Flagship.playbook().deepFindings() == [])
  }
}

@Suite struct DoubleCountingTests {
  private func warnings(themes: String, _ first: String, _ second: String) throws -> [String] {
    func themed(_ criterion: String, _ theme: String) -> String {
      criterion.replacing("title: R\n", with: theme.isEmpty ? "title: R\n" : "title: R\ntheme: \(theme)\n")
    }
    return try Fixture(
      more: themes, questions: questions,
      ["criteria/a.md": themed(sound, first), "criteria/b.md": themed(sound, second), "criteria/c.md": other]
    ).playbook.weighingWarnings().map { "\($0.id.rawValue) \($0.location?.description ?? "")" }
  }

  @Test(arguments: [
    ("  - id: t\n    title: T\n    at_most: 5\n", "t", "t", 0),
    ("  - id: t\n    title: T\n", "t", "t", 1),
    ("  - id: t\n    title: T\n    at_most: 5\n", "t", "", 1),
    ("  - id: t\n    title: T\n    at_most: 5\n  - id: u\n    title: U\n    at_most: 5\n", "t", "u", 1),
  ])
  func twoReasonsOnTheSameQuestionsNeedOneCappedTheme(
    themes: String, first: String, second: String, count: Int
  )
    throws
  {
    let warnings = try warnings(themes: "themes:\n" + themes, first, second)
    #expect(warnings == Array(repeating: "tailoring.counted-twice pb/criteria/b.md:2:1", count: count))
  }
}
