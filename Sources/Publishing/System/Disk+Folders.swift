#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// One name in a folder.
struct FolderItem: Hashable, Sendable {
  /// The name; nil where its bytes are not UTF-8.
  let name: String?
  /// What it stands for.
  let kind: FileKind
}

extension Disk {
  /// What is in a folder, in no order; nil where there is no such folder.
  func items(in folder: String) throws(PublishingError) -> [FolderItem]? {
    guard let names = try optional(.list, folder, { () throws(ErrorCode) in try Self.entries(in: folder) })
    else { return nil }
    var items: [FolderItem] = []
    for (name, kind) in names {
      var kind = kind
      // Some file systems do not say what a name stands for.
      if kind == nil, let name { kind = try status(of: folder + "/" + name)?.kind }
      items.append(FolderItem(name: name, kind: kind ?? .other))
    }
    return items
  }

  /// Makes a folder that nobody else can read, with other letters for those that end its path (`mkdtemp` in
  /// POSIX.1-2017).
  ///
  /// - Parameter pattern: a path that ends with six times `X`.
  func makeTemporaryFolder(_ pattern: String) throws(PublishingError) -> String {
    try perform(.makeFolder, pattern) { () throws(ErrorCode) in
      var path = Array(pattern.utf8CString)
      guard mkdtemp(&path) != nil else { throw .last }
      return String(decoding: path.dropLast().lazy.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }

  /// Makes a folder and those above it that are missing.
  func makeFolders(_ path: String) throws(PublishingError) {
    do {
      try makeFolder(path)
    } catch let error where error.code == .notFound && path.parent != path {
      try makeFolders(path.parent)
      try makeFolder(path)
    }
  }

  /// Gives a folder the group and the permissions of another; nothing happens where it is not there.
  func give(_ folder: String, ownershipOf other: FileStatus) throws(PublishingError) {
    guard let status = try status(of: folder) else { return }
    if status.group != other.group { try setGroup(other.group, of: folder) }
    // A change of the group may take bits away.
    if status.group != other.group || status.permissions != other.permissions {
      try setPermissions(other.permissions, of: folder)
    }
  }

  /// Removes a folder with all that is in it. Links in it are removed, and not followed.
  func removeTree(_ root: String) throws(PublishingError) {
    var open = [root]
    while let folder = open.last {
      var isLeaf = true
      for item in try items(in: folder) ?? [] {
        guard let name = item.name else { continue }
        let path = folder + "/" + name
        if item.kind == .folder {
          open.append(path)
          isLeaf = false
        } else {
          try remove(path)
        }
      }
      guard isLeaf else { continue }
      guard try removeFolder(folder) else { throw .system(.removeFolder, path: folder, .notEmpty) }
      open.removeLast()
    }
  }

  private static func entries(in folder: String) throws(ErrorCode) -> [(name: String?, kind: FileKind?)] {
    guard let stream = opendir(folder) else { throw .last }
    defer { closedir(stream) }
    var entries: [(String?, FileKind?)] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        String(validatingCString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      if name != ".", name != ".." { entries.append((name, kind(ofType: Int32(entry.pointee.d_type)))) }
      errno = 0
    }
    if errno != 0 { throw .last }
    return entries
  }

  private static func kind(ofType type: Int32) -> FileKind? {
    switch type {
    case Int32(DT_REG): .file
    case Int32(DT_DIR): .folder
    case Int32(DT_LNK): .symbolicLink
    case Int32(DT_UNKNOWN): nil
    default: .other
    }
  }
}

extension String {
  /// The path of the folder that an absolute or relative path is in.
  var parent: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  /// The last name of a path.
  var lastName: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return self }
    return String(self[utf8.index(after: slash)...])
  }
}
