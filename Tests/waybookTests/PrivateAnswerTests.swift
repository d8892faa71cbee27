import Foundation
import TestSupport
import Testing

/// A private answer may be used by rules, and occurs in no byte of output.
@Suite struct PrivateAnswerTests {
  private static let word = "zebrafink\(UInt32.random(in: 100_000...999_999))"

  /// A project with the word as value, note, source and author of private answers, and in facts derived from one.
  private func project() throws -> Project {
    let project = try Project()
    try project.edit(
      "playbook/playbook.yaml", "facts:\n",
      """
      facts:
        supplier: answers.secret + ' Ltd'
        supplied: facts.supplier.startsWith('zebra')

      """)
    let questions = try project.folder.text("playbook/questions/10-now.yaml")
    try project.folder.write(
      questions + """
          - id: secret
            label: Supplier
            ask: Who supplies the runners?
            type: text
            private: true

        """, to: "playbook/questions/10-now.yaml")
    try project.edit(
      "playbook/steps/20-budget.md", "phase: prepare\n", "phase: prepare\nwhen: facts.supplied\n")
    let answers = try project.folder.text("teams/web.yaml")
    try project.folder.write(
      answers + """
          secret:
            value: \(Self.word)
            note: \(Self.word)
            source: https://\(Self.word).example.com
            by: \(Self.word)

        """, to: "teams/web.yaml")
    return project
  }

  @Test func `it occurs in no byte of the site and of what is said`() throws {
    let project = try project()
    let runs = [
      try project.run("build"), try project.run("check"), try project.run("check", "--format", "json"),
      try project.run("explain", "web"),
    ]
    for run in runs {
      #expect(run.status == 0, "\(run.stderr)")
      #expect(!(run.stdout + run.stderr).contains("zebrafink"))
    }
    let site = try project.contents()
    #expect(site["web/steps/budget.html"] != nil, "the rule sees it")
    let leaks = site.filter { $0.value.range(of: Data("zebrafink".utf8)) != nil }
    #expect(leaks.keys.sorted() == [])
  }

  @Test(arguments: [
    "{{answers.secret}}", "{{answers.secret.id}}", "{{facts.supplier}}",
    "{{#answers.secret}}{{.}}{{/answers.secret}}",
    "{{#facts.supplier}}{{.}}{{/facts.supplier}}",
  ])
  func `a text that would print it is a mistake`(tag: String) throws {
    let project = try project()
    try project.edit("playbook/criteria/30-budget.md", "Ask before", "\(tag) before")
    let built = try project.run("build")
    #expect(built.status == 1)
    #expect(built.stderr.hasPrefix("playbook/criteria/30-budget.md:10:"), "\(built.stderr)")
    #expect(!project.exists("site"))
  }
}
