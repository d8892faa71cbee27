/// One file of a site: where it goes and what it holds.
public struct SiteFile: Hashable, Sendable {
  /// Where it goes.
  public var path: RelativePath
  /// What it holds.
  public var bytes: [UInt8]

  /// Makes a file from bytes.
  public init(_ path: RelativePath, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Makes a file from text, in UTF-8.
  public init(_ path: RelativePath, text: String) {
    self.init(path, bytes: Array(text.utf8))
  }
}
