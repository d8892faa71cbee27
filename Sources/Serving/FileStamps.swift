import Foundation

/// What the disk knows about some files without reading them, to tell whether one has changed.
public struct FileStamps: Equatable, Sendable {
  private struct Stamp: Equatable, Sendable {
    let device: UInt64, inode: UInt64
    /// Its size, and when it was written; nothing for a folder, in which editors make hidden files all the time.
    let state: [Int]

    init(_ status: stat, isFolder: Bool) {
      #if canImport(Darwin)
        let times = [status.st_mtimespec, status.st_ctimespec]
      #else
        let times = [status.st_mtim, status.st_ctim]
      #endif
      device = UInt64(truncatingIfNeeded: status.st_dev)
      inode = UInt64(status.st_ino)
      state = isFolder ? [] : [Int(status.st_size)] + times.flatMap { [Int($0.tv_sec), Int($0.tv_nsec)] }
    }
  }

  private var stamps: [String: Stamp] = [:]

  /// Looks at files and at what is below folders, links followed; hidden files are left out, as is what is not there.
  ///
  /// - Parameters:
  ///   - paths: of files and folders, as the user names them.
  ///   - ignored: one of the folders below them that does not matter.
  public init(of paths: [String], except ignored: String? = nil) {
    var visited: Set<[UInt64]> = []
    for path in paths { add(path, except: ignored, &visited) }
  }

  /// Whether a file that had something in it, or was not there, is empty now: most likely it is just being written.
  public func hasEmptied(since earlier: FileStamps) -> Bool {
    stamps.contains { path, stamp in
      stamp.state.first == 0 && earlier.stamps[path]?.state.first != 0
    }
  }

  /// Those of some files.
  ///
  /// - Parameter isWanted: gets a path that begins with one of those named.
  public func only(_ isWanted: (String) -> Bool) -> FileStamps {
    var some = self
    some.stamps = stamps.filter { isWanted($0.key) }
    return some
  }

  private mutating func add(_ path: String, except ignored: String?, _ visited: inout Set<[UInt64]>) {
    var status = stat()
    guard path != ignored, stat(path, &status) == 0 else { return }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    let stamp = Stamp(status, isFolder: isFolder)
    stamps[path] = stamp
    guard isFolder, visited.insert([stamp.device, stamp.inode]).inserted,
      let folder = opendir(path)
    else { return }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { add(path == "." ? name : path + "/" + name, except: ignored, &visited) }
    }
  }
}
