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

  private var releases: Releases { get throws { try .inFolder(target) } }

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

  @Test("A file of the last release that somebody damaged there is not linked, and the new release is whole")
  func damagedRelease() async throws {
    let first = try #require(try await releases.made(.at(0, site)))
    try folder.write("lost", to: "the target/ü/releases/\(first)/assets/logo.svg")
    try publish(Example.after, to: site)
    try await releases.made(.at(60, site))
    #expect(try folder.contents(of: "the target/ü/current/")["assets/logo.svg"] == "logo")
  }

  @Test("Names with blanks, quotes and other letters arrive")
  func oddNames() async throws {
    try publish(.oddNames, to: folder("odd"))
    try await releases.made(.at(0, folder("odd")))
    #expect(try folder.contents(of: "the target/ü/current/") == folder.contents(of: "odd"))
  }

  @Test("It goes back to the release before, and to any other, and a nightly run does not undo that")
  func rollBack() async throws {
    var names: [ReleaseName] = []
    for version in 1...3 {
      try publish(.version(version), to: folder("small"))
      names.append(try #require(try await releases.made(.at(version * 60, folder("small")))))
    }
    func page() throws -> String? { try folder.contents(of: "the target/ü/current/")["index.html"] }
    #expect(try await releases.rollBack(to: nil, .at(200, site)) == names[1])
    #expect(try page() == "version 2")
    #expect(
      try await releases.publish(.at(300, folder("small")))
        == .rolledBack(newest: names[2], current: names[1]))
    #expect(try page() == "version 2")
    #expect(try await releases.rollBack(to: names[2].description, .at(400, site)) == names[2])
    #expect(try page() == "version 3")
    #expect(try await releases.rollBack(to: names[0].description, .at(400, site)) == names[0])
    #expect(try await releases.list() == (names, names[0]))
    let error = await #expect(throws: ReleaseRefusal.self) {
      try await releases.rollBack(to: nil, .at(500, site))
    }
    #expect(error == .noRelease(nil, target: target, known: names.map(\.description)))
    await #expect(throws: ReleaseRefusal.noRelease("x", target: target, known: names.map(\.description))) {
      try await releases.rollBack(to: "x", .at(500, site))
    }
  }

  @Test("A reader of the release before still finds the styles of its pages, and of no older one")
  func earlierAssets() async throws {
    func publish(_ theme: String, at seconds: Int) async throws -> ReleaseName {
      let style = try RelativePath("assets/\(theme)/style.css")
      let example: ExampleSite = [.shared: ["index.html": "of \(theme)"], .assets(theme): [style: theme]]
      try PublishingTests.publish(example, to: site, removingAllBut: Set(example.keys))
      return try #require(try await releases.made(.at(seconds, site).with { $0.allowsRemovals = true }))
    }
    func themes(_ place: String) throws -> [String] {
      try folder.names(in: "the target/ü/\(place)/assets").sorted()
    }
    let first = try await publish("11111111", at: 0)
    #expect(try themes("current") == ["11111111"])
    _ = try await publish("22222222", at: 60)
    #expect(try themes("current") == ["11111111", "22222222"])
    let third = try await publish("33333333", at: 120)
    #expect(try themes("current") == ["22222222", "33333333"])
    #expect(try await releases.publish(.at(180, site)) == .unchanged(third))
    _ = try await releases.rollBack(to: first.description, .at(240, site))
    #expect(try themes("current") == ["11111111", "33333333"])
    #expect(try folder.contents(of: "the target/ü/current/")["assets/33333333/style.css"] == "33333333")
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

  @Test("A file that was changed, taken away or put there is named; it is published with force, as it is")
  func changedSite() async throws {
    try folder.write("other", to: "site/index.html")
    try folder.write("mine", to: "site/it's mine.txt")
    try FileManager.default.removeItem(atPath: folder("site/payments/stale.html"))
    let error = await #expect(throws: ReleaseRefusal.self) { try await releases.publish(.at(0, site)) }
    #expect(
      error
        == .siteDiffers(
          site, [.changed("index.html"), .foreign("it's mine.txt"), .missing("payments/stale.html")]))
    #expect(
      error?.description == """
        '\(site)' is not what was built:
          'index.html' has changed
          'it's mine.txt' was not made by Waybook
          'payments/stale.html' is missing
        Run 'waybook build' again, or publish it as it is with --force
        """)
    #expect(try folder.names() == ["site"])
    try await releases.made(.at(0, site).with { $0.force = true })
    var expected = try folder.contents(of: "site")
    var published = try folder.contents(of: "the target/ü/current/")
    expected[Manifest.path.text] = nil
    published[Manifest.path.text] = nil
    #expect(published == expected)
  }

  @Test("A link in the site is refused even with force")
  func linkInSite() async throws {
    try FileManager.default.createSymbolicLink(atPath: site + "/out", withDestinationPath: "/etc")
    await #expect(throws: ReleaseRefusal.noFiles(site, ["out"])) {
      try await releases.publish(.at(0, site).with { $0.force = true })
    }
  }

  @Test("Where there is no site, it says how to get one", arguments: ["nowhere", "the target"])
  func noSite(name: String) async throws {
    try FileManager.default.createDirectory(atPath: folder("the target"), withIntermediateDirectories: false)
    await #expect(throws: ReleaseRefusal.noSite(folder(name))) {
      try await releases.publish(.at(0, folder(name)))
    }
  }

  @Test(
    "A target inside the site is refused, be it there or not",
    arguments: ["site/public", "site/left", "site"])
  func targetInSite(name: String) async throws {
    await #expect(throws: (any Error).self) {
      try await Releases.inFolder(folder(name)).publish(.at(0, site))
    }
    #expect(
      try folder.names(in: "site") == [
        ".waybook-manifest.json", "assets", "index.html", "kept", "left", "payments",
      ])
  }

  @Test("A folder with something in it that is no target of ours stays as it is")
  func foreignTarget() async throws {
    try folder.write("theirs", to: "the target/ü/index.html")
    for action in 0...2 {
      await #expect(throws: PublishingError.foreignTarget(target)) {
        switch action {
        case 0: _ = try await releases.publish(.at(0, site))
        case 1: _ = try await releases.rollBack(to: nil, .at(0, site))
        default: _ = try await releases.list()
        }
      }
    }
    #expect(try folder.contents(of: "the target") == ["ü/index.html": "theirs"])
  }

  @Test("A file, and a link to nothing, are no targets")
  func noFolder() async throws {
    try folder.write("text", to: "file")
    try FileManager.default.createSymbolicLink(atPath: folder("dead"), withDestinationPath: "nowhere")
    for name in ["file", "dead"] {
      await #expect(throws: PublishingError.foreignTarget(folder(name))) {
        try await Releases.inFolder(folder(name)).publish(.at(0, site))
      }
    }
  }

  @Test("More than a quarter of the pages go only where that is allowed")
  func removals() async throws {
    func pages(_ count: Int) -> ExampleSite {
      var files: [RelativePath: String] = ["style.css": "style"]
      for number in 1...count { files[try! RelativePath("\(number).html")] = "page" }
      return [.shared: files]
    }
    func build(_ count: Int) throws { try publish(pages(count), to: folder("pages")) }
    try build(8)
    try await releases.made(.at(0, folder("pages")))
    try build(6)
    #expect(try await releases.made(.at(1, folder("pages"))) != nil, "two of eight")
    try build(4)
    await #expect(throws: ReleaseRefusal.tooManyRemovals(pages: ["5.html", "6.html"], published: 6)) {
      try await releases.publish(.at(2, folder("pages")).with { $0.force = true })
    }
    #expect(try folder.contents(of: "the target/ü/current/").count == 8)
    let request = Releases.Request.at(2, folder("pages")).with { $0.allowsRemovals = true }
    guard case .published(_, removedPages: 2) = try await releases.publish(request) else {
      Issue.record("not published")
      return
    }
  }

  @Test("Whoever holds the lock is named, and the lock of a run over ssh can be broken")
  func lock() async throws {
    let host = try FolderHost(target, disk: Disk())
    let holder = LockHolder(user: "ola", host: "desk", time: UTCTime(seconds: 1_800_000_000))
    try host.makeTarget()
    try host.lock(as: holder, breaking: false)
    let held = PublishingError.targetLocked(
      target,
      holder: "ola@desk, process \(ProcessInfo.processInfo.processIdentifier), since 20270115T080000Z")
    await #expect(throws: held) { try await releases.publish(.at(0, site)) }
    #expect(held.description.contains("--break-lock"))
    try host.unlock(as: holder)
    #expect(try await releases.made(.at(0, site)) != nil)

    try folder.write("ola@desk, process 7, since then, over ssh", to: "the target/ü/lock")
    try publish(Example.after, to: site)
    await #expect(
      throws: PublishingError.targetLocked(target, holder: "ola@desk, process 7, since then, over ssh")
    ) {
      try await releases.publish(.at(1, site))
    }
    #expect(try await releases.made(.at(1, site).with { $0.breaksLock = true }) != nil)
    #expect(try !folder.names(in: "the target/ü").contains("lock"))
  }

  @Test("A lock that was broken is not taken away from the one who has it now")
  func brokenLock() throws {
    let (first, second) = (try FolderHost(target, disk: Disk()), try FolderHost(target, disk: Disk()))
    let holders = [1, 2].map { LockHolder(user: "a", host: "b", time: UTCTime(seconds: $0)) }
    try first.makeTarget()
    try first.lock(as: holders[0], breaking: false)
    try second.lock(as: holders[1], breaking: true)
    try first.unlock(as: holders[0])
    #expect(try folder.names(in: "the target/ü").contains("lock"))
    #expect(throws: PublishingError.self) { try first.lock(as: holders[0], breaking: false) }
    try second.unlock(as: holders[1])
    #expect(try !folder.names(in: "the target/ü").contains("lock"))
  }

  @Test("A site that is built anew while it is published is noticed")
  func changedMeanwhile() async throws {
    let (site, page) = (site, folder("site/index.html"))
    let disk = Faults { _, call, path in
      if call == .makeFolder, path.contains(".incoming-") {
        try? "newer".write(toFile: page, atomically: true, encoding: .utf8)
      }
      return nil
    }.disk
    await #expect(throws: PublishingError.changedMeanwhile(path: site + "/index.html")) {
      try await Releases.inFolder(target, on: disk).publish(.at(0, site))
    }
    #expect(try await releases.list().releases.isEmpty)
  }

  @Test("What does not arrive as it was sent is never shown")
  func unverified() async throws {
    let (site, target) = (site, target)
    try await releases.made(.at(0, site))
    let before = try folder.contents(of: "the target/ü/current/")
    try publish(Example.after, to: site)
    let disk = Faults { _, call, path in
      guard call == .sync,
        let name = try? FileManager.default.contentsOfDirectory(atPath: target + "/releases")
          .first(where: { $0.hasPrefix(".incoming-") })
      else { return nil }
      try? "half".write(
        toFile: "\(target)/releases/\(name)/index.html", atomically: true, encoding: .utf8)
      return nil
    }.disk
    await #expect(throws: PublishingError.unverified(target: target, ["index.html"])) {
      try await Releases.inFolder(target, on: disk).publish(.at(1, site))
    }
    #expect(try folder.contents(of: "the target/ü/current/") == before)
    #expect(try folder.names(in: "the target/ü/releases").count == 1)
    #expect(try await releases.made(.at(1, site)) != nil)
  }
}
