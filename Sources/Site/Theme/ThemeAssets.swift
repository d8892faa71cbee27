public import SiteFiles

/// The style sheets, scripts, images and other files of a theme, in a folder of the site that is named after what they
/// hold: a browser can keep them for ever, and pages that were made with another theme still find theirs.
public struct ThemeAssets: Sendable {
  /// The name of the folder in `assets/`: eight hexadecimal digits.
  public let folder: String
  /// The files, by path.
  public let files: [SiteFile]

  /// The way to the folder from that of the site, ending in `/`.
  public var path: String { "assets/\(folder)/" }

  /// Places files.
  ///
  /// - Parameter files: what they hold, by their paths in a theme's folder `assets`, which `checkPath` takes.
  init(_ files: [String: [UInt8]]) {
    let files = files.sorted { $0.key < $1.key }
    let folder = Fingerprint(of: files.flatMap { Array("\($0)\n\($1.count)\n".utf8) + $1 }).shortName
    self.folder = folder
    self.files = files.map { name, bytes in
      do {
        return SiteFile(try Self.path(of: name, in: folder), bytes: bytes)
      } catch {
        preconditionFailure("Paths are checked when a theme is loaded: \(error)")
      }
    }
  }

  /// Looks whether a file can be placed, whatever the folder will be called.
  ///
  /// - Throws: what is wrong with its path.
  static func checkPath(_ name: String) throws(RelativePath.Problem) {
    _ = try path(of: name, in: String(repeating: "0", count: 8))
  }

  private static func path(of name: String, in folder: String) throws(RelativePath.Problem) -> RelativePath {
    try RelativePath("assets/\(folder)/\(name)")
  }
}
