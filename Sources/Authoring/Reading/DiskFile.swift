import Foundation

/// Reads one file of the input. A pipe or a device has no end, or keeps everybody waiting, so only regular files
/// are read.
enum DiskFile {
  /// What stands in a file, links followed.
  static func contents(of path: String) -> InputFolder.Contents {
    // Without O_NONBLOCK the opening of a pipe waits for somebody to write into it.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return .unreadable(reason(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .unreadable(reason(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      return .unreadable("it is not a regular file, but a folder, a pipe or a device")
    }
    guard status.st_size <= InputFolder.largestFile else { return .tooLarge(Int(status.st_size)) }
    // One byte more than the file has, so that one read fills the buffer and the next finds the end.
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
    var filled = 0
    while true {
      let count = bytes.withUnsafeMutableBytes {
        read(descriptor, $0.baseAddress.map { $0 + filled }, $0.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return .unreadable(reason(errno)) }
      if count == 0 { break }
      filled += count
      guard filled <= InputFolder.largestFile else { return .tooLarge(filled) }
      if filled == bytes.count { bytes += [UInt8](repeating: 0, count: filled) }
    }
    bytes.removeLast(bytes.count - filled)
    return .bytes(bytes)
  }

  /// What the system says, to go on after a colon.
  private static func reason(_ code: Int32) -> String {
    code == ENOENT ? "it is a link to nothing" : String(cString: strerror(code))
  }
}
