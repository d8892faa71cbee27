/// Byte offsets of a text's Unicode scalars, since libyaml counts scalars.
///
/// Every 64th offset is kept; text that is all ASCII keeps none.
struct ScalarOffsets {
  private static let stride = 64
  private var everyStride: [Int] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return }
    var count = 0
    for offset in bytes.indices where Self.startsScalar(bytes[offset]) {
      if count.isMultiple(of: Self.stride) { everyStride.append(offset) }
      count += 1
    }
  }

  /// The offset of a scalar, counted from 0; the length of the text for the scalar after the last.
  func offset(ofScalar index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard !everyStride.isEmpty else { return min(index, bytes.count) }
    let known = min(index / Self.stride, everyStride.count - 1)
    var offset = everyStride[known]
    for _ in known * Self.stride..<index where offset < bytes.count {
      offset += 1
      while offset < bytes.count, !Self.startsScalar(bytes[offset]) { offset += 1 }
    }
    return offset
  }

  private static func startsScalar(_ byte: UInt8) -> Bool { byte & 0b1100_0000 != 0b1000_0000 }
}
