public import Foundation

/// A folder of its own for a test, gone with the value.
public final class TemporaryFolder {
  /// Where it is.
  public let url: URL

  /// Makes the folder, with files in it.
  ///
  /// - Parameter files: texts by relative path.
  public init(_ files: [String: String] = [:]) throws {
    let parent = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    url = parent.appending(path: "waybook-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of something in it.
  public func path(_ relative: String) -> String { url.appending(path: relative).path(percentEncoded: false) }

  /// Writes a file, with the folders above it; at once, so that a program that runs never finds it half written.
  public func write(_ text: String, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file, options: .atomic)
  }

  /// Replaces a text where it stands first in a file.
  ///
  /// - Throws: where the file cannot be read or written, or does not have the text.
  public func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try text(path)
    guard text.contains(old) else { throw MissingText(file: path, text: old) }
    try write(text.replacing(old, with: new, maxReplacements: 1), to: path)
  }

  private struct MissingText: Error {
    let file: String
    let text: String
  }

  /// Reads a file as text.
  public func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: path)), as: UTF8.self)
  }

  /// The files below a folder of it, as sorted relative paths, hidden ones included.
  public func files(below folder: String = "") -> [String] {
    let root = folder.isEmpty ? url : url.appending(path: folder)
    let all = FileManager.default.enumerator(atPath: root.path(percentEncoded: false))
    var files: [String] = []
    while let file = all?.nextObject() as? String {
      if all?.fileAttributes?[.type] as? FileAttributeType != .typeDirectory { files.append(file) }
    }
    return files.sorted()
  }
}
