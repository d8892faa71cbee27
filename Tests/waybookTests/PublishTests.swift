import Diagnostics
import Foundation
import TestSupport
import Testing

/// Publishing to a folder, with the built program.
@Suite struct PublishTests {
  private func project(_ lines: String = "publish:\n  preview: it's published\n") throws -> Project {
    let project = try Project()
    try project.folder.write(try project.folder.text("waybook.yaml") + lines, to: "waybook.yaml")
    #expect(try project.run("build").status == 0)
    return project
  }

  private static let target = "it's published"
  private static let current = target + "/current"

  /// What readers see.
  private func shown(in project: Project) throws -> [String: Data] {
    let link = try FileManager.default.destinationOfSymbolicLink(atPath: project.folder.path(Self.current))
    return try project.contents(of: Self.target + "/" + link)
  }

  @Test func `a site is published, published again, listed and taken back`() throws {
    let project = try project()
    let rehearsed = try project.run("publish", "--dry-run")
    #expect(rehearsed.status == 0)
    #expect(rehearsed.stderr.contains("waybook: would upload all files to releases/.incoming-"))
    #expect(!project.exists("it's published"))

    let first = try project.run("publish")
    #expect(first.status == 0, "\(first.stderr)")
    #expect(first.stdout == "")
    let name = try #require(first.stderr.firstMatch(of: /published (\S+) to it's published\n/)?.output.1)
    #expect(try shown(in: project) == project.contents())

    let again = try project.run("publish", "preview")
    #expect(again.status == 0)
    #expect(again.stderr == "waybook: it's published has this site as \(name); nothing to do\n")

    try project.edit("playbook/playbook.yaml", "From Jenkins to GitHub Actions", "Another title")
    #expect(try project.run("build").status == 0)
    #expect(try project.run("publish", "./it's published").status == 0)
    let listed = try project.run("publish", "--list").stdout.split(separator: "\n")
    #expect(listed.count == 2)
    #expect(listed.first == name)
    #expect(listed.last?.hasSuffix(" current") == true)

    let back = try project.run("publish", "--rollback")
    #expect(back.stderr == "waybook: it's published shows \(name) again\n")
    #expect(try project.run("publish", "--list").stdout.hasPrefix("\(name) current\n"))
    let newest = try #require(listed.last?.split(separator: " ").first)
    let kept = try project.run("publish")
    #expect(kept.status == 0)
    #expect(kept.stderr.contains("was taken back to \(name); to show it again, give --rollback \(newest)"))
    #expect(try project.run("publish", "--rollback", String(newest)).status == 0)
    #expect(try shown(in: project) == project.contents())
    #expect(try project.run("publish", "preview", "--rollback", String(name)).status == 0)
    let none = try project.run("publish", "--rollback")
    #expect(none.status == 1)
    #expect(none.stderr.contains("no release in 'it's published' to go back to"))
  }

  @Test func `waybook_yaml says how many releases stay, and the option stands above it`() throws {
    let project = try project("publish:\n  preview: it's published\nkeep_releases: 2\n")
    let titles = ["From Jenkins to GitHub Actions", "One", "Two", "Three"]
    for (old, new) in zip(titles, titles.dropFirst()) {
      try project.edit("playbook/playbook.yaml", old, new)
      #expect(try project.run("build").status == 0)
      #expect(try project.run("publish").status == 0)
    }
    #expect(try project.run("publish", "--list").stdout.split(separator: "\n").count == 2)
    try project.edit("playbook/playbook.yaml", "Three", "Four")
    #expect(try project.run("build").status == 0)
    #expect(try project.run("publish", "--keep", "1").status == 0)
    #expect(try project.run("publish", "--list").stdout.split(separator: "\n").count == 1)
  }

