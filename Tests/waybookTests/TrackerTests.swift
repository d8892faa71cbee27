import Foundation
import TestSupport
import Testing

/// `steps.csv` as a tracker reads it: with Ruby's library, by the rules of GitLab's import.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1", "slow; set WAYBOOK_TEST_ALL=1"))
struct TrackerTests {
  private struct Issue: Decodable, Equatable {
    let title: String
    let description: String?
    let due_date: String?
  }

  /// The issues that come of a table; nil, after saying why, where there is no Ruby.
  private func issues(of file: String, in folder: TemporaryFolder) throws -> [Issue]? {
    let ruby = Process()
    ruby.executableURL = URL(filePath: "/usr/bin/env")
    ruby.arguments = ["ruby", Checkout.path("Tests/Trackers/gitlab.rb"), folder.path(file)]
    let (output, errors) = (Pipe(), Pipe())
    ruby.standardOutput = output
    ruby.standardError = errors
    try ruby.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    ruby.waitUntilExit()
    guard ruby.terminationStatus != 127 else {
      print("Skipped: there is no Ruby to read the table as GitLab does")
      return nil
    }
    try #require(ruby.terminationStatus == 0, "\(file): \(said)")
    return try JSONDecoder().decode([Issue].self, from: data)
  }

  @Test(arguments: ["dispatch", "market-data", "returns"])
  func `The flagship's steps are issues of GitLab`(team: String) throws {
    let folder = try TemporaryFolder()
    let answers = Checkout.path("Content/go-to-rust/examples/\(team).yaml")
    let built = try Program.run(
      ["build", "--playbook", "go-to-rust", "--answers", answers, "--output", "site"], in: folder.url)
    #expect(built.status == 0, "\(built.stderr)")
    let file = folder.files(below: "site").first { $0.hasSuffix("steps.csv") }
    guard let issues = try issues(of: "site/\(try #require(file))", in: folder) else { return }
    #expect(!issues.isEmpty)
    for issue in issues {
      #expect(issue.description?.contains("- [") == true, "\(issue.title)")
    }
  }

  @Test func `Hostile titles, texts and answers stay text`() throws {
    let folder = try TemporaryFolder([
      "playbook/playbook.yaml": """
      id: hostile
      title: Hostile
      version: 0.1.0
      options:
        - id: move
          title: Move
      verdicts:
        - id: no
          title: No
      phases:
        - id: all
          title: All
      """,
      "playbook/questions/10-all.yaml": """
      title: All
      questions:
        - id: words
          label: Words
          ask: Which?
          type: text
      """,
      "playbook/steps/10-formula.md": """
      ---
      title: "=1+1"
      phase: all
      owner: "@x; \\"y\\", z"
      checklist:
        - id: a
          text: "Say {{answers.words}}"
      rollback: |-
        {{answers.words}}
        /close

        ```sh
        /label ~x
        ```
      ---
      Text.
      """,
      "playbook/steps/20-letters.md": """
      ---
      title: "Ünïcode, 日本語; \\"quoted\\" 🙂"
      phase: all
      checklist:
        - id: a
          text: "{{answers.words}}"
      ---
      Text.
      """,
      "teams/web.yaml": """
      playbook: hostile
      team: web
      subject: shop
      answers:
        words: "\\r\\n/close\\n=1+1;\\t@x, \\"q\\"\\r/assign @all\\u2028/label ~é"
      """,
    ])
    let built = try Program.run(
      ["build", "--playbook", "playbook", "--teams", "teams", "--output", "site"], in: folder.url)
    #expect(built.status == 0, "\(built.stderr)")
    guard let issues = try issues(of: "site/web/steps.csv", in: folder) else { return }
    #expect(issues.map(\.title) == ["'=1+1", "Ünïcode, 日本語; \"quoted\" 🙂"])
    #expect(issues[0].description?.contains("\n /close\n") == true)
    #expect(issues[0].description?.contains("\n /label ~x\n") == true)
    for issue in issues {
      #expect(issue.description?.contains("=1+1;") == true)
      #expect(issue.description?.contains("\"q\"") == true)
    }
  }
}
