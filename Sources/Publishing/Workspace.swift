/// The folder that holds everything which is not yet, or no longer, the site: lock, journal, staging.
///
/// It is `.<output>.waybook` beside the output, on the same file system, so that the two can be exchanged.
/// Where that cannot be, because the output is a mount point or nothing can be made beside it, it is a folder
/// in the output itself, and files are moved one by one.
struct Workspace: Hashable, Sendable {
  /// The name of a workspace inside the output.
  static let nameInside = ".waybook"

  /// The folder's path.
  let path: String
  /// Why it is inside the output; nil where it is beside it.
  let reasonInside: String?

  /// The file that the running process holds locked.
  var lock: String { path + "/lock" }
  /// What has begun; see `Journal`.
  var journal: String { path + "/journal" }
  /// The next site while it is put together, and after an exchange the old one.
  var staging: String { path + "/staging" }

  /// Chooses the place for an output folder, which may not be there yet, and makes the folder.
  init(for output: String, on disk: Disk) throws(PublishingError) {
    let beside =
      output.parent == "/" ? "/.\(output.lastName).waybook" : "\(output.parent)/.\(output.lastName).waybook"
    let inside = output + "/" + Self.nameInside
    guard let status = try disk.status(of: output) else {
      try disk.makeFolder(beside)
      self.init(path: beside, reasonInside: nil)
      return
    }
    if let reason = try Self.obstacle(to: beside, of: output, status, on: disk) {
      try disk.makeFolder(inside)
      self.init(path: inside, reasonInside: reason)
    } else if try disk.status(of: inside) != nil {
      // A run that was interrupted there has to be finished there.
      self.init(path: inside, reasonInside: "an earlier run was interrupted in '\(inside)'")
    } else {
      self.init(path: beside, reasonInside: nil)
    }
  }

  /// Removes what was staged and the journal, in this order: a journal without a manifest in the staging folder
  /// says that all is done, and staged files without a journal that nothing had begun.
  func sweep(on disk: Disk) throws(PublishingError) {
    try disk.removeTree(staging)
    try Journal.end(in: self, on: disk)
  }

  /// Removes the lock, and the folder unless there is still something to be done in it. To be called by the one
  /// that holds the lock.
  func leave(on disk: Disk) throws(PublishingError) {
    try disk.remove(lock)
    try disk.removeFolder(path)
  }

  private init(path: String, reasonInside: String?) {
    self.path = path
    self.reasonInside = reasonInside
  }

  /// Makes the folder beside the output, or tells why it is of no use.
  private static func obstacle(
    to beside: String, of output: String, _ status: FileStatus, on disk: Disk
  ) throws(PublishingError) -> String? {
    do {
      try disk.makeFolder(beside)
    } catch let error where error.code == .noAccess || error.code == .notPermitted || error.code == .readOnly
    {
      return "nothing can be made beside it"
    }
    let besideStatus = try disk.status(of: beside)
    guard besideStatus?.device == status.device, try disk.canRename(from: beside, to: output) else {
      try disk.removeFolder(beside)
      return "it is a mount point"
    }
    return nil
  }
}

extension Disk {
  /// Whether files can be renamed from one folder to another, which two mounts of one disk also forbid.
  ///
  /// It asks to rename a file that is not there: the mounts are compared before the file is looked for.
  fileprivate func canRename(from folder: String, to other: String) throws(PublishingError) -> Bool {
    do {
      try move(folder + "/.waybook-probe", to: other + "/.waybook-probe")
    } catch let error where error.code == .otherDevice {
      return false
    } catch let error where error.code == .notFound {
      return true
    }
    return true
  }
}
