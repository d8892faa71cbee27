import Foundation
import TestSupport
import Testing

/// What a build leaves, and what it leaves alone.
@Suite struct BuildTests {
  @Test(arguments: ["{}\n", "answers: {}\n", "answers:\n", "playbook: leave-jenkins\n"])
  func `answers that say nothing give an open verdict`(answers: String) throws {
    let project = try Project()
    try project.folder.write(answers, to: "blank.yaml")
    let built = try project.run("build", "--answers", "blank.yaml")
    #expect(built.status == 0, "\(built.stderr)")
    let page = try project.folder.text("site/blank/index.html")
    #expect(page.contains("No verdict yet"))
    #expect(page.contains(">open<"))
  }

  @Test func `building twice changes neither bytes nor times`() throws {
    let project = try Project()
    #expect(try project.run("build").status == 0)
    let (first, times) = (try project.contents(), try project.times())
    let second = try project.run("build")
    #expect(second.status == 0)
    #expect(second.stderr.contains("0 files written"))
    #expect(try project.contents() == first)
    #expect(try project.times() == times)
    #expect(!project.exists(".site.waybook"))
  }

  @Test(arguments: [
    ["TZ": "Pacific/Kiritimati"], ["LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"], ["LANG": "C"],
  ])
  func `time zone, language and place do not show`(environment: [String: String]) throws {
    let (here, there) = (try Project(), try Project())
    #expect(try here.run("build").status == 0)
    #expect(try there.run("build", "--output", "elsewhere", environment: environment).status == 0)
    #expect(try here.contents() == there.contents(of: "elsewhere"))
  }

