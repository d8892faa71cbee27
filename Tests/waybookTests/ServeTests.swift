import Foundation
import TestSupport
import Testing

/// The preview of a small project: a real server, real requests, and files that change under it.
@Suite struct ServeTests {
  private let project: Project

  init() throws { project = try Project() }

  /// A running `serve` on a port of its own.
  private struct Served {
    let program: RunningProgram
    let port: UInt16

    init(_ arguments: String..., in folder: URL) throws {
      program = try RunningProgram(["serve", "--port", "0"] + arguments, in: folder)
      let url = try #require(URL(string: program.firstLine))
      port = try #require(url.port.flatMap(UInt16.init))
    }

    func get(_ path: String) throws -> HTTPExchange { try HTTPExchange(path, port: port) }

    /// What a page is told about itself now.
    func told(_ page: String) throws -> String {
      try HTTPExchange("/_waybook/events?\(page)", port: port, until: "\n\n").body
    }

    /// Asks until an answer is as wanted, for at most ten seconds.
    func wait(for path: String, until isWanted: (HTTPExchange) throws -> Bool) throws {
      let end = Date.now + 10
      while try !isWanted(try get(path)) {
        guard Date.now < end else { throw Late(path: path) }
        Thread.sleep(forTimeInterval: 0.02)
      }
    }

    private struct Late: Error { let path: String }
  }

  private func serve() throws -> Served { try Served(in: project.folder.url) }

  @Test func `a change is in the next answer, only its team is made anew, and nothing is written`() throws {
    let served = try serve()
    let vault = try served.told("payments/vault/index.html")
    #expect(try served.get("/web/").body.contains("shop"))
    try project.edit("teams/web.yaml", "subject: shop", "subject: bazaar")
    try served.wait(for: "/web/") { $0.body.contains("bazaar") }
    #expect(try served.told("payments/vault/index.html") == vault)
    let end = served.program.end(by: SIGINT)
    #expect(end.status == 0)
    #expect(end.stderr.contains("showing 3 teams") && end.stderr.contains("\nwaybook: 1 team made anew in "))
    #expect(!project.exists("site"))
  }

  @Test(arguments: [
    ("playbook/steps/10-images.md", "title", "titel", "/web/", "10-images.md:2:1: error: "),
    ("teams/web.yaml", "outages: 0", "outages: lots", "/web/", "teams/web.yaml:4:12: error: "),
    ("templates/glossary.html", "{{title}}", "{{titel}}", "/web/", "templates/glossary.html:6:"),
    ("waybook.yaml", "teams: teams", "taems: teams", "/web/", "waybook.yaml:2:1: error: "),
  ])
  func `mistakes keep the last good pages, and are shown until they are mended`(
    file: String, good: String, bad: String, page: String, problem: String
  ) throws {
    let served = try serve()
    let before = try served.get(page).body
    let name = String(page.dropFirst()) + (page.hasSuffix("/") ? "index.html" : "")
    try project.edit(file, good, bad)
    try served.wait(for: "/") { _ in try served.told(name).contains(problem) }
    #expect(try served.get(page).body == before)
    try project.edit(file, bad, good)
    try served.wait(for: "/") { _ in try served.told(name).contains("\"problems\":\"\"") }
    #expect(try served.get(page).body == before)
    let end = served.program.end(by: SIGTERM)
    #expect(end.status == 0 && end.stderr.contains(problem))
  }

  @Test func `a file that is emptied and then written is not read in between`() throws {
    let served = try serve()
    let before = try served.get("/web/").body
    let text = try project.folder.text("teams/web.yaml")
    let file = try FileHandle(forWritingTo: project.folder.url.appending(path: "teams/web.yaml"))
    try file.truncate(atOffset: 0)
    Thread.sleep(forTimeInterval: 0.1)
    try file.write(contentsOf: Data(text.replacing("outages: 0", with: "outages: lots").utf8))
    try served.wait(for: "/") { _ in try served.told("web/index.html").contains("web.yaml:4:12: error: ") }
    #expect(try served.get("/web/").body == before)
    // One that stays empty is meant to be.
    try file.truncate(atOffset: 0)
    try served.wait(for: "/web/") { !$0.body.contains("shop") }
    #expect(served.program.end(by: SIGINT).status == 0)
  }

