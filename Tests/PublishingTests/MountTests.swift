import Foundation
import SiteFiles
import TestSupport
import Testing

@testable import Publishing

@Suite(.enabled(if: Mount.isPossible, "mounts file systems: needs Linux, root and WAYBOOK_TEST_ALL=1"))
struct MountTests {
  let folder: TemporaryFolder
  /// What the second version comes to on an ordinary disk.
  let expected: [String: String]

  init() throws {
    folder = try TemporaryFolder()
    try Example.makeBefore("expected", in: folder)
    try Example.makeAfter("expected", in: folder)
    expected = try folder.contents(of: "expected")
    try FileManager.default.removeItem(atPath: folder("expected"))
  }

  @Test(
    "A mount point as output gets its files one by one, and keeps nothing else", arguments: ["tmpfs", "bind"])
  func mountPoint(kind: String) throws {
    let source = folder("source")
    try FileManager.default.createDirectory(atPath: source, withIntermediateDirectories: false)
    let mount = try Mount(kind == "bind" ? ["--bind", source] : ["-t", "tmpfs", "none"], on: folder("site"))
    try withExtendedLifetime(mount) {
      try Example.makeBefore("site", in: folder)
      let publication = try Example.makeAfter("site", in: folder)
      #expect(publication.manner == .piecemeal(because: "it is a mount point"))
      #expect(try folder.contents(of: "site") == expected)
      #expect(try folder.names() == ["site", "source"])
    }
  }

  @Test("A mount inside the site stays, and so do the files in it")
  func mountInside() throws {
    try publish(Example.before, to: folder("site"))
    let mount = try Mount(["-t", "tmpfs", "none"], on: folder("site/uploads"))
    try withExtendedLifetime(mount) {
      try folder.write("mine", to: "site/uploads/photo.jpg")
      let publication = try Example.makeAfter("site", in: folder)
      #expect(publication.manner == .piecemeal(because: "'uploads': it is a mount point"))
      #expect(try folder.contents(of: "site")["uploads/photo.jpg"] == "mine")
      #expect(try folder.contents(of: "site")["index.html"] == "portfolio 2")
    }
  }

  @Test("A site in the lower layer of an overlay is changed file by file")
  func overlay() throws {
    // On tmpfs, since the folder of the test may itself be on an overlay, which cannot carry another.
    let base = try Mount(["-t", "tmpfs", "none"], on: folder("base"))
    try Example.makeBefore("base/lower/site", in: folder)
    for name in ["upper", "work"] {
      try FileManager.default.createDirectory(
        atPath: folder("base/\(name)"), withIntermediateDirectories: false)
    }
    let layers = ["lowerdir=lower", "upperdir=upper", "workdir=work"].map {
      $0.replacing("=", with: "=\(folder("base"))/")
    }
    let merged = try Mount(
      ["-t", "overlay", "-o", layers.joined(separator: ","), "overlay"], on: folder("merged"))
    try withExtendedLifetime((base, merged)) {
      let publication = try Example.makeAfter("merged/site", in: folder)
      #expect(publication.notice?.contains("moved one by one") == true)
      #expect(try folder.contents(of: "merged/site") == expected)
      #expect(try folder.names(in: "merged") == ["site"])
    }
  }

  @Test("A disk that is full leaves the old site, and a smaller new one succeeds")
  func fullDisk() throws {
    let mount = try Mount(["-t", "tmpfs", "-o", "size=1m", "none"], on: folder("small"))
    try withExtendedLifetime(mount) {
      try Example.makeBefore("small/site", in: folder)
      let before = try folder.contents(of: "small/site")
      let writer = try SiteWriter(output: folder("small/site"))
      let error = #expect(throws: PublishingError.self) {
        let file = SiteFile("big.html", bytes: [UInt8](repeating: 65, count: 200_000))
        for team in 0..<10 {
          let path = try RelativePath("team-\(team)/big.html")
          try writer.write(.team("team-\(team)"), files: [SiteFile(path, bytes: file.bytes)])
        }
      }
      #expect(error?.code == .noSpace)
      try writer.abandon()
      #expect(try folder.contents(of: "small/site") == before)
      #expect(try folder.names(in: "small") == ["site"])
      try Example.makeAfter("small/site", in: folder)
      #expect(try folder.contents(of: "small/site") == expected)
    }
  }

  @Test("A read-only disk is refused with the path")
  func readOnlyDisk() throws {
    let mount = try Mount(["-t", "tmpfs", "none"], on: folder("disk"))
    try Example.makeBefore("disk/site", in: folder)
    try mount.forbidWriting()
    let error = #expect(throws: PublishingError.self) { try Example.makeAfter("disk/site", in: folder) }
    #expect(error == .system(.makeFolder, path: folder("disk/site/.waybook"), .readOnly))
    #expect(error?.description.hasSuffix("Read-only file system") == true)
  }
}
