import SiteFiles

/// The folder that a site is in: its real path, and whether Waybook made what is there.
enum OutputFolder {
  /// The real path of an output folder that may not be there yet: links are followed, and the folders above it
  /// made.
  static func resolved(_ path: String, on disk: Disk) throws(PublishingError) -> String {
    var path = path
    for _ in 0..<linkLimit {
      if let found = try real(path, on: disk) { return found }
      while path.count > 1, path.hasSuffix("/") { path.removeLast() }
      let end = try followed(path, on: disk)
      if end != path {
        path = end
        continue
      }
      try disk.makeFolders(path.parent)
      // Now that the folder above it is there, `new/..` stands for something.
      if let found = try real(path, on: disk) { return found }
      guard let parent = try disk.resolved(path.parent), parent != "/" else { return "/" + path.lastName }
      return parent + "/" + path.lastName
    }
    throw .system(.resolve, path: path, .linkCircle)
  }

  /// Where a path leads at whose end nothing may be yet: the links at its end are followed.
  static func followed(_ path: String, on disk: Disk) throws(PublishingError) -> String {
    var path = path
    for _ in 0..<linkLimit {
      guard try disk.status(of: path)?.kind == .symbolicLink else { return path }
      let target = try disk.target(ofLink: path)
      path = target.hasPrefix("/") ? target : path.parent + "/" + target
    }
    throw .system(.resolve, path: path, .linkCircle)
  }

  /// What Waybook made in an output folder.
  ///
  /// - Throws: `foreignFolder` where there is something, and no manifest.
  static func manifest(of output: String, on disk: Disk) throws(PublishingError) -> Manifest {
    if let manifest = try recordedManifest(in: output, on: disk) { return manifest }
    let items = try disk.items(in: output) ?? []
    guard items.allSatisfy({ $0.name == Workspace.nameInside }) else { throw .foreignFolder(path: output) }
    return Manifest()
  }

  /// The manifest in a folder; nil where there is none.
  static func recordedManifest(in folder: String, on disk: Disk) throws(PublishingError) -> Manifest? {
    let path = folder + "/" + Manifest.path.text
    guard let bytes = try disk.contents(of: path) else { return nil }
    do {
      return try Manifest(json: bytes)
    } catch {
      throw .manifest(path: path, error)
    }
  }

  private static func real(_ path: String, on disk: Disk) throws(PublishingError) -> String? {
    guard let real = try disk.resolved(path) else { return nil }
    guard real != "/", try disk.status(of: real)?.kind == .folder else { throw .notAFolder(path: path) }
    return real
  }

  /// As many links as Linux follows in one path.
  private static let linkLimit = 40
}
