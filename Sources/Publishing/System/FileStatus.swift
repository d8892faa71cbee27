#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What a name on the disk stands for.
enum FileKind: Hashable, Sendable {
  case file, folder, symbolicLink, other
}

/// What the disk knows about a file or folder.
struct FileStatus: Hashable, Sendable {
  /// What it is; links are not followed.
  let kind: FileKind
  /// The number of the file on its device: two names with one number are hard links.
  let inode: UInt64
  /// The device that it is on.
  let device: UInt64
  /// The length in bytes.
  let size: Int64
  /// The permission bits, with those that pass a folder's group on.
  let permissions: UInt32
  /// The number of the group that it belongs to.
  let group: UInt32
  /// When it was last written to: seconds and nanoseconds.
  let modified: Time

  /// Whether it is a folder whose group everything gets that is made in it (`S_ISGID`).
  var passesGroupOn: Bool { kind == .folder && permissions & 0o2000 != 0 }

  /// A time as the disk keeps it.
  struct Time: Hashable, Sendable {
    let seconds: Int
    let nanoseconds: Int
  }

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      default: .other
      }
    inode = UInt64(status.st_ino)
    device = UInt64(truncatingIfNeeded: status.st_dev)
    size = Int64(status.st_size)
    permissions = UInt32(status.st_mode & 0o7777)
    group = UInt32(status.st_gid)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    modified = Time(seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec))
  }
}
