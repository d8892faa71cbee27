import Foundation
import Serving
import TestSupport
import Testing

@Suite struct FileStampTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder(["a.yaml": "one", "below/b.yaml": "one"]) }

  private var stamps: FileStamps { FileStamps(of: [folder.path("")]) }

  private func expect(
    change isChange: Bool = true, after work: () throws -> Void,
    at place: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let before = stamps
    try work()
    #expect((stamps != before) == isChange, sourceLocation: place)
  }

  @Test func `a file that is written, replaced, made, renamed or taken away is a change`() throws {
    let (files, a, z) = (FileManager.default, folder.path("a.yaml"), folder.path("z.yaml"))
    try expect { try folder.write("longer", to: "below/b.yaml") }
    Thread.sleep(forTimeInterval: 0.02)
    try expect { try folder.write("LONGER", to: "below/b.yaml") }
    try expect { try folder.write("", to: "below/deep/c.yaml") }
    try expect { try files.moveItem(atPath: a, toPath: z) }
    try files.copyItem(atPath: z, toPath: a)
    try expect { rename(a, z) }
    try expect { try files.removeItem(atPath: folder.path("below")) }
  }

  @Test func `reading, hidden files and other folders are no change`() throws {
    try expect(change: false) { _ = try folder.text("a.yaml") }
    try expect(change: false) { try folder.write("swap", to: ".a.yaml.swp") }
    try expect(change: false) { try folder.write("swap", to: "below/.git/index") }
  }

  @Test func `a folder may be missing, and come`() throws {
    let missing = folder.path("teams")
    let before = FileStamps(of: [missing])
    #expect(before == FileStamps(of: []))
    try folder.write("one", to: "teams/a.yaml")
    #expect(FileStamps(of: [missing]) != before)
  }

  @Test func `a folder that holds itself is looked at once`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("below/again"), withDestinationPath: folder.path(""))
    #expect(stamps == stamps)
  }

  @Test func `some of the files can be looked at alone`() throws {
    let before = stamps
    try folder.write("longer", to: "below/b.yaml")
    #expect(stamps.only { $0.hasSuffix("/a.yaml") } == before.only { $0.hasSuffix("/a.yaml") })
    #expect(stamps.only { $0.hasSuffix("/b.yaml") } != before.only { $0.hasSuffix("/b.yaml") })
  }
}
