import Authoring
import Diagnostics
import Tailoring
import TestSupport
import Testing

@testable import Interview

/// What happens to the answers file.
@Suite struct FileTests {
  @Test func `comments, order and style survive`() throws {
    let text = """
      # Our answers
      team: Payments
      answers:  # as of November
        pains: [speed]  # they complain
        native: true

        # to be seen
        leaks: ~
      listed: false

      """
    var talk = try Talk(text)
    talk.type("2")
    for _ in 1...9 where talk.asked != "leaks" { talk.type("s") }
    talk.type("7")
    #expect(
      talk.text
        == text.replacing("leaks: ~", with: "leaks: 7\n  faults: some"))
  }

  @Test func `where an edit is refused the line to write is printed, and the next question asked`() throws {
    let text = """
      answers:
        native: false
        faults:
          # nobody has counted
          unknown: Dana

      """
    var talk = try Talk(text)
    #expect(talk.asked == "faults")
    talk.type("3")
    #expect(
      talk.heard.contains(
        "Not saved in teams/payments.yaml: 'answers.faults' cannot be set, since a comment would be lost; "
          + "write it by hand: faults: many."))
    #expect(talk.text == text)
    #expect(talk.asked != "faults")
  }

  @Test func `an older file keeps the names that it knows`() throws {
    var talk = try Talk("playbook: test@1.0.0\nanswers:\n  native: false\n  crashes: ~\n")
    #expect(talk.asked == "faults")
    talk.type("3")
    #expect(talk.text == "playbook: test@1.0.0\nanswers:\n  native: false\n  crashes: many\n")
  }

  @Test func `an answer of the team's own file hides the inherited one`() throws {
    let shared = "answers:\n  faults:\n    value: some\n    note: shared\n"
    var talk = try Talk(
      "subject: ledger\n", others: ["payments/_team.yaml": "team: Payments\npeople: 4\n" + shared],
      file: "payments/ledger.yaml")
    #expect(talk.asked == "team")
    #expect(talk.heard.contains("So far: Payments, from the team's _team.yaml. Enter keeps it."))
    talk.type("")
    #expect(talk.heard.contains("So far: 4, from the team's _team.yaml."))
    talk.type("", "", "")
    #expect(talk.heard.contains("So far: 1 or 2, from teams/payments/_team.yaml. Enter keeps it."))
    talk.type("3")
    #expect(talk.text == "subject: ledger\nanswers:\n  faults: many\n")
  }

  @Test func `mistakes in the file come first`() throws {
    var diagnostics: [Diagnostic] = []
    let teams = TeamsFolder(.memory(["a.yaml": ""]), diagnostics: &diagnostics)
    let file = SourceFile(path: "a.yaml", text: "answers:\n  fault: many\n")
    let interview = Interview(
      file, teams.entries[0], of: teams, by: Tailor(try SmallPlaybook.loaded()),
      today: try #require(CalendarDate(Talk.today)), commands: Interview.Commands(ask: "", build: ""),
      lines: { line, _ in line.written }, diagnostics: &diagnostics)
    #expect(interview == nil)
    #expect(diagnostics.map(\.id) == ["answers.unknown-question"])
  }

  @Test func `what somebody else saves meanwhile counts`() throws {
    var talk = try Talk(SmallPlaybook.profile)
    var diagnostics: [Diagnostic] = []
    let changed = SourceFile(path: "teams/payments.yaml", text: "# mine\n" + SmallPlaybook.profile)
    #expect(talk.interview.take(changed, diagnostics: &diagnostics))
    talk.type("3")
    #expect(talk.text.hasPrefix("# mine\n"))
    let broken = SourceFile(path: "teams/payments.yaml", text: "nonsense: 1\n")
    #expect(!talk.interview.take(broken, diagnostics: &diagnostics))
    #expect(diagnostics.containsErrors)
  }

  @Test(arguments: 1...12)
  func `whatever is typed, the file can be read, and keeps its comments`(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    var talk = try Talk(
      "# keep me\n" + SmallPlaybook.profile + "answers:\n  owner: ~  # and me\n",
      others: ["_all.yaml": "answers:\n  faults: some\n"])
    let lines = [
      "1", "2", "3", "0", "1,2", "y", "n", "", "?", "b", "s", "f", "e", "x", "h", "-", "Dana", "2027-01-01",
      "55",
      "a: b", "#c", "'", "\"", "[x", "~", "null", "Ünïcode 👩‍👩‍👧", "lint",
    ]
    for _ in 1...40 where !talk.interview.isFinished {
      talk.hear(lines.randomElement(using: &random) ?? "")
      #expect(talk.text.hasPrefix("# keep me\n") && talk.text.contains("# and me"))
      #expect(talk.said.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.hasPrefix("  waybook") })
    }
    let again = try Talk(talk.text, others: ["_all.yaml": "answers:\n  faults: some\n"])
    #expect(again.interview.sheet.answers.answers.count == talk.interview.sheet.answers.answers.count)
  }
}
