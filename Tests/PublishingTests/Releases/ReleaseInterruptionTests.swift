import Foundation
import SiteFiles
import Testing

@testable import Publishing

/// Publications that end in the middle.
@Suite struct ReleaseInterruptionTests {
  let folder: TemporaryFolder
  /// What readers may find: the first version and the second.
  let whole: [[String: String]]

  init() throws {
    folder = try TemporaryFolder(inMemory: true)
    for version in 0...2 { try publish(.version(version), to: folder("site \(version)")) }
    whole = [try folder.contents(of: "site 1"), try folder.contents(of: "site 2")]
  }

  /// Two releases: the older of them goes when there is a third.
  private func prepare() async throws {
    try? FileManager.default.removeItem(atPath: folder("target"))
    for version in 0...1 { try await Releases.inFolder(folder("target")).made(request(version)) }
  }

  private func request(_ version: Int) -> Releases.Request {
    .at(version, folder("site \(version)")).with { $0.keep = 2 }
  }

  private func callCount() async throws -> Int {
    try await prepare()
    let faults = Faults { _, _, _ in nil }
    try await Releases.inFolder(folder("target"), on: faults.disk).made(request(2))
    return faults.count
  }

  /// Readers see a whole site; the next run shows the new one, and leaves nothing else.
  private func checkAfterFault(_ label: String) async throws {
    #expect(try whole.contains(folder.contents(of: "target/current/")), "\(label)")
    for name in try await Releases.inFolder(folder("target")).list().releases {
      let content = try folder.contents(of: "target/releases/\(name)")
      #expect(content["assets/style.css"] == "style" && content.count == 4, "\(label): \(name) is whole")
    }
    _ = try await Releases.inFolder(folder("target")).publish(request(2))
    #expect(try folder.contents(of: "target/current/") == whole[1], "\(label)")
    #expect(try folder.names(in: "target").filter { $0 != "current.new" } == Self.clean, "\(label)")
  }

  private static let clean = [".waybook-releases", "current", "releases"]

  @Test("Killed before any call to the disk, it leaves a whole release, and the next run finishes")
  func killedAnywhere() async throws {
    var count = FaultCount("publish")
    for calls in 0..<(try await callCount()) {
      try await prepare()
      let faults = Faults { number, _, _ in number >= calls ? .inputOutput : nil }
      await #expect(throws: PublishingError.self) {
        try await Releases.inFolder(folder("target"), on: faults.disk).made(request(2))
      }
      if faults.injected > 0 { count.add("kills") }
      try await checkAfterFault("killed before call \(calls)")
      // What the prune of the killed run had begun, the next release ends.
      try publish(.version(3), to: folder("site 3"))
      try await Releases.inFolder(folder("target")).made(request(3))
      let names = try folder.names(in: "target/releases")
      #expect(names.count == 2 && names.allSatisfy { ReleaseName($0) != nil }, "call \(calls): \(names)")
      #expect(try folder.names(in: "target") == Self.clean, "call \(calls)")
    }
    #expect(count.total == (try await callCount()))
    count.show()
  }

  @Test(
    "When one call fails, readers see a whole release, and the next run finishes",
    arguments: DiskFault.allCases)
  func oneFailure(fault: DiskFault) async throws {
    let calls = try await callCount()
    var count = FaultCount("publish")
    for call in 0..<calls {
      try await prepare()
      let faults = Faults { number, _, _ in number == call ? fault.code : nil }
      do {
        try await Releases.inFolder(folder("target"), on: faults.disk).made(request(2))
      } catch is PublishingError {}
      count.add(fault.rawValue, faults.injected)
      try await checkAfterFault("call \(call)")
    }
    #expect(count.total == calls)
    count.show()
  }

  @Test("A first publication that is killed leaves no link or a whole release")
  func killedFirst() async throws {
    var (calls, survived) = (0, false)
    while !survived {
      defer { calls += 1 }
      try? FileManager.default.removeItem(atPath: folder("target"))
      let limit = calls
      let faults = Faults { number, _, _ in number >= limit ? .inputOutput : nil }
      do {
        try await Releases.inFolder(folder("target"), on: faults.disk).made(request(1))
        survived = true
      } catch is PublishingError {}
      if FileManager.default.fileExists(atPath: folder("target/current")) {
        #expect(try folder.contents(of: "target/current/") == whole[0], "call \(calls)")
      }
      _ = try await Releases.inFolder(folder("target")).publish(request(1))
      #expect(try folder.contents(of: "target/current/") == whole[0], "call \(calls)")
      #expect(try folder.names(in: "target/releases").count == 1, "call \(calls)")
    }
  }

  @Test("An upload that was interrupted goes on: what has arrived stays")
  func resumed() async throws {
    try await prepare()
    let faults = Faults { _, call, path in call == .write && path.hasSuffix(".json") ? .noSpace : nil }
    await #expect(throws: PublishingError.self) {
      try await Releases.inFolder(folder("target"), on: faults.disk).made(request(2))
    }
    let incoming = try #require(try folder.names(in: "target/releases").first { $0.hasPrefix(".incoming-") })
    let before = try Disk().status(of: folder("target/releases/\(incoming)/index.html"))?.inode
    try await Releases.inFolder(folder("target")).made(request(2))
    #expect(before != nil)
    #expect(try Disk().status(of: folder("target/current") + "/index.html")?.inode == before)
  }
}
