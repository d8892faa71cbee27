import Foundation
import TestSupport
import Testing

/// `waybook diff --base`, in a real git repository whose folder `docs` is the project.
@Suite struct DiffBaseTests {
  private let repository: TemporaryFolder
  private let scratch: TemporaryFolder

  init() throws {
    (repository, scratch) = (try TemporaryFolder(), try TemporaryFolder())
    let project = try Project()
    try withExtendedLifetime(project) {
      try FileManager.default.copyItem(
        at: project.folder.url, to: repository.url.appending(path: "docs", directoryHint: .isDirectory))
    }
    try git("init", "--quiet", "--initial-branch=main")
    try commit()
  }

  @discardableResult
  private func git(_ arguments: String..., in folder: URL? = nil) throws -> String {
    let run = try Program.run(
      "/usr/bin/env", ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"] + arguments,
      in: folder ?? repository.url)
    try #require(run.status == 0, "git \(arguments): \(run.stderr)")
    return run.stdout
  }

  private func commit() throws {
    try git("add", "--all")
    try git("commit", "--quiet", "--message", "A change")
  }

  private func edit(_ file: String, _ old: String, _ new: String) throws {
    try repository.edit("docs/\(file)", old, new)
  }

  /// Runs `diff` in the project, with a folder of its own for what it makes for a while.
  private func diff(_ arguments: String..., in folder: URL? = nil) throws -> Program.Output {
    try Program.run(
      ["diff"] + arguments, in: folder ?? repository.url.appending(path: "docs"),
      environment: ["TMPDIR": scratch.path("")])
  }

  @Test func `the working folder is compared with a revision, and nothing is left of it`() throws {
    try edit("playbook/criteria/10-fragile.md", "weight: 5", "weight: 1")
    let changed = try diff("--base", "HEAD")
    #expect(changed.status == 0 && changed.stdout.contains("  criterion  "), "\(changed)")
    try commit()
    #expect(try diff("--base", "HEAD").stdout.hasPrefix("Nothing changes for "))
    #expect(try diff("--base", "HEAD~1").stdout == changed.stdout)
    #expect(try git("worktree", "list").split(separator: "\n").count == 1)
    #expect(try git("status", "--porcelain").isEmpty)
    #expect(scratch.files().isEmpty)
  }

  @Test func `options of the input hold for both`() throws {
    let run = try diff("--base", "HEAD", "--teams", "teams", "--playbook", "playbook")
    #expect(run.stdout.hasPrefix("Nothing changes for 3 teams"), "\(run)")
  }

  @Test(arguments: [true, false])
  func `paths that lead out of the repository are those of both`(isRelative: Bool) throws {
    let theme = try TemporaryFolder(["words.yaml": "decision:\n  title: Our verdict\n"])
    try edit("playbook/criteria/10-fragile.md", "weight: 5", "weight: 1")
    let templates = isRelative ? "./../../\(theme.url.lastPathComponent)" : theme.path("")
    let run = try diff("--base", "HEAD", "--templates", templates)
    #expect(run.status == 0 && run.stdout.contains("  criterion  "), "\(run)")
  }

  @Test func `whole paths into the repository are those of each`() throws {
    try edit("playbook/criteria/10-fragile.md", "weight: 5", "weight: 1")
    let run = try diff("--base", "HEAD", "--playbook", repository.path("docs/playbook"))
    #expect(run.status == 0 && run.stdout.contains("  criterion  "), "\(run)")
  }

