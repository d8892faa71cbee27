import Foundation

/// A folder for one test, removed when the test is over.
final class TemporaryFolder {
  let path: String

  /// - Parameter inMemory: for tests that write so often that waiting for a disk would take minutes; a real
  ///   disk where the system has no `/dev/shm`.
  init(inMemory: Bool = false) throws {
    let memory = URL(filePath: "/dev/shm")
    let useMemory = inMemory && FileManager.default.isWritableFile(atPath: memory.path())
    let parent = useMemory ? memory : FileManager.default.temporaryDirectory
    let url = parent.appending(path: "waybook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path(percentEncoded: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of something in it.
  func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// Writes a file, with the folders that it needs.
  func write(_ text: String, to name: String) throws {
    let url = URL(filePath: self(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// What is in a folder: for each file its text, for each link its target, for each empty folder `/`.
  func contents(of name: String) throws -> [String: String] {
    var contents: [String: String] = [:]
    let files = FileManager.default
    for item in try files.subpathsOfDirectory(atPath: self(name)) {
      let path = self(name) + "/" + item
      let type = try files.attributesOfItem(atPath: path)[.type] as? FileAttributeType
      switch type {
      case .typeDirectory:
        if try files.contentsOfDirectory(atPath: path).isEmpty { contents[item] = "/" }
      case .typeSymbolicLink:
        contents[item] = "-> " + (try files.destinationOfSymbolicLink(atPath: path))
      default: contents[item] = try String(contentsOfFile: path, encoding: .utf8)
      }
    }
    return contents
  }

  /// The names in a folder, hidden ones too.
  func names(in name: String = ".") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: self(name)).sorted()
  }
}
