import Authoring
import Diagnostics
import Rules
import TestSupport
import Testing

@Suite struct AnswersTests {
  private static func playbook() throws -> Playbook {
    var diagnostics: [Diagnostic] = []
    return try #require(Playbook.load(.memory(SmallPlaybook.files), diagnostics: &diagnostics))
  }

  private static func load(_ files: [String: String], _ key: TeamKey) throws -> (Answers?, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let teams = TeamsFolder(.memory(files), diagnostics: &diagnostics)
    let entry = try #require(teams.entries.first { $0.key == key }, "\(diagnostics.text)")
    let answers = teams.answers(entry, for: try playbook(), diagnostics: &diagnostics)
    return (answers, diagnostics.sortedForReading())
  }

  private static func load(own text: String) throws -> (Answers?, [Diagnostic]) {
    try load(["ada.yaml": text], TeamKey(team: try slug("ada")))
  }

  private static func slug(_ text: String) throws -> Slug { try #require(Slug(text)) }
  private static func name(_ text: String) throws -> Name { try #require(Name(text)) }

  @Test(arguments: [
    ("noise: high", "noise", RuleValue.string("high")), ("people: 4", "people", .int(4)),
    ("rent: 4", "rent", .double(4)), ("pets: [cat, dog]", "pets", .list([.string("cat"), .string("dog")])),
    ("garden: true", "garden", .bool(true)), ("built: 1999-02-28", "built", .string("1999-02-28")),
  ])
  func `a value has the type of its question`(line: String, question: String, value: RuleValue) throws {
    let (answers, diagnostics) = try Self.load(own: "playbook: house@1.2\nanswers:\n  \(line)\n")
    #expect(diagnostics.text == "")
    #expect(answers?.answers[try Self.name(question)]?.state == .given(value))
  }

  @Test func `an answer has four states, and evidence`() throws {
    let (answers, diagnostics) = try Self.load(
      own: """
        playbook: house
        answers:
          noise:
            value: high
            note: by ear
            source: https://example.com/noise
            by: Ola
            on: 2026-11-20
          people: ~
          pets:
            unknown: Ola asks
            until: 2026-12-01
          garden:
            not_applicable: It is a boat

        """)
    #expect(diagnostics.text == "")
    let all = try #require(answers?.answers)
    let noise = try #require(all[try Self.name("noise")])
    #expect(noise.evidence.by == "Ola")
    #expect(noise.evidence.on == CalendarDate("2026-11-20"))
    #expect(all[try Self.name("people")] == nil)
    #expect(all[try Self.name("pets")]?.state == .unknown("Ola asks", until: CalendarDate("2026-12-01")))
    #expect(all[try Self.name("garden")]?.state == .notApplicable("It is a boat"))
  }

  @Test func `the nearest answer wins, a nearer blank hides nothing, and a nearer unknown does`() throws {
    let key = TeamKey(team: try Self.slug("ada"), subject: try Self.slug("flat"))
    let (answers, diagnostics) = try Self.load(
      [
        "_all.yaml": "answers:\n  noise: low\n  people: 2\n  garden: true\n",
        "ada/_team.yaml": "team: Ada\npeople: 3\nanswers:\n  noise: high\n  pets: [dog]\n",
        "ada/flat.yaml": "subject: Flat\nanswers:\n  people: ~\n  garden:\n    unknown: Ola looks\n",
      ], key)
    #expect(diagnostics.text == "")
    let own = try #require(answers)
    #expect((own.team, own.subject, own.people) == ("Ada", "Flat", 3))
    #expect(own.answers[try Self.name("noise")]?.state == .given(.string("high")))
    #expect(own.answers[try Self.name("noise")]?.origin == .team)
    #expect(own.answers[try Self.name("people")]?.state == .given(.int(2)))
    #expect(own.answers[try Self.name("people")]?.origin == .all)
    #expect(own.answers[try Self.name("garden")]?.state == .unknown("Ola looks", until: nil))
    #expect(own.answers[try Self.name("pets")]?.location.file == "ada/_team.yaml")
  }

  @Test func `components inherit one by one, and their answers, too`() throws {
    let key = TeamKey(team: try Self.slug("ada"), subject: try Self.slug("flat"))
    let (answers, diagnostics) = try Self.load(
      [
        "ada/_team.yaml": """
        components:
          - id: shed
            title: The shed
            answers:
              kilos: 4
          - id: attic

        """,
        "ada/flat.yaml": """
        components:
          - id: cupboard
          - id: shed
            answers:
              kilos:
                unknown: Ola weighs it

        """,
      ], key)
    #expect(diagnostics.text == "")
    let components = try #require(answers?.components)
    #expect(components.map(\.id.text) == ["shed", "attic", "cupboard"])
    #expect(components.map(\.title) == ["The shed", "attic", "cupboard"])
    #expect(components[0].answers[try Self.name("kilos")]?.state == .unknown("Ola weighs it", until: nil))
    #expect(components[0].answers[try Self.name("kilos")]?.origin == .own)
  }

  @Test func `answers to an older version are brought up to date`() throws {
    let (old, problems) = try Self.load(own: "playbook: house@1.0\nanswers:\n  sound: high\n")
    #expect(problems.text == "")
    #expect(old?.answers[try Self.name("noise")]?.state == .given(.string("high")))
    let (_, found) = try Self.load(own: "playbook: house@1.2\nanswers:\n  sound: high\n")
    #expect(found.map(\.id) == ["answers.unknown-question"])
  }

  @Test(arguments: [
    ("answers.unknown-question", "answers:\n  ⟦nois⟧: high\n"),
    ("answers.wrong-scope", "answers:\n  ⟦kilos⟧: 4\n"),
    ("answers.unknown-choice", "answers:\n  noise: ⟦hihg⟧\n"),
    ("answers.choice-twice", "answers:\n  pets: [cat, ⟦cat⟧]\n"),
    ("authoring.wrong-form", "answers:\n  pets: ⟦cat⟧\n"),
    ("authoring.wrong-form", "answers:\n  garden: ⟦no⟧\n"),
    ("authoring.wrong-form", "answers:\n  built: ⟦1999-02-30⟧\n"),
    ("authoring.wrong-form", "answers:\n  people: ⟦4.5⟧\n"),
    ("authoring.out-of-range", "answers:\n  people: ⟦21⟧\n"),
    ("answers.not-one-state", "answers:\n  people:\n    ⟦note⟧: x\n"),
    ("answers.until", "answers:\n  people:\n    value: 4\n    ⟦until⟧: 2026-01-01\n"),
    ("authoring.unknown-key", "answers:\n  people:\n    value: 4\n    ⟦nota⟧: x\n"),
    ("authoring.unknown-key", "⟦anwsers⟧:\n  noise: high\n"),
    ("answers.other-playbook", "playbook: ⟦garden@1⟧\n"),
    ("answers.newer-playbook", "playbook: ⟦house@1.3⟧\n"),
    ("authoring.wrong-form", "playbook: ⟦House⟧\n"),
    ("answers.both-names", "playbook: house@1.0\nanswers:\n  noise: low\n  ⟦sound⟧: high\n"),
    ("playbook.unknown-verdict", "decision:\n  verdict: ⟦mvoe⟧\n"),
    ("playbook.unknown-step", "progress:\n  ⟦pakc⟧:\n    status: done\n"),
    ("answers.unknown-checklist-item", "progress:\n  pack:\n    done: [⟦boks⟧]\n"),
    ("authoring.not-a-word", "progress:\n  pack:\n    status: ⟦finished⟧\n"),
    ("playbook.unknown-measure", "measurements:\n  ⟦decibel⟧:\n    old:\n      value: 3\n"),
    ("playbook.unknown-moment", "measurements:\n  decibels:\n    ⟦older⟧:\n      value: 3\n"),
    ("authoring.out-of-range", "measurements:\n  complaints:\n    old:\n      value: 3\n      weeks: ⟦0⟧\n"),
    ("authoring.wrong-form", "answers:\n  people:\n    unknown: ⟦\"\"⟧\n"),
    ("answers.count-without-weeks", "measurements:\n  complaints:\n    old:\n      ⟦value⟧: 3\n"),
    (
      "answers.weeks-without-count",
      "measurements:\n  decibels:\n    old:\n      ⟦value⟧: 3\n      weeks: 2\n"
    ),
    ("answers.not-a-count", "measurements:\n  complaints:\n    old:\n      ⟦value⟧: 1.5\n      weeks: 2\n"),
    ("playbook.duplicate-id", "components:\n  - id: a\n  - id: ⟦a⟧\n"),
    ("authoring.out-of-range", "availability: ⟦1.5⟧\n"),
    ("authoring.out-of-range", "availability: ⟦0⟧\n"),
    ("authoring.out-of-range", "people: ⟦0⟧\n"),
    ("authoring.wrong-form", "measurements:\n  decibels:⟦⟧\n"),
    ("authoring.wrong-form", "measurements:\n  decibels:\n    old:⟦⟧\n"),
    ("authoring.missing-key", "measurements:\n  decibels:\n    old: ⟦{}⟧\n"),
  ])
  func `a mistake in an answers file is reported at its place`(id: String, text: String) throws {
    let marked = MarkedText(text, path: "ada.yaml")
    let (_, found) = try Self.load(own: marked.text)
    #expect(found.map(\.id.rawValue) == [id], "\(found.text)")
    #expect(found.first?.location?.start == marked.locations.first?.start, "\(found.text)")
  }

  @Test func `a required question must be answered, or said to be unknown`() throws {
    var files = SmallPlaybook.files
    files["questions/home.yaml"] = SmallPlaybook.questions.replacing("private: true", with: "required: true")
    var diagnostics: [Diagnostic] = []
    let playbook = try #require(Playbook.load(.memory(files), diagnostics: &diagnostics))
    let teams = TeamsFolder(
      .memory(["a.yaml": "answers: {}\n", "b.yaml": "answers:\n  rent:\n    unknown: Ola\n"]),
      diagnostics: &diagnostics)
    for entry in teams.entries { _ = teams.answers(entry, for: playbook, diagnostics: &diagnostics) }
    #expect(diagnostics.map(\.id) == ["answers.required"])
    #expect(diagnostics.first?.location?.file == "a.yaml")
  }

  @Test func `a file in a place where no team can be is reported, and a team is a file or a folder`() throws {
    var (misplaced, found): ([Diagnostic], [Diagnostic]) = ([], [])
    let teams = TeamsFolder(
      .memory([
        "Ada Team.yaml": "", "x/y/z.yaml": "", "bob.yaml": "", "bob/one.yaml": "", "assets/one.yaml": "",
        "eve.yaml": "",
      ]), diagnostics: &misplaced)
    #expect(misplaced.map(\.id) == ["answers.misplaced-file", "answers.misplaced-file"])
    #expect(teams.misplaced == misplaced)
    let playbook = try #require(Playbook.load(.memory(SmallPlaybook.files), diagnostics: &found))
    let made = teams.entries.filter { teams.answers($0, for: playbook, diagnostics: &found) != nil }
    #expect(made.map(\.key.description) == ["bob/one", "eve"])
    #expect(found.map(\.id) == ["answers.reserved-team", "answers.team-twice"])
  }
}
