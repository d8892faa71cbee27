public import SiteFiles
import Synchronization

/// Writes one site, aside, unit by unit, and then puts it in the place of the old one.
///
///     let writer = try SiteWriter(output: "site")
///     try writer.write(.team("payments"), files: pages)
///     let publication = try writer.finish()
///
/// Until `finish` the old site is untouched, and the process may end at any moment without a trace in it.
/// Several threads may write units at the same time.
public final class SiteWriter: Sendable {
  /// The real path of the site's folder.
  public let output: String
  /// What the site has now.
  public let previous: Manifest
  /// What became of the last run if it was killed; nil where it had ended well.
  public let interruptedRun: InterruptedRun?

  let disk: Disk
  let workspace: Workspace
  let previousFiles: [RelativePath: Fingerprint]
  let state = Mutex(State())
  private let lock: FolderLock

  /// Opens an output folder, which is made by `finish` where it is missing.
  ///
  /// Links in its path are followed. What a killed run has left is finished or undone. The site is locked until
  /// `finish` or `abandon`, or until the writer goes.
  ///
  /// - Throws: `foreignFolder`, `locked`, `notAFolder`, `manifest`, or what the system refused.
  public convenience init(output path: String) throws(PublishingError) {
    try self.init(output: path, disk: Disk())
  }

  init(output path: String, disk: Disk) throws(PublishingError) {
    output = try OutputFolder.resolved(path, on: disk)
    workspace = try Workspace(for: output, on: disk)
    self.disk = disk
    lock = try FolderLock(workspace, of: output, on: disk)
    (interruptedRun, previous) = try Self.prepare(workspace, for: output, on: disk)
    var files = Manifest.Files()
    for (path, fingerprint) in previous.files { files[path] = fingerprint }
    previousFiles = files
  }
}

extension SiteWriter {
  /// Brings the site to order, reads what it has, and makes room for the next.
  private static func prepare(
    _ workspace: Workspace, for output: String, on disk: Disk
  ) throws(PublishingError) -> (InterruptedRun?, Manifest) {
    do {
      let interruptedRun = try Recovery(workspace: workspace, site: output, disk: disk).run()
      let previous = try OutputFolder.manifest(of: output, on: disk)
      try disk.makeFolder(workspace.staging)
      return (interruptedRun, previous)
    } catch {
      // Of two errors the first is the one to tell.
      do { try workspace.leave(on: disk) } catch _ {}
      throw error
    }
  }

  /// What has been put aside so far.
  struct State: Sendable {
    var begun: Set<SiteUnit> = []
    var tree = SiteTree()
    var folders: Set<String> = []
    var manifest = Manifest()
    var written = 0
    var missing: [RelativePath] = []
    var isOver = false
  }

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
    state.withLock { [listing, written] in
      $0.manifest.units[unit] = listing
      $0.written += written
    }
  }

  /// Keeps the files that a unit has in the site, because it was not built, or failed.
  ///
  /// - Returns: whether the site has such a unit.
  @discardableResult
  public func keep(_ unit: SiteUnit) throws(PublishingError) -> Bool {
    begin(unit)
    guard let files = previous.units[unit] else { return false }
    var kept = files
    for path in files.keys.sorted() {
      let old = output + "/" + path.text
      if try disk.status(of: old)?.kind == .file {
        try disk.linkOrCopy(old, to: claim(path, of: unit))
      } else {
        kept[path] = nil
      }
    }
    state.withLock { [kept] in
      $0.manifest.units[unit] = kept
      $0.missing += files.keys.filter { kept[$0] == nil }.sorted()
    }
    return true
  }

  private func begin(_ unit: SiteUnit) {
    state.withLock {
      precondition(!$0.isOver, "The site has been finished or abandoned")
      precondition($0.begun.insert(unit).inserted, "\(unit) was written or kept before")
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
