#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Disk {
  /// The bytes of a file; nil where there is none.
  func contents(of path: String) throws(PublishingError) -> [UInt8]? {
    try optional(.read, path) { () throws(ErrorCode) in try OpenFile.reading(path).contents() }
  }

  /// Whether a path is a file that holds just these bytes.
  func holds(_ path: String, _ bytes: [UInt8]) throws(PublishingError) -> Bool {
    do {
      return try optional(.read, path) { () throws(ErrorCode) in
        try OpenFile.reading(path).holds(bytes)
      } ?? false
    } catch let error where error.code == .linkCircle || error.code == .isFolder {
      return false  // A link or a folder has taken its place.
    }
  }

  /// Writes a new file.
  ///
  /// - Parameter isSynced: whether to wait until it is on the disk.
  func write(_ bytes: [UInt8], to path: String, isSynced: Bool = false) throws(PublishingError) {
    try perform(.write, path) { () throws(ErrorCode) in
      let file = try OpenFile.new(path)
      try file.write(bytes)
      if isSynced { try file.sync() }
      try file.finish()
    }
  }

  /// Whether a path stands for no file of its own: for a device or a pipe, or, as `/dev/stdout` does, for what is open
  /// already.
  func isStream(_ path: String) throws(PublishingError) -> Bool {
    let leadsToStream = try optional(.examine, path) { () throws(ErrorCode) in
      var status = stat()
      _ = try retrying { stat(path, &status) }
      return FileStatus(status).kind == .other
    }
    guard let leadsToStream else { return false }
    let folder = try resolved(path.parent) ?? "/"
    return leadsToStream || folder == "/dev" || folder.hasPrefix("/dev/fd") || folder.hasPrefix("/proc/")
  }

  /// Writes to a device or a pipe.
  func send(_ bytes: [UInt8], to path: String) throws(PublishingError) {
    try perform(.write, path) { () throws(ErrorCode) in try OpenFile.stream(path).append(bytes) }
  }

  /// Gives a file a second name, or, where the disk cannot, makes a copy with the same bytes and times.
  func linkOrCopy(_ path: String, to new: String) throws(PublishingError) {
    do {
      try link(path, to: new)
    } catch let error where error.code.map(Self.refusesLinks) ?? false {
      guard let status = try status(of: path), let bytes = try contents(of: path) else { throw error }
      try write(bytes, to: new)
      try setPermissions(status.permissions, of: new)
      try setModified(status.modified, of: new)
    }
  }

  /// Whether a code says that the file cannot have one more name, though it could be read.
  private static func refusesLinks(_ code: ErrorCode) -> Bool {
    [.notPermitted, .notSupported, .noSuchCall, .tooManyLinks, .otherDevice].contains(code)
  }
}
