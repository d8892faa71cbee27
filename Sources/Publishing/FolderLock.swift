/// The right to write one site, held until the value goes or the process ends, however it ends.
struct FolderLock: ~Copyable {
  private let file: OpenFile

  /// Takes the lock of a workspace, whose folder is made where it is missing, and writes into it who holds it.
  ///
  /// - Throws: `locked` where another process, or another writer in this one, holds it.
  init(_ workspace: Workspace, of site: String, on disk: Disk) throws(PublishingError) {
    try self.init(file: workspace.lock, of: site, holder: "process \(CurrentProcess.id)", on: disk)
  }

  /// Takes a lock by its file, whose folder is made where it is missing.
  ///
  /// - Parameters:
  ///   - holder: what the file says from now on.
  ///   - isHeldElsewhere: whether what the file says means that somebody on another computer holds it.
  init(
    file path: String, of site: String, holder: String, on disk: Disk,
    isHeldElsewhere: (String) -> Bool = { _ in false }
  ) throws(PublishingError) {
    while true {
      try disk.makeFolder(path.parent)
      do throws(PublishingError) {
        let file = try disk.perform(.lock, path) { () throws(ErrorCode) in
          let file = try OpenFile.shared(path)
          try file.lock()
          return file
        }
        // The last holder may have removed the file after it was opened here and before it was locked.
        let inode = try disk.perform(.lock, path) { () throws(ErrorCode) in try file.status().inode }
        guard try disk.status(of: path)?.inode == inode else { continue }
        if let other = try Self.holder(path, on: disk), isHeldElsewhere(other) {
          throw PublishingError.locked(site: site, lock: path, holder: other)
        }
        try disk.perform(.write, path) { () throws(ErrorCode) in
          try file.empty()
          try file.write(Array(holder.utf8))
        }
        self.file = file
        return
      } catch let error where error.code == .wouldBlock {
        throw .locked(site: site, lock: path, holder: try Self.holder(path, on: disk))
      } catch let error where error.code == .notFound {
        continue  // The last holder has just removed the folder.
      }
    }
  }

  deinit { file.unlock() }

  private static func holder(_ path: String, on disk: Disk) throws(PublishingError) -> String? {
    guard let text = try disk.contents(of: path), !text.isEmpty else { return nil }
    return String(decoding: text, as: UTF8.self)
  }
}