  @Test func `a site that was changed is refused, and published with --force`() throws {
    let project = try project()
    try project.folder.write("changed", to: "site/index.html")
    let refused = try project.run("publish")
    #expect(refused.status == 1)
    #expect(
      refused.stderr == """
        waybook: 'site' is not what was built:
          'index.html' has changed
        Run 'waybook build' again, or publish it as it is with --force

        """)
    #expect(!project.exists("it's published"))
    #expect(try project.run("publish", "--force").status == 0)
    #expect(try project.folder.text(Self.current + "/index.html") == "changed")
  }

  @Test func `a site elsewhere is published with --output, and a missing one is reported`() throws {
    let project = try project()
    let missing = try project.run("publish", "--output", "elsewhere")
    #expect(missing.status == 1)
    #expect(missing.stderr.contains("There is no site in 'elsewhere'; run 'waybook build'"))
    #expect(try project.run("build", "--output", "elsewhere").status == 0)
    #expect(try project.run("publish", "--output", "elsewhere").status == 0)
  }

  @Test func `a folder of somebody else stays as it is`() throws {
    let project = try project()
    try project.folder.write("theirs", to: "it's published/index.html")
    let refused = try project.run("publish")
    #expect(refused.status == 2)
    #expect(refused.stderr.contains("'it's published' is no empty folder"))
    #expect(project.folder.files(below: "it's published") == ["index.html"])
  }

  @Test func `teams that are gone take their pages along only where that is allowed`() throws {
    let project = try project()
    #expect(try project.run("publish").status == 0)
    try project.remove("teams/payments")
    #expect(try project.run("build").status == 0)
    let refused = try project.run("publish")
    #expect(refused.status == 1)
    #expect(refused.stderr.contains("published pages would go, which is more than 25 %"))
    #expect(refused.stderr.contains("--allow-removals"))
    let allowed = try project.run("publish", "--allow-removals")
    #expect(allowed.status == 0)
    #expect(allowed.stderr.contains("no longer there"))
  }

  @Test func `a lock that another process holds is named with its holder`() throws {
    let project = try project()
    #expect(try project.run("publish").status == 0)
    try project.edit("playbook/playbook.yaml", "From Jenkins to GitHub Actions", "Another title")
    #expect(try project.run("build").status == 0)
    try project.folder.write("dana@desk, process 1, since then", to: "it's published/lock")
    let descriptor = open(project.folder.path("it's published/lock"), O_RDWR)
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    let refused = try project.run("publish")
    #expect(refused.status == 2)
    #expect(
      refused.stderr.contains("'it's published' is locked by dana@desk, process 1, since then; wait"))
    close(descriptor)
    #expect(try project.run("publish").status == 0, "the process is gone")
  }

  @Test func `one of several targets has to be named`() throws {
    let project = try project("publish:\n  web: ./web\n  preview: ./preview\n")
    let refused = try project.run("publish")
    #expect(refused.status == 64)
    #expect(refused.stderr.contains("waybook.yaml has several targets; give one of: web, preview"))
    let misspelt = try project.run("publish", "prevew")
    #expect(misspelt.status == 64)
    #expect(misspelt.stderr.contains("no target 'prevew' in waybook.yaml; did you mean 'preview'?"))
    #expect(try project.run("publish", "preview").status == 0)
    #expect(!project.exists("web"))
  }

  @Test(arguments: [
    ("publish:\n  web: ⟦-x⟧\n", "'-x' looks like an option"),
    ("publish:\n  web: ⟦ssh://u:geheim@h/x⟧\n", "A target cannot have a password in it"),
    ("publish:\n  web: ⟦~/x⟧\n", "'~' is the home folder to a shell alone"),
    ("publish:\n  web: ⟦ssh://h⟧\n", "The target names no folder on the host"),
    ("publish:\n  web: ⟦https://h/x⟧\n", "'https://' is no way to publish"),
    ("publish:\n  ⟦Web⟧: ./x\n", "'Web' is no id"),
    ("publish: ⟦./x⟧\n", "Expected a map"),
    ("keep_releases: ⟦0⟧\n", "from 1 to 1000"),
  ])
  func `a target that is none is reported at its place`(lines: String, message: String) throws {
    let project = try Project()
    let marked = MarkedText(try project.folder.text("waybook.yaml") + lines)
    try project.folder.write(marked.text, to: "waybook.yaml")
    let place = try #require(marked.locations.first?.start)
    let refused = try project.run("publish")
    #expect(refused.status == 1, "\(refused.stderr)")
    let first = try #require(refused.stderr.split(separator: "\n").first)
    #expect(first.hasPrefix("waybook.yaml:\(place.line):\(place.column): error: "), "\(first)")
    #expect(first.contains(message), "\(first)")
  }

  @Test func `a publication that is killed at any moment leaves a whole site`() throws {
    let project = try project()
    let titles = ["From Jenkins to GitHub Actions", "Another title"]
    var sites: [[String: Data]] = []
    for (number, title) in titles.enumerated() {
      try project.edit("playbook/playbook.yaml", number == 0 ? title : titles[0], title)
      #expect(try project.run("build", "--output", "site-\(number)").status == 0)
      sites.append(try project.contents(of: "site-\(number)"))
    }
    let begin = Date.now
    #expect(try project.run("publish", "--output", "site-0").status == 0)
    let duration = Date.now.timeIntervalSince(begin)
    let rounds = ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1" ? 30 : 10
    var kills = 0
    for round in 1...rounds {
      let moment = duration * Double(round) / Double(rounds)
      let arguments = ["publish", "--output", "site-\(round % 2)"]
      if try Program.killed(arguments, in: project.folder.url, after: moment) { kills += 1 }
      #expect(try sites.contains(shown(in: project)), "round \(round)")
    }
    print("publish: killed \(kills) times at work; the site was whole after each")
    #expect(kills > rounds / 3)
    let last = try project.run("publish", "--output", "site-0")
    #expect(last.status == 0, "\(last.stderr)")
    #expect(try shown(in: project) == sites[0])
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1", "slow, needs nginx"))
  func `readers that come through nginx notice no publication`() throws {
    let project = try project()
    for number in 0...1 {
      try project.folder.write("/* \(number) */", to: "templates/assets/overview.css")
      #expect(try project.run("build", "--output", "site-\(number)").status == 0)
    }
    #expect(try project.run("publish", "--output", "site-0").status == 0)
    let run = try Program.run(
      "/usr/bin/env",
      [
        "python3", Checkout.path("Tests/Hosts/readers.py"), Program.executable.path(percentEncoded: false),
        project.folder.path(Self.target), project.folder.path("site-0"), project.folder.path("site-1"),
      ])
    if run.status == 77 { try Test.cancel("\(run.stderr.dropLast())") }
    #expect(run.status == 0, "\(run.stderr)")
    let requests = Int(run.stdout.prefix { $0.isNumber }) ?? 0
    #expect(requests > 100, "\(run.stdout)")
    print("publish: \(run.stdout)", terminator: "")
  }

  @Test(.enabled(if: Mount.isPossible, "slow, needs root; set WAYBOOK_TEST_ALL=1"))
  func `a target that is full keeps what it shows, and is told`() throws {
    let project = try project()
    let disk = try FullDisk(at: project.folder.path(Self.target))
    #expect(try project.run("publish").status == 0)
    let before = try shown(in: project)
    try project.edit("playbook/playbook.yaml", "From Jenkins to GitHub Actions", "Another title")
    #expect(try project.run("build").status == 0)
    try disk.fill()
    let full = try project.run("publish")
    #expect(full.status == 2)
    #expect(full.stderr.contains("No space left on device; make room there"), "\(full.stderr)")
    #expect(try shown(in: project) == before)
    #expect(try project.run("publish", "--list").stdout.split(separator: "\n").count == 1)
    try disk.empty()
    let next = try project.run("publish")
    #expect(next.status == 0, "\(next.stderr)")
    #expect(try shown(in: project) == project.contents())
    let names = try FileManager.default.contentsOfDirectory(atPath: project.folder.path(Self.target))
    #expect(names.sorted() == [".waybook-releases", "current", "releases"])
  }
}
