import Authoring
import Testing

@testable import Interview

/// What becomes of what is typed.
@Suite struct AnswerTests {
  /// A file in which one question is open that decides, or none.
  private func asking(_ id: String, else others: String = "") throws -> Talk {
    var talk = try Talk("answers:\n" + (others.isEmpty ? "  {}\n" : others))
    talk.interview.stage = .question(Topic(component: nil, question: try #require(Name(id))))
    return talk
  }

  @Test(
    "answers are read as people type them",
    arguments: [
      ("faults", "2", "some"), ("faults", "many", "many"), ("native", "YES", "true"),
      ("native", "n", "false"),
      ("pains", "3,1", "[speed, size]"), ("pains", "1 , 3", "[speed, size]"), ("pains", "2 2", "[cost]"),
      ("pains", "0", "[]"), ("budget", "12.50", "12.5"), ("budget", "70", "70"), ("budget", "70 EUR", "70"),
      ("owner", "Kim & Söhne <ci>", "Kim & Söhne <ci>"), ("owner", "  no  ", "no"), ("owner", "\"b\"", "b"),
      ("owner", "a: b # c", "\"a: b # c\""), ("since", "2024-02-29", "2024-02-29"),
    ])
  func read(id: String, line: String, written: String) throws {
    var talk = try asking(id)
    talk.type(line)
    #expect(
      talk.text == "answers:\n  {\(id): \(written)}\n".replacing("Kim & Söhne <ci>", with: "Kim & Söhne <ci>")
    )
  }

  @Test(
    "a wrong entry says what is expected, and asks again",
    arguments: [
      ("faults", "4", "Please type a number from 1 to 3."), ("faults", "-1", "a number from 1 to 3."),
      ("faults", "two", "'two' does not fit here."), ("native", "maybe", "Please type y or n."),
      ("pains", "1,4", "numbers with commas, such as 1,3, or 0 for none."),
      ("pains", "0,1", "or 0 for none."),
      ("pains", ",", "numbers with commas"), ("budget", "-1", "a number such as 3.5 of EUR from 0."),
      ("budget", "1,5", "a number such as 3.5"), ("budget", "inf", "a number"),
      ("budget", "0x10", "a number"),
      ("since", "2023-02-29", "a date such as 2027-01-31."), ("since", "today", "a date such as"),
      ("owner", "", "Please type a text on one line, or ? if you don't know, or s to skip."),
      ("owner", "\u{1B}[D", "a character that cannot be shown"), ("owner", "\u{E000}", "cannot be shown"),
    ])
  func wrong(id: String, line: String, expected: String) throws {
    var talk = try asking(id)
    let before = talk.text
    talk.type(line)
    #expect(talk.heard.contains(expected), "\(talk.said)")
    #expect(talk.asked == id)
    #expect(talk.text == before)
  }

  @Test func `after each answer it says what is still possible`() throws {
    var talk = try Talk(SmallPlaybook.profile)
    talk.type("3")
    #expect(talk.heard.contains("So far: Pilot, leaning (50% of the weight is known)."))
    #expect(talk.heard.contains("possible: 'Move all'"))
    talk.type("n")
    #expect(talk.heard.contains("(71% of the weight is known)"))
  }

  @Test func `too little is no verdict`() throws {
    var talk = try Talk(SmallPlaybook.profile)
    talk.type("s", "y")
    #expect(talk.heard.contains("No verdict yet: 0% of the weight is known, and 50% is enough."))
  }

  @Test func `what nobody knows gets a finder and a date, saved one by one`() throws {
    var talk = try Talk(SmallPlaybook.profile)
    talk.type("?", "Dana")
    #expect(talk.text == SmallPlaybook.profile + "answers:\n  faults:\n    unknown: Dana\n")
    talk.type("soon")
    #expect(talk.heard.contains("'soon' does not fit here. Please type a date such as 2027-01-31."))
    talk.type("2026-11-21")
    #expect(talk.heard.contains("2026-11-21 is over; today is 2026-11-22."))
    talk.type("2026-12-01")
    #expect(
      talk.text == SmallPlaybook.profile + "answers:\n  faults:\n    unknown: Dana\n    until: 2026-12-01\n")
    #expect(talk.asked == "native")
    talk.type("b")
    #expect(talk.heard.contains("Not known yet: Dana, until 2026-12-01. Enter leaves it so."))
    talk.type("3")
    #expect(talk.text == SmallPlaybook.profile + "answers:\n  faults: many\n")
  }

  @Test func `nobody to find out leaves a question open`() throws {
    var talk = try Talk(SmallPlaybook.profile)
    talk.type("?", "")
    #expect(talk.text == SmallPlaybook.profile)
    #expect(talk.asked == "native")
  }

