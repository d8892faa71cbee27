import SiteFiles

/// The files of a site and the folders that they need.
struct SiteTree: Sendable {
  /// Which unit each file belongs to.
  private(set) var files: [String: SiteUnit] = [:]
  /// For each folder, one of the files that need it.
  private var folders: [String: RelativePath] = [:]

  /// A tree without files.
  init() {}

  /// The files of a manifest.
  init(_ manifest: Manifest) throws(PublishingError) {
    for (unit, files) in manifest.units {
      for path in files.keys { try add(path, of: unit) }
    }
  }

  /// Whether a folder is there.
  func hasFolder(_ path: String) -> Bool { folders[path] != nil }

  /// Whether one of the folders that a path is in has the name of a file.
  func hasFile(above path: String) -> Bool {
    var rest = path[...]
    while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
      rest = rest[..<slash]
      if files[String(rest)] != nil { return true }
    }
    return false
  }

  /// Adds a file of a unit, and the folders that it needs.
  ///
  /// - Throws: `collision` where another file is in its place or it would be in another's; `reserved` where
  ///   the name is one that Waybook keeps for itself.
  mutating func add(_ path: RelativePath, of unit: SiteUnit) throws(PublishingError) {
    guard path != Manifest.path, path.names[0] != Workspace.nameInside else { throw .reserved(path, unit) }
    if let other = files[path.text] { throw .collision(path, other, path, unit) }
    if let below = folders[path.text], let other = files[below.text] {
      throw .collision(path, unit, below, other)
    }
    files[path.text] = unit
    var folder = path.folder
    while let current = folder, folders[current.text] == nil {
      if let other = files[current.text] { throw .collision(current, other, path, unit) }
      folders[current.text] = path
      folder = current.folder
    }
  }
}
