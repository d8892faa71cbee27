import Foundation
import SiteFiles
import Testing

@testable import Publishing

@Suite struct FolderLockTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("A second writer is refused with the lock and its holder, and the first goes on")
  func secondWriter() throws {
    let first = try SiteWriter(output: folder("site"))
    let error = #expect(throws: PublishingError.self) { try SiteWriter(output: folder("site")) }
    #expect(
      error?.description == """
        '\(folder("site"))' is being written by process \(ProcessInfo.processInfo.processIdentifier), which holds \
        the lock '\(folder(".site.waybook/lock"))'
        """)
    try first.write(.shared, files: [SiteFile("index.html", text: "first")])
    #expect(try first.finish().written == 1)
    try SiteWriter(output: folder("site")).abandon()
  }

  @Test("The lock goes with a writer that neither finished nor gave up")
  func lostWriter() throws {
    do {
      let writer = try SiteWriter(output: folder("site"))
      try writer.write(.shared, files: [SiteFile("index.html", text: "lost")])
    }
    #expect(try folder.names() == [".site.waybook"])
    let next = try SiteWriter(output: folder("site"))
    #expect(next.interruptedRun == .undone)
    try next.abandon()
    #expect(try folder.names().isEmpty)
  }

  @Test("A lock file that nobody holds is no lock, whoever is named in it")
  func staleLock() throws {
    try folder.write("process 1", to: ".site.waybook/lock")
    try publish(Example.before, to: folder("site"))
    #expect(try folder.names() == ["site"])
  }
}
