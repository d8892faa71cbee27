import Foundation
import Testing

@testable import Publishing

/// Bytes that are not, or no longer, what was built.
extension ReleaseTests {
  @Test("A file of the last release that somebody damaged there is not linked, and the new release is whole")
  func damagedRelease() async throws {
    let first = try #require(try await releases.made(.at(0, site)))
    try folder.write("lost", to: "the target/ü/releases/\(first)/assets/logo.svg")
    try publish(Example.after, to: site)
    try await releases.made(.at(60, site))
    #expect(try folder.contents(of: "the target/ü/current/")["assets/logo.svg"] == "logo")
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
