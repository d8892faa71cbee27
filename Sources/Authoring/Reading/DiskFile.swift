import Foundation

/// Reads one file of the input. A pipe or a device has no end, or keeps everybody waiting, so only regular files
/// are read.
enum DiskFile {
  /// What stands in a file, links followed.
  static func contents(of path: String) -> InputFolder.Contents {
    // Without O_NONBLOCK the opening of a pipe waits for somebody to write into it.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return .unreadable(reason(errno)) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .unreadable(reason(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      return .unreadable("it is not a regular file, but a folder, a pipe or a device")
    }
    guard status.st_size <= InputFolder.largestFile else { return .tooLarge(Int(status.st_size)) }
    do {
      return .bytes([UInt8](try handle.readToEnd() ?? Data()))
    } catch {
      return .unreadable((error as NSError).localizedDescription)
    }
  }

  /// What the system says, to go on after a colon.
  private static func reason(_ code: Int32) -> String {
    code == ENOENT ? "it is a link to nothing" : String(cString: strerror(code))
  }
}
