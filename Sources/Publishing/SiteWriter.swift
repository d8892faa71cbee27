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
      // What is made in it gets the group from it, where the site's folder passes its own on.
      if let site = try disk.status(of: output), site.passesGroupOn {
        try? disk.give(workspace.staging, ownershipOf: site)
      }
      return (interruptedRun, previous)
    } catch {
      // Of two errors the first is the one to tell.
      do { try workspace.leave(on: disk) } catch _ {}
      throw error
    }
  }

  /// What has been put aside so far.
  struct State: Sendable {
    /// The units that were written or kept, or are being so.
    var begun: Set<SiteUnit> = []
    /// Those of them that have not come to their end, and never will if there was an error.
    var incomplete: Set<SiteUnit> = []
    var tree = SiteTree()
    var folders: Set<String> = []
    var manifest = Manifest()
    var written = 0
    var missing: [RelativePath] = []
    var isOver = false
  }
}
