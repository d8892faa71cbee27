/// The hash function XXH64 with seed 0 (github.com/Cyan4973/xxHash, doc/xxhash_spec.md).
///
/// The names of the primes and the order of the steps are the specification's.
enum XXH64 {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  /// The hash of some bytes.
  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var offset = 0
    var accumulator: UInt64
    if bytes.count >= 32 {
      accumulator = hashStripes(bytes, &offset)
    } else {
      accumulator = prime5
    }
    accumulator &+= UInt64(bytes.count)
    while offset + 8 <= bytes.count {
      accumulator ^= round(0, word(bytes, offset))
      accumulator = rotated(accumulator, 27) &* prime1 &+ prime4
      offset += 8
    }
    if offset + 4 <= bytes.count {
      let half = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
      accumulator ^= UInt64(half) &* prime1
      accumulator = rotated(accumulator, 23) &* prime2 &+ prime3
      offset += 4
    }
    while offset < bytes.count {
      accumulator ^= UInt64(bytes[offset]) &* prime5
      accumulator = rotated(accumulator, 11) &* prime1
      offset += 1
    }
    return avalanched(accumulator)
  }

  /// Four lanes over the stripes of 32 bytes, merged into one.
  private static func hashStripes(_ bytes: UnsafeRawBufferPointer, _ offset: inout Int) -> UInt64 {
    var lanes: SIMD4<UInt64> = [prime1 &+ prime2, prime2, 0, 0 &- prime1]
    while offset + 32 <= bytes.count {
      lanes[0] = round(lanes[0], word(bytes, offset))
      lanes[1] = round(lanes[1], word(bytes, offset + 8))
      lanes[2] = round(lanes[2], word(bytes, offset + 16))
      lanes[3] = round(lanes[3], word(bytes, offset + 24))
      offset += 32
    }
    var merged =
      rotated(lanes[0], 1) &+ rotated(lanes[1], 7) &+ rotated(lanes[2], 12) &+ rotated(lanes[3], 18)
    for index in 0..<4 {
      merged = (merged ^ round(0, lanes[index])) &* prime1 &+ prime4
    }
    return merged
  }

  private static func avalanched(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ (value >> 33)) &* prime2
    value = (value ^ (value >> 29)) &* prime3
    return value ^ (value >> 32)
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotated(lane &+ word &* prime2, 31) &* prime1
  }

  private static func rotated(_ value: UInt64, _ bits: UInt64) -> UInt64 {
    (value &<< bits) | (value &>> (64 &- bits))
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
