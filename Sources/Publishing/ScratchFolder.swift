/// A folder for what is needed for a while, which nobody else can read.
public struct ScratchFolder: Sendable {
  /// Where it is.
  public let path: String

  /// Makes an empty folder of a name that nobody has yet.
  ///
  /// - Parameters:
  ///   - parent: where it is made, such as the system's folder for temporary files.
  ///   - name: what its name begins with.
  /// - Throws: where it cannot be made.
  public init(in parent: String, name: String) throws(PublishingError) {
    let wanted = (parent.hasSuffix("/") ? parent : parent + "/") + name + "-XXXXXX"
    path = try Disk().makeTemporaryFolder(wanted)
  }

  /// Takes it away with all that is in it.
  ///
  /// - Throws: where something of it cannot be removed.
  public func remove() throws(PublishingError) { try Disk().removeTree(path) }
}
