#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

import CExchange

/// An open file or folder, closed when the value goes. A symbolic link is not followed, but to a stream.
struct OpenFile: ~Copyable {
  private let descriptor: Int32

  /// Opens what is there, to read it.
  static func reading(_ path: String) throws(ErrorCode) -> OpenFile {
    try OpenFile(path, O_RDONLY | O_NOFOLLOW)
  }

  /// Makes a new file. There must be none of that name yet.
  static func new(_ path: String) throws(ErrorCode) -> OpenFile {
    try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
  }

  /// Opens a device, a pipe, or what another number of this process stands for.
  static func stream(_ path: String) throws(ErrorCode) -> OpenFile {
    try OpenFile(path, O_WRONLY | O_APPEND | O_NOCTTY)
  }

  /// Opens a file to read and write it, and makes it where it is missing.
  static func shared(_ path: String) throws(ErrorCode) -> OpenFile {
    try OpenFile(path, O_RDWR | O_CREAT | O_NOFOLLOW)
  }

  private init(_ path: String, _ flags: Int32) throws(ErrorCode) {
    descriptor = try retrying { open(path, flags | O_CLOEXEC, 0o666) }
  }

  deinit { _ = close(descriptor) }

  /// Closes the file and says whether all that was written has arrived: some network disks tell only now.
  consuming func finish() throws(ErrorCode) {
    let descriptor = descriptor
    discard self
    guard close(descriptor) == 0 else {
      let code = ErrorCode.last
      if code != .interrupted { throw code }
      return
    }
  }

  /// Whether the file holds just these bytes.
  borrowing func holds(_ bytes: [UInt8]) throws(ErrorCode) -> Bool {
    guard try Int(status().size) == bytes.count else { return false }
    let contents = try contents()
    return contents.count == bytes.count && memcmp(contents, bytes, bytes.count) == 0
  }

  /// Everything from the start of the file to its end.
  borrowing func contents() throws(ErrorCode) -> [UInt8] {
    // One byte more than the file has, so that one read fills the buffer and the next finds the end.
    var bytes = [UInt8](repeating: 0, count: try Int(status().size) + 1)
    var filled = 0
    while true {
      let count = try retrying {
        bytes.withUnsafeMutableBytes {
          pread(descriptor, $0.baseAddress.map { $0 + filled }, $0.count - filled, off_t(filled))
        }
      }
      if count == 0 { break }
      filled += count
      if filled == bytes.count { bytes += [UInt8](repeating: 0, count: filled) }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// Writes bytes at the start of the file.
  borrowing func write(_ bytes: [UInt8]) throws(ErrorCode) {
    var written = 0
    while written < bytes.count {
      written += try retrying {
        bytes.withUnsafeBytes {
          pwrite(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written, off_t(written))
        }
      }
    }
  }

  /// Writes bytes behind all that was written before.
  borrowing func append(_ bytes: [UInt8]) throws(ErrorCode) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = try retrying {
        rest.withUnsafeBytes { writeNext(descriptor, $0) }
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Cuts off everything from the start.
  borrowing func empty() throws(ErrorCode) { _ = try retrying { ftruncate(descriptor, 0) } }

  /// What it is.
  borrowing func status() throws(ErrorCode) -> FileStatus {
    var status = stat()
    _ = try retrying { fstat(descriptor, &status) }
    return FileStatus(status)
  }

  /// Locks it until it is closed, or fails with `wouldBlock` where somebody else has it locked. See flock(2).
  borrowing func lock() throws(ErrorCode) { _ = try retrying { flock(descriptor, LOCK_EX | LOCK_NB) } }

  /// Gives a lock back, even where a child process that is just starting has the file open too.
  borrowing func unlock() { _ = flock(descriptor, LOCK_UN) }

  /// Waits until it is on the disk.
  borrowing func sync() throws(ErrorCode) { _ = try retrying { fsync(descriptor) } }

  /// Waits until all that was written to its file system is on the disk.
  borrowing func syncVolume() throws(ErrorCode) { _ = try retrying { waybook_sync_volume(descriptor) } }
}

/// write(2), whose name a method has there.
private func writeNext(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}

/// The result of a call that gives -1 and sets `errno` when it fails, made again when a signal interrupts it.
func retrying<Result: SignedInteger>(_ call: () -> Result) throws(ErrorCode) -> Result {
  while true {
    let result = call()
    if result != -1 { return result }
    let code = ErrorCode.last
    if code != .interrupted { throw code }
  }
}
