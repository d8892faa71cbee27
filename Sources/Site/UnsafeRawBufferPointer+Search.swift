#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension UnsafeRawBufferPointer {
  /// The first offset of a byte, at or after a start.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard start < count, let base = baseAddress, let found = memchr(base + start, Int32(byte), count - start)
    else {
      return nil
    }
    return UnsafeRawPointer(found) - base
  }

  /// Whether some bytes, at least one, stand in it.
  func contains(_ bytes: StaticString) -> Bool {
    var start = 0
    while let place = firstIndex(of: bytes.utf8Start.pointee, from: start) {
      if has(bytes, at: place) { return true }
      start = place + 1
    }
    return false
  }

  /// Whether a range holds the same bytes as one of another buffer.
  func isSame(in range: Range<Int>, as other: UnsafeRawBufferPointer, in otherRange: Range<Int>) -> Bool {
    guard let base = baseAddress, let otherBase = other.baseAddress else { return false }
    return range.count == otherRange.count
      && memcmp(base + range.lowerBound, otherBase + otherRange.lowerBound, range.count) == 0
  }

  /// Whether some bytes stand at an offset.
  func has(_ bytes: StaticString, at offset: Int) -> Bool {
    guard let base = baseAddress, offset >= 0, offset + bytes.utf8CodeUnitCount <= count else { return false }
    return memcmp(base + offset, bytes.utf8Start, bytes.utf8CodeUnitCount) == 0
  }
}
