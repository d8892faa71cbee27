import Foundation
import TestSupport
import Testing

/// The interview on a real terminal.
@Suite(.serialized) struct AskTests {
  @Test func `a whole interview makes an answers file that can be checked and built`() throws {
    let project = try Project()
    let terminal = try PseudoTerminal(["ask", "search"], in: project.folder.url)
    #expect(terminal.waitForPrompt().contains("There is no team 'search' yet."))
    #expect(terminal.type("y").contains("What is the team called?"))
    for line in ["Search", "index", "3", "50%", "2027-01-11"] { terminal.type(line) }
    #expect(terminal.shown.contains("Quick question 1 of 1."))
    #expect(
      terminal.type("101").contains("'101' does not fit here. Please type a whole number from 0 to 100."))
    #expect(terminal.type("5").contains("of the weight is known"))
    #expect(terminal.shown.contains("So far: plugins out of date, from teams/_all.yaml. Enter keeps it."))
    terminal.type("1,3")
    #expect(terminal.type("b").contains("So far: hand-made agents and a long queue. Enter keeps it."))
    terminal.type("")
    terminal.type("1")
    terminal.type("?")
    #expect(terminal.type("Dana").contains("Until when?"))
    #expect(terminal.type("2099-12-24").contains("Are there parts of the repository"))
    for line in ["y", "Lint", "", "y", "2", ""] { terminal.type(line) }
    #expect(terminal.shown.contains("1 question is left"), "\(terminal.shown.suffix(600))")
    terminal.type("n")
    #expect(terminal.end() == 0)
    #expect(terminal.shown.hasSuffix("Make the pages with:\n  waybook build search\n"))
    #expect(
      try project.folder.text("teams/search.yaml") == """
        playbook: leave-jenkins@2.1.0
        team: Search
        subject: index
        people: 3
        availability: 0.5
        start: 2027-01-11
        answers:
          outages: 5
          troubles:
            - snowflakes
            - queue
          network: never
          licence:
            unknown: Dana
            until: 2099-12-24
        components:
          - id: lint
            title: Lint
            answers:
              alone: true
              stages: 2

        """)
    #expect(try project.run("check").status == 0)
    #expect(
      project.folder.files(below: "teams").allSatisfy { $0.hasSuffix(".yaml") }, "nothing is left behind")
  }

  @Test func `how to find out is shown with the team's values`() throws {
    let project = try Project()
    try project.edit(
      "playbook/questions/10-now.yaml", "find_out: Count the incidents of the `ci` service.",
      "find_out: \"Ask the [keeper](https://ops.example/) of {{team.subject}}.\"")
    let terminal = try PseudoTerminal(["ask", "payments/vault"], in: project.folder.url)
    terminal.waitForPrompt()
    #expect(terminal.type("f").contains("Ask the keeper (https://ops.example/) of vault."))
    terminal.type("q")
    #expect(terminal.end() == 0)
  }

  @Test func `a component of the team's folder is asked about, and answered in the own file`() throws {
    let project = try Project()
    let shared = try project.folder.text("teams/payments/_team.yaml")
    try project.folder.write(shared + "components:\n  - id: spare\n", to: "teams/payments/_team.yaml")
    let terminal = try PseudoTerminal(["ask", "payments/ledger"], in: project.folder.url)
    var said = terminal.waitForPrompt()
    for _ in 1...20 where !said.contains("Component: spare.") { said = terminal.type("s") }
    #expect(said.contains("Component: spare."))
    terminal.type("n")
    terminal.type("q")
    #expect(terminal.end() == 0)
    #expect(
      try project.folder.text("teams/payments/ledger.yaml").contains(
        "- id: spare\n    answers:\n      alone: false\n"))
  }

  @Test func `ctrl-C after the third answer loses nothing, and leaves the terminal as it was`() throws {
    let folder = try TemporaryFolder()
    let terminal = try PseudoTerminal(
      ["ask", "--playbook", Checkout.path("Content/go-to-rust"), "--answers", "ledger.yaml"], in: folder.url)
    terminal.waitForPrompt()
    for line in ["", "", "", "", "", "3", "3", "1"] { terminal.type(line) }
    terminal.pressControl("C")
    #expect(terminal.end() == -SIGINT)
    #expect(terminal.isSane)
    #expect(terminal.shown.contains("Saved in ledger.yaml."))
    #expect(
      try folder.text("ledger.yaml").hasSuffix(
        "answers:\n  criticality: high\n  shared_state: much\n  pains:\n    - defects\n"))
    #expect(folder.files() == ["ledger.yaml"])
  }

  @Test func `of an existing file only what is open is asked, and the end of the input is an end`() throws {
    let project = try Project()
    let before = try project.folder.text("teams/payments/ledger.yaml")
    let terminal = try PseudoTerminal(["ask", "payments/ledger"], in: project.folder.url)
    #expect(terminal.waitForPrompt().contains("Component: deploy.\n"))
    terminal.pressControl("D")
    #expect(terminal.end() == 0)
    #expect(!terminal.shown.contains("Quick question"))
    #expect(terminal.shown.contains("Saved in teams/payments/ledger.yaml."))
    #expect(try project.folder.text("teams/payments/ledger.yaml") == before)
  }

  @Test func `without a name a team is chosen`() throws {
    let project = try Project()
    let terminal = try PseudoTerminal(["ask"], in: project.folder.url)
    #expect(terminal.waitForPrompt().contains("\n  3  web\n"))
    #expect(terminal.type("2").contains("saved at once to teams/payments/vault.yaml."))
    terminal.type("q")
    #expect(terminal.end() == 0)
  }

  @Test func `a file that is changed in an editor meanwhile is not overwritten`() throws {
    let project = try Project()
    let terminal = try PseudoTerminal(["ask", "payments/vault"], in: project.folder.url)
    terminal.waitForPrompt()
    let text = try project.folder.text("teams/payments/vault.yaml")
    try project.folder.write("# written meanwhile\n" + text, to: "teams/payments/vault.yaml")
    #expect(terminal.type("2").contains("was changed meanwhile; what it says now counts."))
    let saved = try project.folder.text("teams/payments/vault.yaml")
    #expect(saved.hasPrefix("# written meanwhile\n"))
    #expect(saved.contains("outages: 2"))
    try project.folder.write("nonsense: 1\n", to: "teams/payments/vault.yaml")
    terminal.type("?")
    #expect(terminal.end() == 1)
    #expect(terminal.shown.contains("nonsense"))
    #expect(try project.folder.text("teams/payments/vault.yaml") == "nonsense: 1\n")
  }

  @Test func `mistakes in the file are shown first`() throws {
    let project = try Project()
    try project.edit("teams/web.yaml", "outages: 0", "outage: 0")
    let terminal = try PseudoTerminal(["ask", "web"], in: project.folder.url)
    #expect(terminal.end() == 1)
    #expect(terminal.shown.contains("Unknown question 'outage'; did you mean 'outages'?"))
    #expect(!terminal.shown.contains("Type an answer"))
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"]])
  func `nothing but text is shown where that is wanted`(environment: [String: String]) throws {
    let project = try Project()
    let plain = try PseudoTerminal(
      ["ask", "payments/vault"], in: project.folder.url, environment: environment)
    #expect(!plain.waitForPrompt().contains("\u{1B}"))
    let styled = try PseudoTerminal(["ask", "payments/vault"], in: project.folder.url)
    #expect(styled.waitForPrompt().contains("\u{1B}[1m"))
  }

  @Test func `without a terminal it says what to do instead`() throws {
    let project = try Project()
    let output = try project.run("ask", "web")
    #expect(output.status == 64)
    #expect(output.stdout.isEmpty)
    #expect(output.stderr.contains("'ask' needs a terminal"))
    #expect(output.stderr.contains("Usage: waybook ask"))
    #expect(output.stderr.contains("waybook check"))
  }

  @Test func `the whole flagship can be answered`() throws {
    let folder = try TemporaryFolder()
    let playbook = Checkout.path("Content/go-to-rust")
    let terminal = try PseudoTerminal(
      ["ask", "--playbook", playbook, "--answers", "ledger.yaml"], in: folder.url)
    var shown = terminal.waitForPrompt()
    for _ in 1...80 where !shown.contains("Make the pages with:") && !shown.isEmpty {
      shown = terminal.type(Self.reply(to: shown))
    }
    #expect(terminal.end() == 0)
    #expect(terminal.shown.contains("Quick question 9 of 9."))
    let check = try Program.run(
      ["check", "--strict", "--playbook", playbook, "--answers", "ledger.yaml"], in: folder.url)
    #expect(check.status == 0, "\(check.stderr)")
    let again = try PseudoTerminal(
      ["ask", "--playbook", playbook, "--answers", "ledger.yaml"], in: folder.url)
    #expect(again.end() == 0)
    #expect(again.shown.contains("There is nothing to ask: every question has an answer."))
  }

  /// A reply that fits a prompt.
  private static func reply(to shown: String) -> String {
    let prompt = shown.split(separator: "\n").last ?? ""
    if prompt.hasPrefix("Y or n") { return "y" }
    if prompt.hasPrefix("y or n") { return shown.contains("Stop here?") ? "n" : "y" }
    if prompt.hasPrefix("A number from 1 to ") || prompt.hasPrefix("Numbers with commas") { return "1" }
    if prompt.hasPrefix("A whole number") { return "3" }
    if prompt.hasPrefix("Its name") { return shown.contains("So far:") ? "" : "Worker" }
    return prompt.hasPrefix("A text") ? "A tenth of the incidents by June" : ""
  }
}
