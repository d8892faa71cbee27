public import SiteFiles
import Synchronization

extension SiteWriter {
  /// Puts the files of a unit aside, one after the other as they come.
  ///
  /// A file with the same bytes as the one in the site becomes a second name of that file, and so keeps its
  /// times.
  ///
  /// - Throws: `collision` where a file is in the place of another, of this unit or another one; `reserved`
  ///   for a name that Waybook keeps for itself; or what the system refused.
  public func write(_ unit: SiteUnit, files: some Sequence<SiteFile>) throws(PublishingError) {
    begin(unit)
    var listing = Manifest.Files()
    var written = 0
    for file in files {
      let fingerprint = Fingerprint(of: file.bytes)
      let staged = try claim(file.path, of: unit)
      let old = output + "/" + file.path.text
      if previousFiles[file.path] == fingerprint, try disk.holds(old, file.bytes) {
        try disk.linkOrCopy(old, to: staged)
      } else {
        try disk.write(file.bytes, to: staged)
        written += 1
      }
      listing[file.path] = fingerprint
    }
    complete(unit, listing, written: written)
  }

  /// Keeps the files that a team has in the site, if it has any, because its build failed, which the manifest says
  /// until a build succeeds.
  public func fail(_ team: String) throws(PublishingError) {
    try keep(.team(team))
    state.withLock { _ = $0.manifest.failed.insert(team) }
  }

  /// Keeps the files that a unit has in the site, because it was not built.
  ///
  /// - Returns: whether the site has such a unit.
  @discardableResult
  public func keep(_ unit: SiteUnit) throws(PublishingError) -> Bool {
    begin(unit)
    var kept = previous.units[unit]
    var missing: [RelativePath] = []
    for path in (kept ?? [:]).keys.sorted() {
      let old = output + "/" + path.text
      if try disk.status(of: old)?.kind == .file {
        try disk.linkOrCopy(old, to: claim(path, of: unit))
      } else {
        kept?[path] = nil
        missing.append(path)
      }
    }
    complete(unit, kept, missing: missing)
    return kept != nil
  }

  private func begin(_ unit: SiteUnit) {
    state.withLock {
      precondition(!$0.isOver, "The site has been finished or abandoned")
      precondition($0.begun.insert(unit).inserted, "\(unit) was written or kept before")
      $0.incomplete.insert(unit)
    }
  }

  private func complete(
    _ unit: SiteUnit, _ files: Manifest.Files?, written: Int = 0, missing: [RelativePath] = []
  ) {
    state.withLock {
      $0.manifest.units[unit] = files
      $0.written += written
      $0.missing += missing
      $0.incomplete.remove(unit)
    }
  }

  /// Takes a place in the new site for a file, and makes the folders that it needs.
  ///
  /// - Returns: the path to write to.
  private func claim(_ path: RelativePath, of unit: SiteUnit) throws(PublishingError) -> String {
    let staged = workspace.staging + "/" + path.text
    let isNewFolder = try state.withLock { (state) throws(PublishingError) in
      try state.tree.add(path, of: unit)
      return !state.folders.contains(staged.parent)
    }
    if isNewFolder {
      try disk.makeFolders(staged.parent)
      // Only now, so that no other thread takes it for made.
      state.withLock { _ = $0.folders.insert(staged.parent) }
    }
    return staged
  }
}
