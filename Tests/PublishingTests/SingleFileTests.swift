import Foundation
import Testing

@testable import Publishing

@Suite struct SingleFileTests {
  @Test func `a file is made with its folders, and replaced`() throws {
    let folder = try TemporaryFolder()
    let file = SingleFile(folder("a/b/c.yaml"))
    #expect(try file.contents() == nil)
    try file.replace(with: Array("one".utf8))
    try file.replace(with: Array("two".utf8))
    #expect(try file.contents() == Array("two".utf8))
    #expect(try folder.names(in: "a/b") == ["c.yaml"])
  }

  @Test func `permissions stay, and a link leads to the file as before`() throws {
    let folder = try TemporaryFolder()
    try folder.write("one", to: "real.yaml")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder("real.yaml"))
    try FileManager.default.createSymbolicLink(atPath: folder("link.yaml"), withDestinationPath: "real.yaml")
    try SingleFile(folder("link.yaml")).replace(with: Array("two".utf8))
    #expect(try folder.contents(of: ".") == ["link.yaml": "-> real.yaml", "real.yaml": "two"])
    let attributes = try FileManager.default.attributesOfItem(atPath: folder("real.yaml"))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test func `behind a link to nothing the file is made`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(atPath: folder("a"), withDestinationPath: "b")
    try FileManager.default.createSymbolicLink(atPath: folder("b"), withDestinationPath: "new/c")
    try SingleFile(folder("a")).replace(with: Array("one".utf8))
    #expect(try folder.contents(of: ".") == ["a": "-> b", "b": "-> new/c", "new/c": "one"])
  }

  @Test func `a device or a pipe is written to, and stays what it is`() async throws {
    let folder = try TemporaryFolder()
    try #require(mkfifo(folder("pipe"), 0o600) == 0)
    try FileManager.default.createSymbolicLink(atPath: folder("link"), withDestinationPath: "pipe")
    let path = folder("pipe")
    async let read = FileHandle(forReadingAtPath: path)?.readToEnd()
    try SingleFile(folder("link")).replace(with: Array("all".utf8))
    #expect(try await read == Data("all".utf8))
    #expect(try folder.names(in: ".") == ["link", "pipe"])
    try FileManager.default.createSymbolicLink(atPath: folder("null"), withDestinationPath: "/dev/null")
    try SingleFile(folder("null")).replace(with: Array("all".utf8))
    #expect(
      try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
        == .typeCharacterSpecial)
    let (link, target) = (
      folder("null"), try FileManager.default.destinationOfSymbolicLink(atPath: folder("null"))
    )
    #expect(target == "/dev/null", "\(link)")
  }

  @Test func `what stands for an open file is added to`() throws {
    let folder = try TemporaryFolder()
    try folder.write("one ", to: "a")
    let file = try #require(FileHandle(forWritingAtPath: folder("a")))
    try SingleFile("/dev/fd/\(file.fileDescriptor)").replace(with: Array("two".utf8))
    #expect(try folder.contents(of: ".") == ["a": "one two"])
  }

  @Test func `whatever call fails, the old text stays whole`() throws {
    let folder = try TemporaryFolder()
    var succeeded = false
    for call in 0..<20 where !succeeded {
      try folder.write("old", to: "f.yaml")
      let disk = Setting.exchange.disk(failing: call, with: .noSpace).disk
      do {
        try SingleFile(folder("f.yaml"), on: disk).replace(with: Array("new".utf8))
        succeeded = true
      } catch {
        #expect(try folder.contents(of: ".") == ["f.yaml": "old"], "call \(call)")
      }
    }
    #expect(succeeded)
    #expect(try folder.contents(of: ".") == ["f.yaml": "new"])
  }
}
