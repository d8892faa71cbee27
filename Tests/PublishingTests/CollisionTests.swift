import SiteFiles
import Testing

@testable import Publishing

@Suite struct CollisionTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(
    "Two files that want one place are refused, and both units are named",
    arguments: [
      ("a/index.html", "a/index.html", "'a/index.html' is in team 'one' and again in team 'two'"),
      (
        "a", "a/index.html",
        "'a' in team 'one' is a file, and 'a/index.html' in team 'two' needs a folder of that name"
      ),
      (
        "a/b/c.html", "a",
        "'a' in team 'two' is a file, and 'a/b/c.html' in team 'one' needs a folder of that name"
      ),
    ] as [(RelativePath, RelativePath, String)])
  func collision(first: RelativePath, second: RelativePath, sentence: String) throws {
    let writer = try SiteWriter(output: folder("site"))
    try writer.write(.team("one"), files: [SiteFile(first, text: "1")])
    let error = #expect(throws: PublishingError.self) {
      try writer.write(.team("two"), files: [SiteFile(second, text: "2")])
    }
    #expect(error?.description == sentence)
    try writer.abandon()
  }

  @Test("A file of a unit that is kept collides as well")
  func collisionWithKeptUnit() throws {
    try publish(Example.before, to: folder("site"))
    #expect(throws: PublishingError.self) {
      try publish([.team("other"): ["left/index.html": "mine now"]], to: folder("site"))
    }
    #expect(try folder.contents(of: "site")["left/index.html"] == "left")
  }

  @Test("The names that Waybook keeps for itself are refused", arguments: [Manifest.path, ".waybook/lock"])
  func reserved(path: RelativePath) throws {
    let error = #expect(throws: PublishingError.self) {
      try publish([.shared: [path: "mine"]], to: folder("site"))
    }
    #expect(error?.description == "'\(path)' in the shared files is a name that Waybook keeps for itself")
  }

  @Test(
    "A user's file in the place of a new page is not touched, and named",
    arguments: Setting.allCases, ["payments/new.html", "payments/to-file/own.txt", "joined"])
  func userFileInTheWay(setting: Setting, path: String) throws {
    try Example.makeBefore("site", in: folder)
    try folder.write("not yours", to: "site/\(path)")
    let before = try folder.contents(of: "site")
    let error = #expect(throws: PublishingError.self) {
      try Example.makeAfter("site", in: folder, on: setting.disk)
    }
    #expect(
      error?.description
        == "'\(folder("site/\(path)"))' was not made by Waybook and is where a file of the site has to go; move it away"
    )
    try SiteWriter(output: folder("site"), disk: setting.disk).abandon()
    #expect(try folder.contents(of: "site") == before)
    #expect(try folder.names() == ["site"])
  }
}
