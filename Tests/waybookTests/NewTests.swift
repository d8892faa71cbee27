import Foundation
import TestSupport
import Testing

/// `waybook new` in an empty folder, and what can be done there then.
@Suite struct NewTests {
  @Test(arguments: [[], ["--playbook", "go-to-rust", "--ci", "gitlab"]])
  func `a new project can be checked, tested and built as it stands`(options: [String]) throws {
    let folder = try TemporaryFolder()
    let new = try Program.run(["new", "handbook", "--team", "payments"] + options, in: folder.url)
    #expect(new.status == 0, "\(new.stderr)")
    #expect(new.stderr.contains("cd handbook\n  waybook ask payments\n  waybook build\n  waybook check\n"))
    let project = folder.url.appending(path: "handbook")
    for command in [["check", "--strict"], ["test"], ["build"]] {
      let run = try Program.run(command, in: project)
      #expect(run.status == 0, "\(command): \(run.stderr)")
    }
    let page = project.appending(path: "site/payments/index.html")
    #expect(try String(contentsOf: page, encoding: .utf8).contains("No verdict yet"))
  }

  @Test func `git leaves the site alone, unless the project says otherwise`() throws {
    let (fresh, old) = (try TemporaryFolder(), try TemporaryFolder([".gitignore": "/site/assets/\n"]))
    for folder in [fresh, old] { #expect(try Program.run(["new"], in: folder.url).status == 0) }
    #expect(try fresh.text(".gitignore") == "/site/\n/reports/\n")
    #expect(try old.text(".gitignore") == "/site/assets/\n")
    let told = try Program.run(["new", "more"], in: old.url)
    #expect(!told.stderr.contains(".gitignore"))
    try old.write("\n", to: "other/.gitignore")
    #expect(
      try Program.run(["new", "other"], in: old.url).stderr.contains("first put /site/ and /reports/ into"))
  }

  @Test func `nothing is written where a file is there already`() throws {
    let folder = try TemporaryFolder()
    try "mine".write(to: folder.url.appending(path: "waybook.yaml"), atomically: false, encoding: .utf8)
    let run = try Program.run(["new"], in: folder.url)
    #expect(run.status == 64)
    #expect(run.stderr.contains("'waybook.yaml' is there already; nothing was written."))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["waybook.yaml"])
  }

  @Test(arguments: [
    (["--playbook", "go-to-rus"], "There is no bundled playbook 'go-to-rus'; did you mean 'go-to-rust'?"),
    (["--team", "Pay Ments"], "'Pay Ments' is no id of a team"),
    (["--team", "assets"], "No team can be called 'assets': the site needs a folder of that name."),
  ])
  func `a misspelt name is told`(options: [String], message: String) throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(["new"] + options, in: folder.url)
    #expect(run.status == 64)
    #expect(run.stderr.contains(message), "\(run.stderr)")
  }
}
