/// The right to write one site, held until the value goes or the process ends, however it ends.
struct FolderLock: ~Copyable {
  private let file: OpenFile

  /// Takes the lock of a workspace, whose folder is made where it is missing, and writes into it who holds it.
  ///
  /// - Throws: `locked` where another process, or another writer in this one, holds it.
  init(_ workspace: Workspace, of site: String, on disk: Disk) throws(PublishingError) {
    while true {
      try disk.makeFolder(workspace.path)
      do {
        let file = try disk.perform(.lock, workspace.lock) { () throws(ErrorCode) in
          let file = try OpenFile.shared(workspace.lock)
          try file.lock()
          return file
        }
        // The last holder may have removed the file after it was opened here and before it was locked.
        let inode = try disk.perform(.lock, workspace.lock) { () throws(ErrorCode) in try file.status().inode
        }
        guard try disk.status(of: workspace.lock)?.inode == inode else { continue }
        try disk.perform(.write, workspace.lock) { () throws(ErrorCode) in
          try file.empty()
          try file.write(Array("process \(CurrentProcess.id)".utf8))
        }
        self.file = file
        return
      } catch let error where error.code == .wouldBlock {
        throw .locked(site: site, lock: workspace.lock, holder: try Self.holder(workspace, on: disk))
      } catch let error where error.code == .notFound {
        continue  // The last holder has just removed the folder.
      }
    }
  }

  deinit { file.unlock() }

  private static func holder(_ workspace: Workspace, on disk: Disk) throws(PublishingError) -> String? {
    guard let text = try disk.contents(of: workspace.lock), !text.isEmpty else { return nil }
    return String(decoding: text, as: UTF8.self)
  }
}
