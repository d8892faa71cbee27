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
  /// Those of the files that are links to nothing: each may have been meant as a file or as a folder.
  let deadLinks: [String]
  private let contents: @Sendable (String) -> Contents

  enum Contents {
    case bytes([UInt8])
    case tooLarge(Int)
    /// It is none that can be read; the clause says why.
    case unreadable(String)
  }

  /// A folder on disk, listed now, read when asked.
  ///
  /// - Throws: `InputError` where it cannot be listed.
  public static func disk(_ path: String) throws(InputError) -> InputFolder {
    let listing = try DiskListing(below: path)
    return .disk(path, files: listing.files, deadLinks: listing.deadLinks)
  }

  /// Certain files of a folder on disk, read when asked.
  ///
  /// - Parameter deadLinks: those of them that are links to nothing.
  public static func disk(_ path: String, files: [String], deadLinks: [String] = []) -> InputFolder {
    InputFolder(path: path, files: files, deadLinks: deadLinks) { file in
      DiskFile.contents(of: path.isEmpty || file.hasPrefix("/") ? file : "\(path)/\(file)")
    }
  }

  /// Files that a person named one by one.
  ///
  /// - Throws: `InputError` where one is not there.
  public static func named(_ files: [String]) throws(InputError) -> InputFolder {
    for file in files {
      if InputFolder.exists(file) { throw InputError(path: file, reason: "It is a folder") }
      guard FileManager.default.fileExists(atPath: file) else {
        throw InputError(path: file, reason: "There is no such file")
      }
    }
    return .disk("", files: files)
  }

  /// A folder in memory.
  ///
  /// - Parameter files: the texts by relative path.
  public static func memory(_ files: [String: String], path: String = "") -> InputFolder {
    InputFolder(path: path, files: files.keys.sorted(), deadLinks: []) { file in
      guard let text = files[file] else { return .unreadable("there is no such file") }
      return text.utf8.count > largestFile ? .tooLarge(text.utf8.count) : .bytes(Array(text.utf8))
    }
  }

  /// Whether there is a folder on disk at a path; a link to one is one.
  public static func exists(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }

  /// Whether anything is on disk at a path, be it a link to nothing.
  public static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// The path of a file as shown to the user.
  public func shownPath(of file: String) -> String { path.isEmpty || path == "." ? file : "\(path)/\(file)" }

  /// Reads a file as text; nil, with a diagnostic, where it cannot be read, is too large or no text.
  public func source(_ file: String, diagnostics: inout [Diagnostic]) -> SourceFile? {
    guard let bytes = bytes(file, diagnostics: &diagnostics) else { return nil }
    do {
      return try SourceFile(path: shownPath(of: file), bytes: bytes)
    } catch {
      diagnostics.append(error)
      return nil
    }
  }

  /// Reads a file as it is; nil, with a diagnostic, where it cannot be read or is too large.
  public func bytes(_ file: String, diagnostics: inout [Diagnostic]) -> [UInt8]? {
    switch contents(file) {
    case .bytes(let bytes): return bytes
    case .tooLarge(let size):
      diagnostics.append(.fileTooLarge(shownPath(of: file), size: size, limit: Self.largestFile))
    case .unreadable(let reason):
      diagnostics.append(.fileUnreadable(shownPath(of: file), because: reason))
    }
    return nil
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

/// A failure to get at the input, such as a folder that is not there: not a mistake in it.
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
