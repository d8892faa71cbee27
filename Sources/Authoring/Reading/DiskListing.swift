import Foundation

/// Lists the files below a folder on disk; links are followed, each folder once.
///
/// A folder in it that Waybook made, a site or the releases of one, is no input: a hidden file in it says so.
struct DiskListing {
  /// What the name of that file begins with.
  private static let ownMark = ".waybook-"

  private(set) var files: [String] = []
  private(set) var deadLinks: [String] = []
  private var visited: Set<String> = []

  /// Lists a folder.
  ///
  /// - Throws: `InputError` where it, or a folder in it, cannot be listed.
  init(below path: String) throws(InputError) {
    guard InputFolder.exists(path) else { throw InputError(path: path, reason: "There is no such folder") }
    try add(path, prefix: "")
    files.sort()
    deadLinks.sort()
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
    if !prefix.isEmpty, names.contains(where: { $0.hasPrefix(Self.ownMark) }) { return }
    for name in names where !name.hasPrefix(".") {
      if InputFolder.exists("\(path)/\(name)") {
        try add("\(path)/\(name)", prefix: prefix + name + "/")
      } else {
        files.append(prefix + name)
        if !FileManager.default.fileExists(atPath: "\(path)/\(name)") { deadLinks.append(prefix + name) }
      }
    }
  }
}
