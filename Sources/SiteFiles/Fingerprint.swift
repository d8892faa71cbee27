/// The length and a hash of a file's bytes, to tell whether they have changed.
///
/// The hash is XXH64: many times faster than a disk, the same on every machine, and no defence against
/// somebody who wants two files to look alike.
public struct Fingerprint: Hashable, Sendable {
  /// The length in bytes.
  public let size: Int
  /// The hash of the bytes.
  public let hash: UInt64

  /// The fingerprint of some bytes.
  public init(of bytes: [UInt8]) {
    size = bytes.count
    hash = bytes.withUnsafeBytes(XXH64.hash)
  }

  /// Reads what `description` writes.
  public init?(_ text: String) {
    guard let hyphen = text.utf8.firstIndex(of: UInt8(ascii: "-")),
      let size = Int(text[..<hyphen]),
      let hash = UInt64(text[text.utf8.index(after: hyphen)...], radix: 16)
    else { return nil }
    self.size = size
    self.hash = hash
  }
}

extension Fingerprint {
  /// The first eight hexadecimal digits of the hash: a name for one state of something among a few.
  public var shortName: String { String(digits.prefix(8)) }

  /// The hash in 16 hexadecimal digits.
  public var digits: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

extension Fingerprint: CustomStringConvertible {
  /// The length in decimal, a hyphen, the hash in 16 hexadecimal digits: `3-44bc2cf5ad770999`.
  public var description: String { "\(size)-\(digits)" }
}
