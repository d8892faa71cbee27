import Foundation
import SiteFiles
import Testing

@testable import Publishing

/// What is refused, and then nothing has changed.
extension ReleaseTests {
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
}
