public import SiteFiles

/// Why a site could not be written. None of them leaves less than a whole site.
public enum PublishingError: Error, Hashable, Sendable {
  /// The operating system refused to do something with a path.
  case system(DiskCall, path: String, ErrorCode)
  /// The output is there, and is no folder.
  case notAFolder(path: String)
  /// The output folder has files, and no manifest says that Waybook made them.
  case foreignFolder(path: String)
  /// The manifest of the site cannot be understood.
  case manifest(path: String, Manifest.Problem)
  /// Another run is writing the same site.
  case locked(site: String, lock: String, holder: String?)
  /// Two files of the new site want the same place, or one is where the other needs a folder.
  case collision(RelativePath, SiteUnit, RelativePath, SiteUnit)
  /// A unit has a file that Waybook keeps for itself.
  case reserved(RelativePath, SiteUnit)
  /// Something in the site that Waybook did not make is where a file of the new site has to go.
  case inTheWay(path: String)
}

extension PublishingError: CustomStringConvertible {
  /// A sentence that names the path.
  public var description: String {
    switch self {
    case .system(let call, let path, let code): "Cannot \(call.rawValue) '\(path)': \(code)"
    case .notAFolder(let path): "'\(path)' is not a folder; choose another output folder"
    case .foreignFolder(let path):
      """
      '\(path)' has files that Waybook did not make (there is no \(Manifest.path) in it); choose another \
      output folder, or empty this one
      """
    case .manifest(let path, let problem):
      "Cannot tell what Waybook made from '\(path)': \(problem); choose another output folder, or empty this one"
    case .locked(let site, let lock, let holder):
      "'\(site)' is being written by \(holder ?? "another process"), which holds the lock '\(lock)'"
    case .collision(let first, let firstUnit, let second, let secondUnit):
      first == second
        ? "'\(first)' is in \(firstUnit) and again in \(secondUnit)"
        : "'\(first)' in \(firstUnit) is a file, and '\(second)' in \(secondUnit) needs a folder of that name"
    case .reserved(let path, let unit): "'\(path)' in \(unit) is a name that Waybook keeps for itself"
    case .inTheWay(let path):
      "'\(path)' was not made by Waybook and is where a file of the site has to go; move it away"
    }
  }

  /// The system's code, where the system refused.
  var code: ErrorCode? {
    guard case .system(_, _, let code) = self else { return nil }
    return code
  }
}