  @Test func `one changed answer changes the pages of its team only`() throws {
    let project = try Project()
    try project.run("build")
    let before = try project.times()
    try project.edit("teams/web.yaml", "outages: 0", "outages: 1")
    try project.run("build")
    let after = try project.times()
    let changed = Set(after.filter { before[$0.key] != $0.value }.keys)
    #expect(changed.contains("web/answers.html"))
    #expect(
      changed.allSatisfy { !$0.hasPrefix("payments/") && !$0.hasPrefix("assets/") }, "\(changed.sorted())")
  }

  @Test func `the overview says which revision of the content it was made from`() throws {
    func revision(_ project: Project) throws -> Substring? {
      #expect(try project.run("build").status == 0)
      let page = try project.folder.text("site/web/index.html")
      return page.firstMatch(of: #/content revision ([0-9a-f]{8})\./#)?.1
    }
    let project = try Project()
    let first = try #require(try revision(project))
    #expect(try revision(try Project()) == first)
    let file = "playbook/questions/10-now.yaml"
    try project.folder.write(try project.folder.text(file) + "# One word more.\n", to: file)
    #expect(try revision(project) != first)
  }

  @Test func `pages of a team that is gone go, and what others put there stays`() throws {
    let project = try Project()
    try project.run("build")
    try project.folder.write("by hand", to: "site/notes.txt")
    try project.folder.write("by hand", to: "site/web/extra/notes.txt")
    try project.remove("teams/web.yaml")
    let built = try project.run("build")
    #expect(built.status == 0, "\(built.stderr)")
    #expect(project.folder.files(below: "site/web") == ["extra/notes.txt"])
    #expect(try project.folder.text("site/notes.txt") == "by hand")
    #expect(!(try project.folder.text("site/index.html")).contains("shop"))
  }

  @Test(arguments: [".", "teams", "foreign"])
  func `a folder with the files of others is refused`(output: String) throws {
    let project = try Project()
    try project.folder.write("by hand", to: "foreign/index.html")
    let before = project.folder.files()
    let built = try project.run("build", "--output", output)
    #expect(built.status == 2)
    #expect(built.stderr.contains("has files that Waybook did not make"), "\(built.stderr)")
    #expect(project.folder.files() == before)
  }

  @Test func `a site and releases inside the playbook are no part of it`() throws {
    let project = try Project()
    for _ in 1...2 {
      #expect(try project.run("build", "--output", "playbook/site").stderr.contains("3 of 3 teams: "))
      #expect(try project.run("publish", "./playbook/pages", "--output", "playbook/site").status == 0)
    }
    let check = try project.run("check", "--strict")
    #expect(check.status == 0, "\(check.stderr)")
  }

  @Test(arguments: [("playbook", 11), ("teams", 8), ("output", 9), ("templates", 12)])
  func `a path that only a shell understands is refused`(key: String, column: Int) throws {
    let project = try Project()
    try project.edit("waybook.yaml", "\(key): ", "\(key): ~/")
    let run = try project.run("build")
    #expect(run.status == 1 && run.stderr.contains(":\(column): error: '~' is the home folder to a shell"))
    #expect(!project.exists("~"))
  }

  @Test func `a foreign file where a page has to go is not overwritten`() throws {
    let project = try Project()
    try project.run("build")
    try project.folder.write("by hand", to: "site/api/index.html")
    try project.folder.write("subject: api\n", to: "teams/api.yaml")
    let built = try project.run("build")
    #expect(built.status == 2)
    #expect(built.stderr.contains("site/api/index.html"))
    #expect(try project.folder.text("site/api/index.html") == "by hand")
  }

  @Test func `a page that somebody edited is made anew`() throws {
    let project = try Project()
    try project.run("build")
    let page = try project.folder.text("site/web/plan.html")
    try project.folder.write(page + "edited", to: "site/web/plan.html")
    try project.remove("site/web/answers.html")
    #expect(try project.run("build").status == 0)
    #expect(try project.folder.text("site/web/plan.html") == page)
    #expect(project.exists("site/web/answers.html"))
  }

  @Test func `check finds what is wrong with a theme, as build does`() throws {
    let project = try Project()
    try project.edit("templates/glossary.html", "{{title}}", "{{titel}}")
    for command in ["build", "check"] {
      let found = try project.run(command)
      #expect(found.status == 1 && found.stderr.contains("templates/glossary.html:6:"), "\(found.stderr)")
    }
    try project.folder.write("", to: "other/assets/mine.css")
    #expect(try project.run("check", "--templates", "other").status == 0)
  }

  @Test func `how far a long build is stands on a terminal while it lasts, and nowhere else`() throws {
    let project = try Project()
    let team = try project.folder.text("teams/web.yaml")
    for number in 1...200 { try project.folder.write(team, to: "teams/team-\(number).yaml") }
    let terminal = try PseudoTerminal(["build"], in: project.folder.url)
    let status = terminal.end()
    #expect(status == 0, "\(terminal.shown)")
    #expect(terminal.shown.contains(/\r\[#*\.*\] [0-9]+ of 203 teams\u{1B}\[K/), "\(terminal.shown)")
    #expect(terminal.shown.contains("\r\u{1B}[Kwaybook: 203 of 203 teams: "))
    #expect(!(try project.run("build", "--output", "again").stderr.contains("\r")))
  }

  @Test func `fonts and images of a theme are copied byte for byte`() throws {
    let project = try Project()
    let bytes = Data([0x77, 0x4F, 0x46, 0x32, 0x00, 0xFF, 0xFE, 0x0D, 0x0A, 0x80])
    try project.folder.write("", to: "templates/assets/fonts/text.woff2")
    try bytes.write(to: project.folder.url.appending(path: "templates/assets/fonts/text.woff2"))
    let built = try project.run("build")
    #expect(built.status == 0, "\(built.stderr)")
    let font = try project.contents().first {
      $0.key.hasPrefix("assets/") && $0.key.hasSuffix("/fonts/text.woff2")
    }
    let name = try #require(font?.key)
    #expect(font?.value == bytes)
    #expect(try project.folder.text("site/.waybook-manifest.json").contains(name))
  }

  @Test func `a site behind a link is replaced behind it`() throws {
    let project = try Project()
    try project.run("build", "--output", "real")
    try FileManager.default.createSymbolicLink(
      atPath: project.folder.path("site"), withDestinationPath: "real")
    try project.edit("teams/web.yaml", "subject: shop", "subject: bazaar")
    #expect(try project.run("build").status == 0)
    let type = try FileManager.default.attributesOfItem(atPath: project.folder.path("site"))[.type]
    #expect(type as? FileAttributeType == .typeSymbolicLink)
    #expect(try project.folder.text("real/web/index.html").contains("bazaar"))
  }

  @Test(arguments: ["/dev/null", "/dev/null/site", "waybook.yaml"])
  func `a place where no folder can be is exit code 2`(output: String) throws {
    let project = try Project()
    let built = try project.run("build", "--output", output)
    #expect(built.status == 2, "\(built.stderr)")
    #expect(built.stderr.contains(output.hasPrefix("/dev/null") ? "/dev/null" : output))
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func `a folder that cannot be written is exit code 2, and the site stays`() throws {
    let project = try Project()
    try project.run("build", "--output", "closed/site")
    let before = try project.contents(of: "closed/site")
    try project.edit("teams/web.yaml", "subject: shop", "subject: bazaar")
    let closed = project.folder.path("closed")
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: closed)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: closed) }
    #expect(try project.run("build", "--output", "closed/site").status == 2)
    #expect(try project.contents(of: "closed/site") == before)
  }
}
