import SiteFiles
import Testing

@testable import Publishing

/// Going back to another release, and what readers of the one before still find.
extension ReleaseTests {
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
}
