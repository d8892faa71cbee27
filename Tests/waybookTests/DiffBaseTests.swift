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
    #expect(run.stdout.contains("With mistakes, and not compared: web\n"))
    #expect(run.stdout.contains("Verdicts of 2 teams: "))
  }

  @Test func `content that cannot be built is told with its mistakes, and nothing is left`() throws {
    try edit("playbook/playbook.yaml", "version: 2.1.0", "version: new")
    try commit()
    let broken = try diff("--base", "HEAD~1")
    #expect(broken.status == 1 && broken.stderr.contains("the site of the working folder cannot be built"))
    #expect(broken.stderr.contains("playbook/playbook.yaml:3:10: error: "))
    try edit("playbook/playbook.yaml", "version: new", "version: 2.1.0")
    let mended = try diff("--base", "HEAD")
    #expect(mended.status == 1 && mended.stderr.contains("the site of the revision 'HEAD' cannot be built"))
    #expect(scratch.files().isEmpty)
    #expect(try git("worktree", "list").split(separator: "\n").count == 1)
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
    #expect(outside.status == 2 && outside.stderr.contains("It is in no git repository"), "\(outside.stderr)")
  }

  @Test(arguments: [
    ["--base", "HEAD", "a", "b"], ["--base", "HEAD", "a"], ["a"], [], ["a", "b", "--teams", "teams"],
  ])
  func `what is neither two sites nor a revision is wrong usage`(arguments: [String]) throws {
    #expect(try Program.run(["diff"] + arguments, in: repository.url).status == 64)
  }
}
