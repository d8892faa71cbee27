import SiteFiles

/// The name of a release, and of its folder: when it was made, and a hash of what it holds.
public struct ReleaseName: Hashable, Sendable {
  /// When it was made; no two releases of a target have one time.
  public let time: UTCTime
  /// Of the content, in 16 hexadecimal digits.
  public let hash: String

  /// Names a release.
  public init(time: UTCTime, hash: String) {
    self.time = time
    self.hash = hash
  }

  /// Reads what `description` writes.
  public init?(_ text: some StringProtocol) {
    let parts = String(text).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let time = UTCTime(parts[0]), parts[1].wholeMatch(of: /[0-9a-f]{16}/) != nil
    else { return nil }
    self.init(time: time, hash: String(parts[1]))
  }
}

extension ReleaseName: Comparable, CustomStringConvertible {
  /// By time.
  public static func < (a: Self, b: Self) -> Bool { (a.time, a.hash) < (b.time, b.hash) }

  /// The time, a hyphen, the hash: `20261123T054000Z-44bc2cf5ad770999`.
  public var description: String { "\(time)-\(hash)" }
}

extension Manifest {
  /// A hash of all that the site holds: of the manifest's own file, which has a hash of each of the others.
  var contentHash: String { Fingerprint(of: json).digits }
}
