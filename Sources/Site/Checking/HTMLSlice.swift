#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A part of a page's bytes, equal to any other of the same bytes. It copies nothing.
struct HTMLSlice: Hashable {
  private let html: [UInt8]
  private let range: Range<Int>

  init(_ html: [UInt8], _ range: Range<Int>) {
    self.html = html
    self.range = range
  }

  var isEmpty: Bool { range.isEmpty }

  /// The bytes as text.
  var text: String { String(decoding: html[range], as: UTF8.self) }

  /// The parts before and after the first of a byte; no second part where it does not stand there.
  func split(at byte: UInt8) -> (HTMLSlice, HTMLSlice?) {
    guard let index = html[range].firstIndex(of: byte) else { return (self, nil) }
    return (HTMLSlice(html, range.lowerBound..<index), HTMLSlice(html, index + 1..<range.upperBound))
  }

  static func == (a: Self, b: Self) -> Bool {
    a.withBytes { first in
      b.withBytes { second in
        guard first.count == second.count, let start = first.baseAddress, let other = second.baseAddress
        else {
          return first.count == second.count
        }
        return memcmp(start, other, first.count) == 0
      }
    }
  }

  func hash(into hasher: inout Hasher) {
    withBytes { hasher.combine(bytes: $0) }
  }

  private func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    html.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }
}
