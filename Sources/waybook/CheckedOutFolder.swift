import Diagnostics
import Foundation

/// Where the working folder stands in the repository that a CI job has checked out. Code hosts look files up from there.
struct CheckedOutFolder {
  /// The repository's folder.
  private let root: String
  /// The working folder.
  private let working: String

  /// That of this process; nil where no CI system says where the repository is: Actions and GitLab CI do.
  static var current: CheckedOutFolder? {
    let environment = ProcessInfo.processInfo.environment
    guard let root = environment["GITHUB_WORKSPACE"] ?? environment["CI_PROJECT_DIR"] else { return nil }
    return CheckedOutFolder(root: root, working: FileManager.default.currentDirectoryPath)
  }

  /// A folder and the one below it in which paths begin.
  init(root: String, working: String) {
    (self.root, self.working) = (Self.real(root), Self.real(working))
  }

  /// A place with its file named from the repository's folder; one that is not in it keeps its name.
  func named(_ location: SourceLocation) -> SourceLocation {
    let path = location.file
    let whole = Self.real(path.hasPrefix("/") ? path : "\(working)/\(path)")
    guard whole.hasPrefix(root + "/") else { return location }
    var location = location
    location.file = String(whole.dropFirst(root.count + 1))
    return location
  }

  /// A path without links, and without a stroke at its end.
  private static func real(_ path: String) -> String {
    let url = URL(filePath: path, directoryHint: .notDirectory)
    return url.resolvingSymlinksInPath().path(percentEncoded: false)
  }
}
