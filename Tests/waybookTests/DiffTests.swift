import Foundation
import TestSupport
import Testing

/// `waybook diff` of two built sites.
@Suite struct DiffTests {
  private let project: Project

  /// A project with the sites `before` and `after` a change of content.
  init() throws {
    project = try Project()
    #expect(try project.run("build", "--output", "before").status == 0)
    try project.edit("playbook/criteria/10-fragile.md", "weight: 5", "weight: 1")
    try project.edit("playbook/steps/20-budget.md", "title: ", "title: Really ")
    let guide = try project.folder.text("playbook/guides/10-syntax.md")
    try project.folder.write(guide + "\nThree more words.\n", to: "playbook/guides/10-syntax.md")
    #expect(try project.run("build", "--output", "after").status == 0)
  }

  @Test func `a change of content is told for each team that it reaches`() throws {
    let run = try project.run("diff", "before", "after")
    #expect(run.status == 0 && run.stderr == "", "\(run.stderr)")
    #expect(run.stdout.contains("criterion"), "\(run.stdout)")
    #expect(run.stdout.contains("guides/syntax.html"), "\(run.stdout)")
    #expect(try project.run("diff", "before", "before").stdout.hasPrefix("Nothing changes for "))
  }

  @Test func `what may not change ends with 1`() throws {
    #expect(try project.run("diff", "before", "after", "--fail-on", "anything").status == 1)
    #expect(try project.run("diff", "before", "after", "--fail-on", "ticks").status == 0)
    #expect(try project.run("diff", "before", "before", "--fail-on", "anything").status == 0)
  }

  @Test(arguments: [
    ("diff before nowhere", 2, "Cannot read 'nowhere': There is no such folder"),
    ("diff before teams", 2, "It is no site that 'waybook build' made"),
    ("diff before", 64, "Usage: "),
    ("diff before after --fail-on mood", 64, "Usage: "),
  ])
  func `what cannot be compared is told`(command: String, status: Int32, message: String) throws {
    let run = try Program.run(command.split(separator: " ").map(String.init), in: project.folder.url)
    #expect(run.status == status && run.stderr.contains(message), "\(run.stderr)")
    #expect(run.stdout == "")
  }

  @Test func `a site with a file that is gone or broken is told with its team`() throws {
    try project.folder.write("{}", to: "after/web/playbook.json")
    let broken = try project.run("diff", "before", "after")
    #expect(broken.status == 2 && broken.stderr.contains("build the team 'web' again"), "\(broken.stderr)")
    try project.remove("before/web/playbook.md")
    let gone = try project.run("diff", "before", "after")
    #expect(gone.status == 2 && gone.stderr.contains("before/web/playbook.md"), "\(gone.stderr)")
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1", "slow, needs PyPI"))
  func `the published schema takes what is written`() throws {
    try project.edit("teams/web.yaml", "outages: 0", "outages: 9")
    #expect(try project.run("build", "web", "--output", "after").status == 0)
    try project.remove("teams/payments/vault.yaml")
    #expect(try project.run("build", "--output", "last").status == 0)
    try project.edit("teams/web.yaml", "outages: 9", "outages: lots")
    #expect(try project.run("build", "--keep-going", "--output", "failed").status == 3)
    for (old, new) in [("before", "after"), ("after", "last"), ("last", "before"), ("last", "failed")] {
      let run = try project.run("diff", old, new, "--format", "json")
      try project.folder.write(run.stdout, to: "\(old)-\(new).json")
    }
    guard let tools = try PythonTools.installed("diff-schema", packages: ["jsonschema==4.23.0"]) else {
      return
    }
    let checked = try tools.run(
      """
      import json, pathlib, sys
      from jsonschema import Draft202012Validator
      schema = json.loads(pathlib.Path(sys.argv[1]).read_text())
      Draft202012Validator.check_schema(schema)
      files = [json.loads(file.read_text()) for file in pathlib.Path(".").glob("*-*.json")]
      assert len(files) == 4 and any(file["removed"] for file in files), files
      assert [file["not_compared"] for file in files if file["not_compared"]] == [["web"]], files
      for file in files:
          Draft202012Validator(schema).validate(file)
      """, [Checkout.path("Schemas/diff.schema.json")], in: project.folder.url)
    #expect(checked.status == 0, "\(checked.stderr)")
  }
}
