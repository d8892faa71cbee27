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
  /// The target of a publication has something in it, and no marker says that Waybook keeps releases there.
  case foreignTarget(String)
  /// Another run is publishing to the same target, or was killed while it did.
  case targetLocked(String, holder: String)
  /// A program that publishing needs is not installed.
  case toolMissing(String)
  /// Such a program failed, and said why.
  case tool(String, target: String, said: String)
  /// A file of the site was changed while it was being published.
  case changedMeanwhile(path: String)
  /// What has arrived in a target is not what the site has.
  case unverified(target: String, [String])
}

extension PublishingError: CustomStringConvertible {
  /// A sentence that names the path.
  public var description: String {
    switch self {
    case .system(let call, let path, .noSpace):
      "Cannot \(call.rawValue) '\(path)': \(ErrorCode.noSpace); make room there, and do it again"
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
    case .foreignTarget(let target):
      """
      '\(target)' is no empty folder, and none that Waybook keeps releases in (there is no \(TargetLayout.marker) in \
      it); choose another target
      """
    case .targetLocked(let target, let holder):
      """
      '\(target)' is locked by \(holder); wait until it is done, or, if it was killed, give --break-lock
      """
    case .toolMissing(let tool): "There is no '\(tool)' on this computer; install it, and publish again"
    case .tool(let tool, let target, let said):
      """
      \(tool) failed for '\(target)': \(said.isEmpty ? "it did not say why" : said). Readers see a whole release; \
      once it is mended, publish again, which goes on where this has stopped
      """
    case .changedMeanwhile(let path):
      "'\(path)' was changed while it was being published; wait until the site is built, and publish it again"
    case .unverified(let target, let paths):
      """
      What has arrived in '\(target)' is not what the site has, and was removed again; publish once more \
      (\(paths.prefix(3).map { "'\($0)'" }.joined(separator: ", "))\(paths.count > 3 ? ", ..." : ""))
      """
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
