import Foundation
import SiteFiles
import Testing

@testable import Publishing

/// Publishing to a folder.
@Suite struct ReleaseTests {
  let folder: TemporaryFolder
  let site: String
  let target: String

  init() throws {
    folder = try TemporaryFolder()
    (site, target) = (folder("site"), folder("the target/ü"))
    try publish(Example.before, to: site)
  }

  var releases: Releases { get throws { try .inFolder(target) } }

  private func inode(_ path: String) throws -> UInt64? { try Disk().status(of: target + "/" + path)?.inode }

  @Test("The first publication makes the target, and the link leads to the whole site")
  func first() async throws {
    let name = try await releases.made(.at(0, site))
    #expect(name?.description.hasPrefix("20270115T080000Z-") == true)
    #expect(try folder.contents(of: "the target/ü/current/") == folder.contents(of: "site"))
    #expect(
      try folder.names(in: "the target/ü") == [".waybook-releases", "current", "releases"],
      "and no lock is left")
    let link = try Disk().target(ofLink: target + "/current")
    #expect(link == "releases/\(name?.description ?? "")", "a relative one, so that the folder can be moved")
  }

  @Test("The same site again changes nothing")
  func again() async throws {
    let name = try #require(try await releases.made(.at(0, site)))
    let before = try folder.contents(of: "the target")
    #expect(try await releases.publish(.at(60, site)) == .unchanged(name))
    #expect(try folder.contents(of: "the target") == before)
  }

  @Test("What has not changed is one file in both releases, and what has changed is another")
  func links() async throws {
    let first = try #require(try await releases.made(.at(0, site)))
    try publish(Example.after, to: site, removingAllBut: Example.unitsAfter)
    let second = try #require(try await releases.made(.at(60, site).with { $0.allowsRemovals = true }))
    for (file, isSame) in [("assets/logo.svg", true), ("payments/same.html", true), ("index.html", false)] {
      let inodes = try [first, second].map { try inode("releases/\($0)/\(file)") }
      #expect(inodes[0] != nil)
      #expect((inodes[0] == inodes[1]) == isSame, "\(file)")
    }
    #expect(try folder.contents(of: "the target/ü/current/") == folder.contents(of: "site"))
  }

  @Test("Names with blanks, quotes and other letters arrive")
  func oddNames() async throws {
    try publish(.oddNames, to: folder("odd"))
    try await releases.made(.at(0, folder("odd")))
    #expect(try folder.contents(of: "the target/ü/current/") == folder.contents(of: "odd"))
  }

  @Test("As many releases stay as were asked for, and the link to the current one survives", arguments: 1...3)
  func keep(count: Int) async throws {
    var names: [ReleaseName] = []
    for version in 1...4 {
      try publish(.version(version), to: folder("small"))
      let request = Releases.Request.at(version, folder("small")).with { $0.keep = count }
      names.append(try #require(try await releases.made(request)))
    }
    #expect(try await releases.list() == (names.suffix(count), names[3]))
    #expect(try folder.names(in: "the target/ü/releases") == names.suffix(count).map(\.description))
    #expect(try folder.contents(of: "the target/ü/current/")["index.html"] == "version 4")
  }

  @Test("A rehearsal and a list make nothing, not even the target")
  func dryRun() async throws {
    let (release, steps) = try await releases.rehearse(.at(0, site))
    #expect(steps.count == 3)
    #expect(steps.last == "make \(release) the current release")
    #expect(try await releases.list().releases.isEmpty)
    #expect(try folder.names() == ["site"])
    try await releases.made(.at(0, site))
    #expect(try await releases.rehearse(.at(1, site)).steps == [])
  }
}