  @Test func `what makes no sense gets a reason`() throws {
    var talk = try Talk(SmallPlaybook.profile)
    talk.type("x", "")
    #expect(talk.asked == "faults")
    talk.type("x", "It has no users")
    #expect(talk.text == SmallPlaybook.profile + "answers:\n  faults:\n    not_applicable: It has no users\n")
    talk.type("b")
    #expect(talk.heard.contains("Said to make no sense here: It has no users. Enter keeps it."))
  }

  @Test func `back leads to the questions before, skip and Enter change nothing`() throws {
    var talk = try Talk(SmallPlaybook.profile)
    talk.type("2", "y", "b")
    #expect(talk.asked == "native")
    #expect(talk.heard.contains("So far: yes. Enter keeps it."))
    talk.type("b")
    #expect(talk.asked == "faults")
    talk.type("b")
    #expect(talk.heard.hasPrefix("This is the first question."))
    let before = talk.text
    talk.type("")
    let next = try #require(talk.asked)
    #expect(talk.text == before)
    talk.type("s")
    #expect(talk.asked != next)
    #expect(talk.text == before)
  }

  @Test func `back passes over what no longer applies`() throws {
    var talk = try Talk(SmallPlaybook.profile)
    talk.type("3", "y", "5", "b", "b", "n", "b", "b")
    #expect(talk.asked == "faults")
  }

  @Test func `the keys are explained on request, and how to find out`() throws {
    var talk = try Talk(SmallPlaybook.profile)
    talk.type("h")
    for key in Reply.Key.allCases { #expect(talk.said.contains("\n  \(key.rawValue)  ")) }
    talk.type("f")
    #expect(talk.heard.hasPrefix("Search the log for \"fault\"."))
    talk.type("3", "f")
    #expect(talk.heard.hasPrefix("The playbook does not say how to find out."))
  }

  @Test(arguments: [
    ("Ask {{team.name}}.", "Ask Payments."), ("Ask {{answers.owner}}.", "Ask not answered yet."),
    ("Ask [ops](https://ops.example/x) [@nobody-2020].", "Ask ops (https://ops.example/x)."),
    ("See [the log](question:faults) of {{team.subject}}.", "See the log of [led](ger)."),
    ("{{#answers.native}}Native.{{/answers.native}}Run `a_b`.", "Run `a_b`."),
  ])
  func `how to find out is told with the team's values`(line: String, expected: String) throws {
    let findOut = "Search the [log](question:faults) for \"fault\"."
    var files = SmallPlaybook.files
    files["questions/10-subject.yaml"] = files["questions/10-subject.yaml"]?.replacing(
      findOut, with: "\"\(line)\"")
    files["sources.yaml"] = "sources:\n  - id: nobody-2020\n    title: Nobody\n"
    var talk = try Talk(
      SmallPlaybook.profile.replacing("subject: ledger", with: "subject: \"[led](ger)\""),
      try SmallPlaybook.loaded(files))
    talk.type("f")
    #expect(talk.heard.hasPrefix(expected))
  }

  @Test func `evidence is asked for on request, and each part saved at once`() throws {
    var talk = try Talk(SmallPlaybook.profile)
    talk.type("e", "3")
    #expect(talk.text.hasSuffix("answers:\n  faults: many\n"))
    talk.type("incident log")
    #expect(talk.text.hasSuffix("  faults:\n    value: many\n    note: incident log\n"))
    talk.type("", "Dana", "")
    #expect(
      talk.text.hasSuffix("    value: many\n    note: incident log\n    by: Dana\n    on: 2026-11-22\n"))
    #expect(talk.asked == "native")
    talk.type("b", "e", "-", "", "", "2026-11-20")
    #expect(talk.text.hasSuffix("  faults:\n    value: many\n    by: Dana\n    on: 2026-11-20\n"))
  }

  @Test func `another answer asks whether its evidence still holds`() throws {
    var talk = try Talk(
      "answers:\n  faults:\n    value: many  # see the log\n    note: log\n    on: 2026-11-20\n")
    talk.interview.stage = .question(Topic(component: nil, question: try #require(Name("faults"))))
    talk.type("1")
    #expect(talk.heard.contains("Its evidence is that of the old answer. Does it still hold?"))
    #expect(talk.text.contains("value: none  # see the log\n    note: log\n"))
  }

  @Test func `who sees a private answer is said`() throws {
    var talk = try Talk(SmallPlaybook.profile)
    for _ in 1...9 where talk.asked != "budget" { talk.type("s") }
    #expect(talk.heard.contains("Private: no page shows the answer."))
  }

  @Test func `stop says what is saved and how to go on`() throws {
    var talk = try Talk(SmallPlaybook.profile)
    talk.type("?", "Dana", "", "q")
    #expect(talk.interview.isFinished)
    #expect(talk.heard.contains("6 questions are open; for 1 of them somebody finds out. Go on later with:"))
    var nothing = try Talk()
    nothing.type("q")
    #expect(nothing.heard.contains("Nothing was answered, and nothing was saved."))
    #expect(nothing.text == "")
  }
}
