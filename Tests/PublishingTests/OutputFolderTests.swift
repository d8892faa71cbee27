import Foundation
import SiteFiles
import Testing

@testable import Publishing

@Suite struct OutputFolderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("A folder with files that Waybook did not make is refused and left alone")
  func foreignFolder() throws {
    try folder.write("precious", to: "site/thesis.txt")
    let error = #expect(throws: PublishingError.self) { try SiteWriter(output: folder("site")) }
    #expect(
      error?.description == """
        '\(folder("site"))' has files that Waybook did not make (there is no .waybook-manifest.json in it); \
        choose another output folder, or empty this one
        """)
    #expect(try folder.contents(of: "site") == ["thesis.txt": "precious"])
    #expect(try folder.names() == ["site"])
  }

  @Test("A manifest of a later version is refused, since it cannot be told what is ours")
  func laterManifest() throws {
    try folder.write(#"{"version": 7}"#, to: "site/.waybook-manifest.json")
    let error = #expect(throws: PublishingError.self) { try SiteWriter(output: folder("site")) }
    #expect(
      error?.description == """
        Cannot tell what Waybook made from '\(folder("site/.waybook-manifest.json"))': it has version 7, and this \
        Waybook knows version 1; choose another output folder, or empty this one
        """)
  }

  @Test(
    "An empty folder is taken, and a trailing slash means nothing",
    arguments: ["site", "site/", "site//", "./site"])
  func emptyFolder(name: String) throws {
    try FileManager.default.createDirectory(atPath: folder("site"), withIntermediateDirectories: false)
    try publish(Example.before, to: folder(name))
    #expect(try folder.names() == ["site"])
  }

  @Test(
    "Spaces, quotes, a leading hyphen and letters of all kinds are nothing special in a folder's name",
    arguments: [
      "my site", "it's \"mine\"", "Übersicht 日本", "-rf", "$(HOME)", "a\nb", ".hidden", "new/deep/../site",
    ])
  func names(name: String) throws {
    try publish(Example.before, to: folder(name))
    try Example.makeAfter(name, in: folder)
    #expect(try folder.contents(of: name)["index.html"] == "portfolio 2")
  }

  @Test("A link to a folder stays a link, also where its target is not there yet")
  func links() throws {
    let files = FileManager.default
    try files.createSymbolicLink(atPath: folder("first"), withDestinationPath: "second")
    try files.createSymbolicLink(atPath: folder("second"), withDestinationPath: folder("real/site"))
    let writer = try SiteWriter(output: folder("first"))
    #expect(writer.output == folder("real/site"))
    try writer.abandon()
    try publish(Example.before, to: folder("first"))
    try Example.makeAfter("second", in: folder)
    #expect(try files.destinationOfSymbolicLink(atPath: folder("first")) == "second")
    #expect(try folder.contents(of: "real/site")["index.html"] == "portfolio 2")
    #expect(try folder.names() == ["first", "real", "second"])
    #expect(try folder.names(in: "real") == ["site"])
  }

  @Test("Links in a circle are refused")
  func circle() throws {
    try FileManager.default.createSymbolicLink(atPath: folder("a"), withDestinationPath: "b")
    try FileManager.default.createSymbolicLink(atPath: folder("b"), withDestinationPath: "a")
    let error = #expect(throws: PublishingError.self) { try SiteWriter(output: folder("a")) }
    #expect(error == .system(.resolve, path: folder("a"), .linkCircle))
    #expect(
      error?.description == "Cannot resolve the links of '\(folder("a"))': Too many levels of symbolic links")
  }

  @Test("A file, and the root of the disk, are no output folders")
  func noFolder() throws {
    try folder.write("", to: "file")
    #expect(throws: PublishingError.notAFolder(path: folder("file"))) {
      try SiteWriter(output: folder("file"))
    }
    #expect(throws: PublishingError.notAFolder(path: "/")) { try SiteWriter(output: "/") }
  }

  @Test(
    "A place where nothing may be written is refused with its path, and the site stays",
    arguments: [
      ErrorCode.noAccess, .readOnly,
    ])
  func readOnly(code: ErrorCode) throws {
    try Example.makeBefore("site", in: folder)
    let before = try folder.contents(of: "site")
    let disk = Faults { _, call, _ in call == .makeFolder || call == .write || call == .rename ? code : nil }
      .disk
    let error = #expect(throws: PublishingError.self) { try Example.makeAfter("site", in: folder, on: disk) }
    #expect(error == .system(.makeFolder, path: folder("site/.waybook"), code))
    #expect(try folder.contents(of: "site") == before)
  }

  @Test("A user's file whose name is not UTF-8 stays in its place")
  func undecodableName() throws {
    try Example.makeBefore("site", in: folder)
    let path = Array((folder("site") + "/caf").utf8) + [0xE9, 0]
    let made = path.withUnsafeBufferPointer { pointer in
      pointer.withMemoryRebound(to: CChar.self) { name in
        guard let base = name.baseAddress, let file = fopen(base, "w") else { return false }
        return fclose(file) == 0
      }
    }
    guard made else { return }  // This disk has no such names.
    let publication = try Example.makeAfter("site", in: folder)
    #expect(publication.notice?.contains("a name in it is not UTF-8") == true)
    let stays = path.withUnsafeBufferPointer { pointer in
      pointer.withMemoryRebound(to: CChar.self) { name in
        name.baseAddress.map { access($0, F_OK) == 0 } ?? false
      }
    }
    #expect(stays)
  }
}
