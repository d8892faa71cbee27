import Foundation
import TestSupport
import Testing

/// The same input makes the same bytes, wherever and by however many machines the site is built.
@Suite struct ReproducibilityTests {
  private let project: Project
  private let site: [String: Data]

  init() throws {
    project = try Project()
    #expect(try project.run("build").status == 0)
    site = try project.contents()
  }

  @Test(arguments: [
    ["TZ=Pacific/Kiritimati", "LC_ALL=C"], ["TZ=America/St_Johns", "LC_ALL=de_DE.UTF-8", "LANG=de_DE.UTF-8"],
    ["LC_ALL=tr_TR.UTF-8", "LANGUAGE=tr", "HOME=/nowhere"],
  ])
  func `time zone, locale and path leave no trace`(environment: [String]) throws {
    let place = try TemporaryFolder()
    let copy = place.url.appending(path: "a 'long' pfad/ü/\(String(repeating: "x", count: 100))")
    try FileManager.default.createDirectory(
      at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: project.folder.url, to: copy)
    try FileManager.default.removeItem(at: copy.appending(path: "site"))
    let program = Program.executable.path(percentEncoded: false)
    let run = try Program.run("/usr/bin/env", environment + [program, "build"], in: copy)
    #expect(run.status == 0, "\(run.stderr)")
    #expect(try Self.contents(of: copy.appending(path: "site")) == site)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/taskset"), "needs taskset"))
  func `one processor makes what several make`() throws {
    let program = Program.executable.path(percentEncoded: false)
    let run = try Program.run(
      "/usr/bin/taskset", ["-c", "0", program, "build", "--output", "one"], in: project.folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    #expect(try project.contents(of: "one") == site)
  }

  @Test(arguments: [1, 2, 3, 5])
  func `shares of the teams, built one by one and joined, are the site of one run`(count: Int) throws {
    for index in 1...count {
      let run = try project.run("build", "--shard", "\(index)/\(count)", "--output", "parts/\(index)")
      #expect(run.status == 0, "\(run.stderr)")
    }
    let joined = try Program.run(
      ["build", "--output", "joined"] + (1...count).flatMap { ["--join", "parts/\($0)"] },
      in: project.folder.url)
    #expect(joined.status == 0, "\(joined.stderr)")
    #expect(try project.contents(of: "joined") == site)
  }

  @Test func `single teams can be built into the site of others, and the portfolio is made of all`() throws {
    for team in ["web", "payments/vault", "payments/ledger"] {
      #expect(try project.run("build", team, "--output", "grown").status == 0)
    }
    #expect(try project.contents(of: "grown") == site)
  }

  @Test func `a team that failed in its share has failed in the joined site`() throws {
    try project.edit("teams/web.yaml", "outages: 0", "outages: lots")
    #expect(try project.run("build", "--keep-going", "--output", "whole").status == 3)
    for index in 1...2 {
      _ = try project.run("build", "--keep-going", "--shard", "\(index)/2", "--output", "parts/\(index)")
    }
    let parts = ["--join", "parts/1", "--join", "parts/2", "--output", "joined"]
    let strict = try Program.run(["build"] + parts, in: project.folder.url)
    #expect(strict.status == 1 && !project.exists("joined"))
    #expect(strict.stderr.contains("error: The team 'web' had mistakes where its share was built"))
    let joined = try Program.run(["build", "--keep-going"] + parts, in: project.folder.url)
    #expect(joined.status == 3 && joined.stderr.contains("failed: web"), "\(joined.stderr)")
    #expect(try project.contents(of: "joined") == project.contents(of: "whole"))
  }

  @Test func `of several sites with a team the last one counts`() throws {
    try project.edit("teams/web.yaml", "outages: 0", "outages: lots")
    #expect(try project.run("build", "--keep-going", "--output", "first").status == 3)
    try project.edit("teams/web.yaml", "outages: lots", "outages: 0")
    #expect(try project.run("build", "web", "--output", "second").status == 0)
    let mended = try project.run("build", "--join", "first", "--join", "second", "--output", "joined")
    #expect(mended.status == 0, "\(mended.stderr)")
    #expect(try project.contents(of: "joined") == site)
    let broken = try project.run("build", "--join", "second", "--join", "first", "--output", "other")
    #expect(broken.status == 1 && broken.stderr.contains("The team 'web' had mistakes"))
  }

  @Test(arguments: [["--join", "site"], ["--join", "site/", "--output", "site"], ["--join", "link"]])
  func `a site is not joined into itself`(arguments: [String]) throws {
    try FileManager.default.createSymbolicLink(
      atPath: project.folder.path("link"), withDestinationPath: "site")
    let run = try Program.run(["build"] + arguments, in: project.folder.url)
    #expect(run.status == 64 && run.stderr.contains("The sites to join stay as they are"), "\(run)")
  }

  @Test func `what cannot be joined is told, and nothing is written`() throws {
    #expect(try project.run("build", "--shard", "1/2", "--output", "part").status == 0)
    let missing = try project.run("build", "--join", "part", "--output", "joined")
    #expect(missing.status == 2 && missing.stderr.contains("None of them has '"), "\(missing.stderr)")
    let foreign = try project.run("build", "--join", "teams", "--output", "joined")
    #expect(foreign.status == 2 && foreign.stderr.contains("It is no site that 'waybook build' made"))
    try project.folder.write("mine", to: "site/web/index.html")
    let changed = try project.run("build", "--join", "site", "--output", "joined")
    #expect(changed.status == 2 && changed.stderr.contains("It was changed since it was built"))
    try project.remove("site/web/index.html")
    let gone = try project.run("build", "--join", "site", "--output", "joined")
    #expect(gone.status == 2 && gone.stderr.contains("It is gone; build the team 'web' again"))
    for (file, text) in [
      ("playbook/guides/99-new.md", "---\ntitle: New\n---\n\nText\n"), ("teams/new.yaml", "team: New\n"),
      ("templates/words.yaml", "decision:\n  title: Our verdict\n"),
    ] {
      try project.folder.write(text, to: file)
      let mixed = try project.run("build", "--join", "part", "--output", "joined")
      #expect(mixed.status == 2 && mixed.stderr.contains("It was built of other content"), "\(mixed.stderr)")
      try project.remove(file)
    }
    let other = try project.run("build", "--shard", "2/2", "--output", "part-2")
    #expect(other.status == 0)
    try project.folder.write("body {}", to: "templates/assets/style.css")
    let themes = try project.run("build", "--join", "part", "--join", "part-2", "--output", "joined")
    #expect(
      themes.status == 2 && themes.stderr.contains("It was built with another theme"), "\(themes.stderr)")
    #expect(!project.exists("joined"))
  }

  @Test(arguments: [
    "build --shard 0/2", "build --shard 3/2", "build --shard 1", "build --shard a/b", "build --shard 1/2 web",
    "build --join site --shard 1/2", "build --join site web",
  ])
  func `a share that makes no sense is wrong usage`(command: String) throws {
    let arguments = command.split(separator: " ").map(String.init)
    let run = try Program.run(arguments, in: project.folder.url)
    #expect(run.status == 64, "\(run.stderr)")
  }

  private static func contents(of folder: URL) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    let names = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))
    while let name = names?.nextObject() as? String {
      let file = folder.appending(path: name)
      if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        contents[name] = try Data(contentsOf: file)
      }
    }
    return contents
  }
}