  @Test func `folders that go and come, and bytes that are no text, are lived through`() throws {
    let served = try serve()
    func swap(_ path: String, while work: () throws -> Void) throws {
      let (path, aside) = (project.folder.path(path), project.folder.path("aside"))
      try FileManager.default.moveItem(atPath: path, toPath: aside)
      try work()
      try FileManager.default.moveItem(atPath: aside, toPath: path)
      try served.wait(for: "/") { _ in try served.told("index.html").contains("\"problems\":\"\"") }
    }
    for path in ["playbook/playbook.yaml", "playbook", "teams", "templates", "waybook.yaml"] {
      try swap(path) {
        try served.wait(for: "/") { _ in try served.told("index.html").contains("error: ") }
        #expect(try served.get("/web/").status == 200, "\(path)")
      }
    }
    try swap("teams/web.yaml") {
      try served.wait(for: "/web/") { $0.status == 404 }
      try Data([0x61, 0xFF]).write(to: project.folder.url.appending(path: "teams/web.yaml"))
      try served.wait(for: "/") { _ in try served.told("index.html").contains("teams/web.yaml:1:2: error: ") }
      try project.remove("teams/web.yaml")
    }
    #expect(served.program.isRunning)
  }

  @Test func `without a good site from the start the page is the problems, and then the site`() throws {
    try project.edit("playbook/playbook.yaml", "version: 2.1.0", "version: new")
    let served = try serve()
    let page = try served.get("/web/")
    #expect(page.status == 503 && page.body.contains("playbook.yaml:3:10: error: "), "\(page.body)")
    try project.edit("playbook/playbook.yaml", "version: new", "version: 2.1.0")
    try served.wait(for: "/web/") { $0.status == 200 }
  }

  @Test func `without teams the page says so, and a first one appears`() throws {
    let web = try project.folder.text("teams/web.yaml")
    try project.remove("teams")
    try project.folder.write("", to: "teams/.keep")
    let served = try serve()
    #expect(try served.get("/").body.contains("There are no answers yet"))
    try project.folder.write("playbook: leave-jenkins@2.1\n" + web, to: "teams/web.yaml")
    try served.wait(for: "/web/") { $0.status == 200 }
  }

  @Test func `a template of the project is shown as soon as it is there`() throws {
    let served = try serve()
    try project.folder.write("{{<layout}}{{$main}}mine{{/main}}{{/layout}}", to: "templates/guides.html")
    try served.wait(for: "/web/guides.html") { $0.body.contains("mine") }
    try project.remove("templates/guides.html")
    try served.wait(for: "/web/guides.html") { !$0.body.contains("mine") }
  }

  @Test func `a port that is taken ends it with a sentence, wrong usage with the usage`() throws {
    let served = try serve()
    let second = try project.run("serve", "--port", "\(served.port)")
    #expect(second.status == 2 && second.stdout == "")
    #expect(second.stderr.contains("Another program serves at 127.0.0.1:\(served.port); choose another port"))
    for arguments in [["--host", "example.com"], ["--port", "70000"], ["--port", "0", "nobody"]] {
      let run = try Program.run(["serve"] + arguments, in: project.folder.url)
      #expect(run.status == 64 && run.stderr.contains("Usage: "), "\(arguments): \(run.stderr)")
    }
    let empty = try TemporaryFolder()
    #expect(try Program.run(["serve"], in: empty.url).status == 64)
  }

  @Test func `an address that others can reach is warned about`() throws {
    let program = try RunningProgram(["serve", "--port", "0", "--host", "0.0.0.0"], in: project.folder.url)
    #expect(program.firstLine.hasPrefix("http://127.0.0.1:"))
    let end = program.end(by: SIGINT)
    #expect(end.status == 0 && end.stderr.contains("whoever can reach 0.0.0.0 can read this site"))
  }
}
