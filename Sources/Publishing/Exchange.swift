import SiteFiles

/// Puts the staged site in the place of the old one in one step.
struct Exchange {
  let workspace: Workspace
  let site: String
  let disk: Disk

  /// Carries the user's own files over, exchanges the folders, and removes the old one.
  ///
  /// - Parameters:
  ///   - survey: what is in the site; nil where there is no site yet.
  ///   - made: what Waybook made of it.
  /// - Returns: nil when it is done; where it cannot be done here, the reason, and nothing has changed.
  func run(_ survey: Survey?, made: SiteTree) throws(PublishingError) -> String? {
    if let survey, let reason = try carryOver(survey) { return reason }
    guard let staged = try disk.status(of: workspace.staging) else {
      throw .system(.exchange, path: workspace.staging, .notFound)
    }
    try Journal.exchange(staged.inode).begin(in: workspace, on: disk)
    guard survey != nil else {
      try disk.move(workspace.staging, to: site)
      return nil
    }
    do {
      try disk.exchange(workspace.staging, with: site)
    } catch {
      guard let code = error.code, Self.refusals.contains(code) else { throw error }
      return code.description
    }
    try removeOldSite(made: made)
    return nil
  }

  /// Removes the old site after an exchange. What the user put into it since its survey goes to the new one.
  func removeOldSite(made: SiteTree) throws(PublishingError) {
    let old = workspace.staging
    guard try disk.status(of: old) != nil else { return }
    let survey = try Survey(of: old, made: made, on: disk)
    for path in survey.foreignFiles { try returnToUser(path) }
    for path in survey.own { try disk.remove(old + "/" + path) }
    for folder in survey.folders.keys.sorted().reversed() where !folder.isEmpty {
      guard try disk.removeFolder(old + "/" + folder) else { throw .inTheWay(path: old + "/" + folder) }
    }
    // Last, since it is what tells ours from the user's if this is interrupted.
    try disk.remove(old + "/" + Manifest.path.text)
    try disk.removeFolder(old)
  }

  /// A file of the user in the old site is a second name of one in the new; if not, it came after the survey.
  private func returnToUser(_ path: String) throws(PublishingError) {
    let (old, new) = (workspace.staging + "/" + path, site + "/" + path)
    guard let carried = try disk.status(of: new) else {
      try disk.makeFolders(new.parent)
      return try disk.move(old, to: new)
    }
    guard try disk.status(of: old)?.inode == carried.inode else { throw .inTheWay(path: old) }
    try disk.remove(old)
  }

  /// Links the user's files into the staged site and gives its folders the groups and permissions of the old ones.
  ///
  /// - Returns: why that cannot be done, or nil.
  private func carryOver(_ survey: Survey) throws(PublishingError) -> String? {
    if let obscure = survey.obscure { return "'\(obscure.folder)': \(obscure.reason)" }
    // A user's file can also be all that is left in a folder of a team that has gone.
    let folders = survey.foreignFolders + survey.foreignFiles.map(\.parent).filter { $0 != "." }
    for folder in Set(folders).sorted() { try disk.makeFolders(workspace.staging + "/" + folder) }
    for (folder, status) in survey.folders.sorted(by: { $0.key < $1.key }) {
      do {
        try disk.give(workspace.staging + "/" + folder, ownershipOf: status)
      } catch {
        guard let code = error.code, Self.refusals.contains(code) else { throw error }
        return "'\(folder)' cannot keep its group: \(code)"
      }
    }
    for path in survey.foreignFiles {
      do {
        try disk.link(site + "/" + path, to: workspace.staging + "/" + path)
      } catch {
        guard let code = error.code, Self.refusals.contains(code) else { throw error }
        return "'\(path)' cannot be linked: \(code)"
      }
    }
    return nil
  }

  /// The codes with which a file system says that it cannot do this, not that something went wrong.
  private static let refusals: Set<ErrorCode> = [
    .invalid, .otherDevice, .busy, .noSuchCall, .notSupported, .notPermitted, .tooManyLinks,
  ]
}
