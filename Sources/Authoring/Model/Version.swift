/// A playbook's version: `major.minor.patch`, ordered by number.
///
/// Semantic Versioning 2.0.0 without pre-release and build parts. In an answers file the patch, or patch
/// and minor, may be left out: the answers were then given against any such version.
public struct Version: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The three numbers; left-out ones are 0.
  public let major, minor, patch: Int
  /// As written.
  public let description: String

  /// Reads a version; nil where the text is not one to three numbers with dots between them.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard (1...3).contains(parts.count), numbers.count == parts.count else { return nil }
    major = numbers[0]
    minor = numbers.count > 1 ? numbers[1] : 0
    patch = numbers.count > 2 ? numbers[2] : 0
    description = text
  }

  /// What stands in for a version that is missing or broken, so that loading can go on.
  static let standIn = Version()

  private init() {
    (major, minor, patch) = (0, 0, 0)
    description = "0.0.0"
  }

  /// Whether the numbers are the same, however written.
  public static func == (a: Self, b: Self) -> Bool { a.numbers == b.numbers }
  /// By major, then minor, then patch number.
  public static func < (a: Self, b: Self) -> Bool { a.numbers < b.numbers }

  /// Feeds what equality compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(major)
    hasher.combine(minor)
    hasher.combine(patch)
  }

  private var numbers: (Int, Int, Int) { (major, minor, patch) }
}