  @Test func `a team with mistakes is named, and the others are compared`() throws {
    try edit("teams/web.yaml", "outages: 0", "outages: lots")
    try edit("playbook/criteria/10-fragile.md", "weight: 5", "weight: 1")
    let run = try diff("--base", "main")
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.contains("With mistakes now, and not compared: web\n"))
    #expect(run.stdout.contains("Verdicts of 2 teams: "))
    #expect(
      run.stderr.hasPrefix("waybook: the working folder has teams with mistakes:\nteams/web.yaml:4:12: error")
    )
    #expect(!run.stderr.contains(scratch.path("")))
    #expect(try diff("--base", "main", "--fail-on", "verdict").status == 1)
    try commit()
    try edit("teams/web.yaml", "outages: lots", "outages: 0")
    let mended = try diff("--base", "main", "--fail-on", "verdict")
    #expect(mended.status == 1 && mended.stdout.contains("With mistakes before, and not compared: web\n"))
    #expect(mended.stderr.contains("\nwaybook: what is not compared may have changed: verdict\n"))
  }

  @Test func `where a revision has no playbook or no answers yet, every team is new`() throws {
    try git("rm", "-r", "--cached", "--quiet", "docs/teams")
    try git("commit", "--quiet", "--message", "No answers")
    try git("rm", "-r", "--cached", "--quiet", ".")
    try git("commit", "--quiet", "--message", "No project")
    try commit()
    for base in ["HEAD~1", "HEAD~2"] {
      let run = try diff("--base", base)
      #expect(run.status == 0 && run.stdout.contains("Verdicts of 0 teams: 3 teams are new\n"), "\(run)")
    }
    let named = try diff("--base", "HEAD~1", "--playbook", "playbook", "--answers", "teams/web.yaml")
    #expect(named.status == 0 && named.stdout.contains("1 team is new\n"), "\(named)")
  }

  @Test func `answers that git ignores are the same for both`() throws {
    try repository.write("teams/\n", to: "docs/.gitignore")
    try git("rm", "-r", "--cached", "--quiet", "docs/teams")
    try commit()
    try edit("playbook/criteria/10-fragile.md", "weight: 5", "weight: 1")
    for options in [[], ["--teams", "teams"]] {
      let run = try Program.run(
        ["diff", "--base", "HEAD"] + options, in: repository.url.appending(path: "docs"))
      #expect(run.status == 0 && run.stdout.contains("  criterion  "), "\(run)")
    }
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `a signal ends it, and nothing is left`(signal: Int32) throws {
    let process = try Program.begun(
      ["diff", "--base", "HEAD"], in: repository.url.appending(path: "docs"),
      environment: ["TMPDIR": scratch.path("")])
    while scratch.files().isEmpty, process.isRunning { Thread.sleep(forTimeInterval: 0.001) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == signal)
    #expect(scratch.files().isEmpty)
  }

  @Test func `what git or the disk refuses is told in their words`() throws {
    let folder = repository.url.appending(path: "docs")
    let lost = try Program.run(
      ["diff", "--base", "HEAD"], in: folder, environment: ["GIT_DIR": "/nonexistent"])
    #expect(lost.status == 2 && lost.stderr.contains("git says: fatal: not a git repository: '/nonexistent'"))
    let full = try Program.run(["diff", "--base", "HEAD"], in: folder, environment: ["TMPDIR": "/dev/null"])
    #expect(
      full.status == 2 && full.stderr.contains("Cannot make the folder '/dev/null/waybook-diff-"), "\(full)")
  }

  @Test func `content that cannot be built is told with its mistakes, and nothing is left`() throws {
    try edit("playbook/playbook.yaml", "version: 2.1.0", "version: new")
    try commit()
    let broken = try diff("--base", "HEAD~1")
    #expect(broken.status == 1 && broken.stderr.contains("the site of the working folder cannot be built"))
    #expect(broken.stderr.contains("playbook/playbook.yaml:3:10: error: "))
    try edit("playbook/playbook.yaml", "version: new", "version: 2.1.0")
    let mended = try diff("--base", "HEAD")
    #expect(mended.status == 0 && mended.stderr.contains("the site of the revision 'HEAD' cannot be built"))
    #expect(mended.stderr.contains("\nplaybook/playbook.yaml:3:10: error: "))
    #expect(mended.stdout == "The site of HEAD cannot be built, so that nothing is compared\n")
    #expect(try diff("--base", "HEAD", "--fail-on", "verdict").status == 1)
    let json = try diff("--base", "HEAD", "--format", "json")
    #expect(json.stdout.contains("\"unbuilt\" : \"HEAD\""))
    #expect(scratch.files().isEmpty)
  }

  @Test func `a revision that is not there is told, and a shallow clone is explained`() throws {
    let unknown = try diff("--base", "nowhere")
    #expect(unknown.status == 2 && unknown.stderr.contains("The repository has no such revision"))
    let option = try diff("--base=--output=x")
    #expect(option.status == 2 && option.stderr.contains("The repository has no such revision"))
    try edit("playbook/criteria/10-fragile.md", "weight: 5", "weight: 1")
    try commit()
    let clone = try TemporaryFolder()
    try git("clone", "--quiet", "--depth=1", repository.url.absoluteString, "clone", in: clone.url)
    let shallow = try diff("--base", "HEAD~1", in: clone.url.appending(path: "clone/docs"))
    #expect(shallow.status == 2 && shallow.stderr.contains("This clone is shallow"), "\(shallow.stderr)")
    let outside = try diff("--base", "HEAD", in: clone.url)
    #expect(
      outside.status == 2 && outside.stderr.contains("git says: fatal: not a git repository"),
      "\(outside.stderr)")
  }

  @Test(arguments: [
    ["--base", "HEAD", "a", "b"], ["--base", "HEAD", "a"], ["a"], [], ["a", "b", "--teams", "teams"],
  ])
  func `what is neither two sites nor a revision is wrong usage`(arguments: [String]) throws {
    #expect(try Program.run(["diff"] + arguments, in: repository.url).status == 64)
  }
}
