import Foundation
import Testing

@testable import Publishing

/// One publisher at a time.
extension ReleaseTests {
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
}
