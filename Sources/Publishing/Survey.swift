import SiteFiles

/// What is in a site's folder, and what of it Waybook did not make.
struct Survey {
  /// The files of the manifest that are there.
  private(set) var own: Set<String> = []
  /// The files, links and so on that are not in the manifest.
  private(set) var foreignFiles: [String] = []
  /// The folders that no file of the manifest needs.
  private(set) var foreignFolders: [String] = []
  /// All folders that are there.
  private(set) var folders: [String: FileStatus] = [:]
  /// A folder that cannot be carried over into another site, with the reason.
  private(set) var obscure: (folder: String, reason: String)?

  /// Looks through a site. Links are not followed.
  ///
  /// - Parameters:
  ///   - site: the site's folder.
  ///   - made: what its manifest says that Waybook made.
  init(of site: String, made: SiteTree, on disk: Disk) throws(PublishingError) {
    let device = try disk.status(of: site)?.device
    var open = [""]
    while let folder = open.popLast() {
      guard let items = try look(into: folder, of: site, device, made, on: disk) else { continue }
      for item in items {
        guard let name = item.name else {
          obscure = (folder, "a name in it is not UTF-8")
          continue
        }
        let path = folder.isEmpty ? name : folder + "/" + name
        if path == Manifest.path.text || path == Workspace.nameInside { continue }
        if item.kind == .folder {
          open.append(path)
          if !made.hasFolder(path) { foreignFolders.append(path) }
        } else if item.kind == .file, made.files[path] != nil {
          own.insert(path)
        } else {
          foreignFiles.append(path)
        }
      }
    }
  }

  /// What is in the site, is not ours, and is where a tree needs a file or folder of its own.
  func obstacles(to tree: SiteTree) -> [String] {
    foreignFiles.filter { tree.files[$0] != nil || tree.hasFolder($0) || tree.hasFile(above: $0) }
      + foreignFolders.filter { tree.files[$0] != nil || tree.hasFile(above: $0) }
  }

  private mutating func look(
    into folder: String, of site: String, _ device: UInt64?, _ made: SiteTree, on disk: Disk
  ) throws(PublishingError) -> [FolderItem]? {
    let path = folder.isEmpty ? site : site + "/" + folder
    do {
      guard let status = try disk.status(of: path) else { return nil }
      folders[folder] = status
      if status.permissions & 0o700 != 0o700 { obscure = (folder, "it is protected against its owner") }
      if status.device != device {
        obscure = (folder, "it is a mount point")
        return nil
      }
      return try disk.items(in: path)
    } catch let error where !folder.isEmpty && !made.hasFolder(folder) && error.code == .noAccess {
      obscure = (folder, "it cannot be looked into")
      return nil
    }
  }
}
