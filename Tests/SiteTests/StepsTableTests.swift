import Foundation
import Testing
import TestSupport

@Suite struct StepsTableTests {
  private static let header = "title,description,due_date,id,phase,owner,effort_days,blocked_by,url"

  private func table(_ answers: String = SampleFiles.answers, _ files: [String: String] = [:]) throws
    -> String
  {
    try Sample(files).site(answers)("steps.csv")
  }

  @Test func theStepsLeftToDoAreRowsForAnIssueTracker() throws {
    #expect(
      try table() == """
        \(Self.header)\r
        Measure up,"**To do**

        - [ ] Count the 12 000 barrels.
        - [ ] Weigh **one**.

        **Done when**

        - The number is known.
        - It is cool below.

        **Way back:** Forget it.",2027-01-15,measure-up,Look around,the keeper,1,,steps/measure-up.html\r
        Carry down,"**To do**

        - [ ] Carry.

        **To decide at the end**

        - Carry on
        - Stop",2027-01-18,carry-down,Carry,,,measure-up,steps/carry-down.html\r

        """)
  }

  @Test(arguments: ["status: done", "status: skipped", "ticket: WB-1"])
  func aStepThatIsFinishedOrHasATicketIsLeftOut(progress: String) throws {
    let table = try table(SampleFiles.answers + "\nprogress:\n  measure-up:\n    \(progress)\n")
    #expect(!table.contains("Measure up"))
    // A ticket can still be in the way; what is finished cannot.
    #expect(table.contains(",measure-up,steps/carry-down.html") == progress.hasPrefix("ticket"))
  }

  @Test func workThatIsDoneIsTicked() throws {
    let table = try table(
      SampleFiles.answers + "\nprogress:\n  measure-up:\n    status: in_progress\n    done: [count]\n")
    #expect(table.contains("- [x] Count"))
    #expect(table.contains("- [ ] Weigh"))
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "＝1"])
  func aCellIsNoFormula(title: String) throws {
    let step = SampleFiles.measureUp.replacing("title: Measure up", with: "title: \"\(title)\"")
    #expect(try table(SampleFiles.answers, ["steps/10-measure-up.md": step]).contains("\r\n'\(title),"))
  }

  @Test func quotesAndCommasStayInTheirCell() throws {
    let step = SampleFiles.measureUp.replacing("owner: the keeper", with: "owner: Ann, \"the\" keeper")
    let table = try table(SampleFiles.answers, ["steps/10-measure-up.md": step])
    #expect(table.contains(",\"Ann, \"\"the\"\" keeper\",1,"))
  }

  @Test func anAnswerInADescriptionIsOneLineOfText() throws {
    let step = SampleFiles.measureUp.replacing("{{answers.barrels}}", with: "{{answers.words}}")
    let answers = SampleFiles.answers.replacing(
      "words: Sour & warm", with: "words: \"*\\n/close <b> [x](y)\"")
    #expect(
      try table(answers, ["steps/10-measure-up.md": step])
        .contains("- [ ] Count the \\* /close \\<b\\> \\[x\\](y) barrels."))
  }

  @Test func aLineOfADescriptionIsNoQuickAction() throws {
    let step = SampleFiles.measureUp.replacing(
      "rollback: Forget it.",
      with: """
        rollback: |-
          Forget it.
          /close
          /label ~late
          /etc/hosts stays.
        """)
    #expect(
      try table(SampleFiles.answers, ["steps/10-measure-up.md": step])
        .contains("Forget it.\n /close\n /label ~late\n/etc/hosts stays."))
  }

  /// As GitLab's import reads it (docs.gitlab.com/user/project/issues/csv_import), and Jira's, which asks for one
  /// form of all dates.
  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1",
      "needs Python; set WAYBOOK_TEST_ALL=1"))
  func anIssueTrackerReadsIt() throws {
    let folder = try TemporaryFolder()
    try folder.write(try table(), to: "steps.csv")
    let read = """
      import csv, datetime, json
      with open("steps.csv", encoding="utf-8", newline="") as file:
          rows = list(csv.DictReader(file, strict=True))
      for row in rows:
          assert row["title"] and None not in row and None not in row.values(), row
          datetime.date.fromisoformat(row["due_date"])
          float(row["effort_days"] or 0)
          assert set(row["blocked_by"].split()) <= {other["id"] for other in rows}
      print(json.dumps([[row["title"], row["due_date"], row["description"].count("- [ ] ")] for row in rows]))
      """
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", read]
    process.currentDirectoryURL = folder.url
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(said == "[[\"Measure up\", \"2027-01-15\", 2], [\"Carry down\", \"2027-01-18\", 1]]\n")
  }
}
