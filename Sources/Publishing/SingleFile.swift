/// One file of the user's, such as an answers file: at every moment it holds its old text or its new one.
public struct SingleFile: Sendable {
  /// Where it is.
  public let path: String
  private let disk: Disk

  /// A file that may not be there yet.
  public init(_ path: String) { self.init(path, on: Disk()) }

  init(_ path: String, on disk: Disk) {
    self.path = path
    self.disk = disk
  }

  /// What it holds, links followed; nil where there is no such file.
  public func contents() throws(PublishingError) -> [UInt8]? {
    guard let place = try disk.resolved(path) else { return nil }
    return try disk.contents(of: place)
  }

  /// Gives it other bytes: they are written beside it, with its permissions, and take its name in one step. Behind
  /// a link the file is replaced, not the link. Folders that are missing are made. A device or a pipe is written to.
  public func replace(with bytes: [UInt8]) throws(PublishingError) {
    if try disk.isStream(path) { return try disk.send(bytes, to: path) }
    let found = try disk.resolved(path)
    let place = if let found { found } else { try OutputFolder.followed(path, on: disk) }
    let folder = place.parent
    if try disk.status(of: folder) == nil { try disk.makeFolders(folder) }
    let beside = "\(folder == "/" ? "" : folder)/.\(place.lastName).\(CurrentProcess.id).waybook"
    try disk.remove(beside)
    do {
      // Before the name is given: a power cut must not leave it with an empty file.
      try disk.write(bytes, to: beside, isSynced: true)
      if let status = try disk.status(of: place) { try disk.setPermissions(status.permissions, of: beside) }
      try disk.move(beside, to: place)
    } catch {
      // What stopped the writing is what to report; a rest that cannot be removed either is only untidy.
      _ = try? disk.remove(beside)
      throw error
    }
  }
}
