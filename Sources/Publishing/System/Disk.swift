#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

import CExchange

/// The calls to the operating system that Publishing makes, each failing with an error that names the path.
struct Disk: Sendable {
  /// Asked before every call: a code makes the call fail with it. This is where tests put in a full disk, a
  /// refused exchange, or a kill.
  var fault: @Sendable (DiskCall, String) -> ErrorCode? = { _, _ in nil }

  /// What a path stands for, links not followed; nil where there is nothing.
  func status(of path: String) throws(PublishingError) -> FileStatus? {
    try optional(.examine, path) { () throws(ErrorCode) in
      var status = stat()
      _ = try retrying { lstat(path, &status) }
      return FileStatus(status)
    }
  }

  /// The path without links, `.` and `..`; nil where there is nothing.
  func resolved(_ path: String) throws(PublishingError) -> String? {
    try optional(.resolve, path) { () throws(ErrorCode) in
      guard let found = realpath(path, nil) else { throw .last }
      defer { free(found) }
      return String(cString: found)
    }
  }

  /// Where a symbolic link leads, as it is written in it.
  func target(ofLink path: String) throws(PublishingError) -> String {
    try perform(.resolve, path) { () throws(ErrorCode) in
      var bytes = [CChar](repeating: 0, count: 4096)
      let count = try retrying { readlink(path, &bytes, 4096) }
      return String(decoding: bytes[..<count].lazy.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }

  /// Makes a symbolic link, which may lead to something that is not there.
  func makeLink(to target: String, at path: String) throws(PublishingError) {
    try perform(.makeLink, path) { () throws(ErrorCode) in _ = try retrying { symlink(target, path) } }
  }

  /// Makes a folder; false where something of that name is there.
  @discardableResult
  func makeFolder(_ path: String) throws(PublishingError) -> Bool {
    do {
      try perform(.makeFolder, path) { () throws(ErrorCode) in _ = try retrying { mkdir(path, 0o777) } }
      return true
    } catch let error where error.code == .exists {
      return false
    }
  }

  /// Sets the group of a file or folder.
  func setGroup(_ group: UInt32, of path: String) throws(PublishingError) {
    try perform(.setPermissions, path) { () throws(ErrorCode) in
      _ = try retrying { chown(path, uid_t.max, gid_t(group)) }
    }
  }

  /// Sets the permission bits of a file or folder.
  func setPermissions(_ permissions: UInt32, of path: String) throws(PublishingError) {
    try perform(.setPermissions, path) { () throws(ErrorCode) in
      _ = try retrying { chmod(path, mode_t(permissions)) }
    }
  }

  /// Gives a file a second name on the same disk. A symbolic link is linked itself.
  func link(_ path: String, to new: String) throws(PublishingError) {
    try perform(.link, new) { () throws(ErrorCode) in
      _ = try retrying { linkat(AT_FDCWD, path, AT_FDCWD, new, 0) }
    }
  }

  /// Sets when a file was last written to.
  func setModified(_ time: FileStatus.Time, of path: String) throws(PublishingError) {
    try perform(.setTimes, path) { () throws(ErrorCode) in
      let time = timespec(tv_sec: time.seconds, tv_nsec: time.nanoseconds)
      _ = try retrying { utimensat(AT_FDCWD, path, [time, time], AT_SYMLINK_NOFOLLOW) }
    }
  }

  /// Gives a file or folder another name in one step, in place of a file of that name.
  func move(_ path: String, to new: String) throws(PublishingError) {
    try perform(.rename, new) { () throws(ErrorCode) in _ = try retrying { rename(path, new) } }
  }

  /// Exchanges two files or folders in one step.
  func exchange(_ path: String, with other: String) throws(PublishingError) {
    try perform(.exchange, other) { () throws(ErrorCode) in
      _ = try retrying { waybook_exchange(path, other) }
    }
  }

  /// Removes a name of a file; nothing happens where it is gone.
  func remove(_ path: String) throws(PublishingError) {
    try optional(.remove, path) { () throws(ErrorCode) in _ = try retrying { unlink(path) } }
  }

  /// Removes an empty folder; false where it is not empty, and true where it is gone.
  @discardableResult
  func removeFolder(_ path: String) throws(PublishingError) -> Bool {
    do {
      try optional(.removeFolder, path) { () throws(ErrorCode) in _ = try retrying { rmdir(path) } }
      return true
    } catch let error where error.code == .notEmpty || error.code == .exists {
      return false
    }
  }

  /// Waits until all that was written to the file system of a folder is on the disk.
  func sync(_ folder: String) throws(PublishingError) {
    try perform(.sync, folder) { () throws(ErrorCode) in try OpenFile.reading(folder).syncVolume() }
  }

  /// Makes a call, unless a fault is put in its place.
  func perform<Result: ~Copyable>(
    _ call: DiskCall, _ path: String, _ body: () throws(ErrorCode) -> Result
  ) throws(PublishingError) -> Result {
    if let code = fault(call, path) { throw .system(call, path: path, code) }
    do {
      return try body()
    } catch {
      throw .system(call, path: path, error)
    }
  }

  /// Makes a call that gives nil where there is nothing of that name.
  @discardableResult
  func optional<Result>(
    _ call: DiskCall, _ path: String, _ body: () throws(ErrorCode) -> Result
  ) throws(PublishingError) -> Result? {
    do {
      return try perform(call, path, body)
    } catch let error where error.code == .notFound || error.code == .notFolder {
      return nil
    }
  }
}
