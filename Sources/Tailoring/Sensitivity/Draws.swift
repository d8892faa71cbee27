/// Random numbers that hang on a name and a count alone: with a question or a criterion more, those of the
/// others stay as they are.
///
/// The n-th number of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), seeded with the name's FNV-1a hash
/// (Fowler, Noll and Vo, RFC 9923).
struct Draws {
  private let seed: UInt64

  /// The numbers of a name.
  init(for name: String) {
    seed = name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  /// A number of 64 random bits.
  private func bits(_ count: Int) -> UInt64 {
    var bits = seed &+ UInt64(truncatingIfNeeded: count &+ 1) &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// From 0 to below 1.
  func share(_ count: Int) -> Double { Double(bits(count) >> 11) * 0x1p-53 }

  /// From 0 to below a limit above 0.
  func index(_ count: Int, below limit: Int) -> Int {
    Int(UInt64(limit).multipliedFullWidth(by: bits(count)).high)
  }
}
