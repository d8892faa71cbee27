public import Diagnostics
import Foundation

/// A folder of input files: on disk, or in memory for tests.
public struct InputFolder: Sendable {
  /// The largest file that is read, in bytes.
  public static let largestFile = 8 << 20

  /// The folder's path as shown to the user.
  public let path: String
  /// The files below it as relative paths with `/`, sorted; hidden ones are left out.
  public let files: [String]
  private let contents: @Sendable (String) throws(InputError) -> Contents

  private enum Contents {
    case bytes([UInt8])
    case tooLarge(Int)
  }

  /// A folder on disk, listed now, read when asked.
  ///
  /// - Throws: `InputError` where it cannot be listed.
  public static func disk(_ path: String) throws(InputError) -> InputFolder {
    .disk(path, files: try DiskListing.files(below: path))
  }

  /// Certain files of a folder on disk, read when asked.
  public static func disk(_ path: String, files: [String]) -> InputFolder {
    let root = URL(filePath: path.isEmpty ? "." : path, directoryHint: .isDirectory)
    return InputFolder(path: path, files: files) { file throws(InputError) in
      let url = URL(filePath: file, relativeTo: root)
      do {
        let handle = try FileHandle(forReadingFrom: url)
        defer { try? handle.close() }
        let bytes = try handle.read(upToCount: largestFile + 1) ?? Data()
        guard bytes.count <= largestFile else { return .tooLarge(Int(try handle.seekToEnd())) }
        return .bytes([UInt8](bytes))
      } catch {
        throw InputError(path: url.relativePath, reason: (error as NSError).localizedDescription)
      }
    }
  }

  /// A folder in memory.
  ///
  /// - Parameter files: the texts by relative path.
  public static func memory(_ files: [String: String], path: String = "") -> InputFolder {
    InputFolder(path: path, files: files.keys.sorted()) { file throws(InputError) in
      guard let text = files[file] else { throw InputError(path: file, reason: "There is no such file") }
      return text.utf8.count > largestFile ? .tooLarge(text.utf8.count) : .bytes(Array(text.utf8))
    }
  }

  /// Whether there is a folder on disk at a path; a link to one is one.
  public static func exists(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }

  /// The path of a file as shown to the user.
  public func shownPath(of file: String) -> String { path.isEmpty || path == "." ? file : "\(path)/\(file)" }

  /// Reads a file as text; nil, with a diagnostic, where it is too large or no text.
  ///
  /// - Throws: `InputError` where it cannot be read.
  public func source(_ file: String, diagnostics: inout [Diagnostic]) throws(InputError) -> SourceFile? {
    let shown = shownPath(of: file)
    switch try contents(file) {
    case .tooLarge(let size):
      diagnostics.append(.fileTooLarge(shown, size: size, limit: Self.largestFile))
      return nil
    case .bytes(let bytes):
      do {
        return try SourceFile(path: shown, bytes: bytes)
      } catch {
        diagnostics.append(error)
        return nil
      }
    }
  }

  /// The files directly in a folder with a certain ending, sorted.
  ///
  /// - Parameters:
  ///   - folder: a relative path without a `/` at its end.
  ///   - ending: without the dot.
  func files(in folder: String, ending: String) -> [String] {
    files.filter {
      $0.hasPrefix(folder + "/") && $0.hasSuffix("." + ending)
        && !$0.dropFirst(folder.count + 1).contains("/")
    }
  }
}

/// A failure to read the input: not a mistake in it.
public struct InputError: Error, CustomStringConvertible, Sendable {
  /// The path.
  public let path: String
  /// What the system says.
  public let reason: String

  /// Makes a failure.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// The failure in a sentence.
  public var description: String { "Cannot read '\(path)': \(reason)" }
}

/// Lists the files below a folder on disk; links are followed, each folder once.
private struct DiskListing {
  private var files: [String] = []
  private var visited: Set<String> = []

  static func files(below path: String) throws(InputError) -> [String] {
    guard InputFolder.exists(path) else { throw InputError(path: path, reason: "There is no such folder") }
    var listing = DiskListing()
    try listing.add(path, prefix: "")
    return listing.files.sorted()
  }

  private mutating func add(_ path: String, prefix: String) throws(InputError) {
    let real = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
    guard visited.insert(real).inserted else { return }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw InputError(path: path, reason: (error as NSError).localizedDescription)
    }
    for name in names where !name.hasPrefix(".") {
      if InputFolder.exists("\(path)/\(name)") {
        try add("\(path)/\(name)", prefix: prefix + name + "/")
      } else {
        files.append(prefix + name)
      }
    }
  }
}
