import Foundation
import SiteFiles
import Testing

@testable import Publishing

@Suite struct SiteWriterTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("The first site is there as a whole, with its manifest, and nothing beside it")
  func firstSite() throws {
    let publication = try publish(Example.before, to: folder("out/site"))
    #expect(publication.manner == .atOnce)
    #expect(publication.written == 11)
    #expect(try folder.names(in: "out") == ["site"])
    let contents = try folder.contents(of: "out/site")
    #expect(contents["payments/index.html"] == "payments 1")
    #expect(contents.count == 12)
    #expect(contents[".waybook-manifest.json"] != nil)
  }

  @Test(
    "A new version replaces what changed, removes what is stale, and keeps the user's own files",
    arguments: Setting.allCases)
  func newVersion(setting: Setting) throws {
    try Example.makeBefore("site", in: folder)
    let publication = try Example.makeAfter("site", in: folder, on: setting.disk)
    #expect(publication.written == 7)
    #expect(publication.unchanged == 3)
    #expect(publication.removed == 5)
    switch setting {
    case .exchange: #expect(publication.manner == .atOnce)
    case .noExchange: #expect(publication.manner == .piecemeal(because: "Invalid argument"))
    case .insideOnly: #expect(publication.manner == .piecemeal(because: "nothing can be made beside it"))
    }
    var contents = try folder.contents(of: "site")
    #expect(contents.removeValue(forKey: ".waybook-manifest.json") != nil)
    #expect(
      contents == [
        "index.html": "portfolio 2", "assets/style.css": "colour 2", "assets/logo.svg": "logo",
        "payments/index.html": "payments 2", "payments/same.html": "same", "payments/new.html": "new",
        "payments/to-folder/a.html": "in a folder", "payments/to-file": "a file",
        "joined/index.html": "joined", "kept/one/index.html": "kept",
        "notes.txt": "mine", "payments/mine/deep/notes.txt": "mine", "left/notes.txt": "mine",
        "empty": "/", "link": "-> nowhere",
      ])
    #expect(try folder.names() == ["site"])
  }

  @Test("All ways of taking the old site's place lead to the same bytes")
  func sameBytes() throws {
    for setting in Setting.allCases {
      try Example.makeBefore("\(setting)", in: folder)
      try Example.makeAfter("\(setting)", in: folder, on: setting.disk)
    }
    #expect(try folder.contents(of: "noExchange") == folder.contents(of: "exchange"))
    #expect(try folder.contents(of: "insideOnly") == folder.contents(of: "exchange"))
  }

  @Test("Building the same site again changes nothing, not even the time of a folder")
  func nothingToChange() throws {
    try Example.makeBefore("site", in: folder)
    let before = try status(of: try paths() + [""])
    let publication = try publish(Example.before, to: folder("site"))
    #expect(publication.manner == .unchanged)
    #expect(publication.written == 0)
    #expect(try status(of: try paths() + [""]) == before)
    #expect(try folder.names() == ["site"])
  }

  @Test(
    "Files that did not change keep their bytes, their times and their inode", arguments: Setting.allCases)
  func unchangedFiles(setting: Setting) throws {
    try Example.makeBefore("site", in: folder)
    let same = [
      "payments/same.html", "assets/logo.svg", "kept/one/index.html", "notes.txt",
      "payments/mine/deep/notes.txt",
    ]
    let before = try status(of: same)
    try Example.makeAfter("site", in: folder, on: setting.disk)
    #expect(try status(of: same) == before)
  }

  @Test("A disk without hard links gets copies with the same times", arguments: Setting.allCases)
  func withoutLinks(setting: Setting) throws {
    try publish(Example.before, to: folder("site"))
    let before = try status(of: ["payments/same.html"]).map(\.modified)
    let disk = Faults { _, call, path in call == .link ? .notPermitted : setting.code(for: call, path) }.disk
    try Example.makeAfter("site", in: folder, on: disk)
    #expect(try status(of: ["payments/same.html"]).map(\.modified) == before)
    #expect(try folder.contents(of: "site")["payments/same.html"] == "same")
  }

  @Test("A page that somebody changed by hand is put right again, and one that somebody deleted")
  func changedByHand() throws {
    try publish(Example.before, to: folder("site"))
    let before = try folder.contents(of: "site")
    try folder.write("sa-e", to: "site/payments/same.html")
    try FileManager.default.removeItem(atPath: folder("site/payments/index.html"))
    #expect(try publish(Example.before, to: folder("site")).written == 2)
    #expect(try folder.contents(of: "site") == before)
  }

  @Test("A build of one team leaves the others as they are, and says which of their files have gone")
  func oneTeam() throws {
    try publish(Example.before, to: folder("site"))
    try FileManager.default.removeItem(atPath: folder("site/left/index.html"))
    let publication = try publish([.team("payments"): ["payments/index.html": "2"]], to: folder("site"))
    #expect(publication.missing == ["left/index.html"])
    let contents = try folder.contents(of: "site")
    #expect(contents["payments/index.html"] == "2")
    #expect(contents["payments/stale.html"] == nil)
    #expect(contents["left/deep/down/page.html"] == "left")
    #expect(contents["kept/one/index.html"] == "kept")
  }

  @Test("A team that failed keeps its last good files, if it has any")
  func failedTeam() throws {
    try publish(Example.before, to: folder("site"))
    let writer = try SiteWriter(output: folder("site"))
    #expect(writer.previous.units.keys.sorted() == Example.before.keys.sorted())
    #expect(try writer.keep(.team("payments")))
    #expect(try !writer.keep(.team("never-built")))
    _ = try writer.finish(removingAllBut: [.team("payments"), .team("never-built")])
    #expect(
      try folder.contents(of: "site").keys.allSatisfy { $0.hasPrefix("payments/") || $0.hasPrefix(".") })
  }

  @Test("Teams can be written at the same time")
  func concurrency() async throws {
    let writer = try SiteWriter(output: folder("site"))
    try await withThrowingTaskGroup { group in
      for team in 0..<50 {
        group.addTask {
          let paths = try (0..<20).map { try RelativePath("teams/team-\(team)/page-\($0).html") }
          try writer.write(.team("team-\(team)"), files: paths.map { SiteFile($0, text: "team \(team)") })
        }
      }
      try await group.waitForAll()
    }
    #expect(try writer.finish().written == 1000)
    #expect(try folder.contents(of: "site").count == 1001)
  }

  @Test("Giving up leaves the site as it was, and nothing beside it")
  func abandoning() throws {
    try Example.makeBefore("site", in: folder)
    let before = try folder.contents(of: "site")
    let writer = try SiteWriter(output: folder("site"))
    try writer.write(.shared, files: [SiteFile("index.html", text: "never seen")])
    try writer.abandon()
    #expect(try folder.contents(of: "site") == before)
    #expect(try folder.names() == ["site"])
  }

  @Test("A folder of the site keeps the permissions that its owner gave it")
  func permissions() throws {
    try Example.makeBefore("site", in: folder)
    let folders = ["", "payments", "payments/mine"]
    for path in folders {
      try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: folder("site/\(path)"))
    }
    try Example.makeAfter("site", in: folder)
    #expect(try status(of: folders).map(\.permissions) == [0o750, 0o750, 0o750])
  }

  @Test("A folder that passes its group on does so to what is made in it", .enabled(if: otherGroup() != nil))
  func groups() throws {
    try Example.makeBefore("site", in: folder)
    let group = try #require(Self.otherGroup())
    try #require(chown(folder("site"), uid_t.max, group) == 0 && chmod(folder("site"), 0o2750) == 0)
    try Example.makeAfter("site", in: folder)
    let made = try status(of: ["", "joined", "joined/index.html", "payments/new.html"])
    #expect(made.map(\.group) == [group, group, group, group])
    #expect(made[0].permissions == 0o2750 && made[1].passesGroupOn)
    #expect(try status(of: ["payments"]).map(\.group) == [getegid()])
  }

  /// A group that the user of the tests may give to a file, and that a new file does not get by itself.
  private static func otherGroup() -> gid_t? {
    if geteuid() == 0 { return 1 }
    var groups = [gid_t](repeating: 0, count: 64)
    let count = Int(getgroups(64, &groups))
    return groups.prefix(max(count, 0)).first { $0 != getegid() }
  }

  private func paths() throws -> [String] { try folder.contents(of: "site").keys.sorted() }

  private func status(of paths: [String]) throws -> [FileStatus] {
    try paths.map { try #require(try Disk().status(of: folder("site/\($0)"))) }
  }
}
