/// The rule of standalone lines: a line with nothing but a tag that prints nothing leaves no line behind.
///
/// Several tags share such a line only where all of them open or close parents and blocks, and no block
/// both opens and closes there.
struct StandaloneLines {
  let bytes: [UInt8]

  /// Widens the extent of each tag that stands alone to its whole line.
  func apply(to tags: inout [Tag], partner: [Int?]) {
    var first = 0
    while first < tags.count {
      var last = first
      while last + 1 < tags.count, isBlank(tags[last].range.upperBound..<tags[last + 1].range.lowerBound) {
        last += 1
      }
      if let line = wholeLine(around: tags[first].range.lowerBound..<tags[last].range.upperBound),
        mayStandAlone(first...last, tags: tags, partner: partner)
      {
        for index in first...last {
          let start = index == first ? line.lowerBound : tags[index].range.lowerBound
          let end = index == last ? line.upperBound : tags[index + 1].range.lowerBound
          tags[index].extent = start..<end
          tags[index].standsAlone = true
        }
      }
      first = last + 1
    }
  }

  private func mayStandAlone(_ run: ClosedRange<Int>, tags: [Tag], partner: [Int?]) -> Bool {
    guard run.count > 1 else {
      switch tags[run.lowerBound].kind {
      case .variable, .raw: return false
      case .section, .inverse, .close, .comment, .partial, .parent, .block: return true
      }
    }
    return run.allSatisfy { index in
      switch tags[index].kind {
      case .parent: true
      case .block: partner[index].map { !run.contains($0) } ?? true
      case .close: partner[index].map { tags[$0].kind == .parent || tags[$0].kind == .block } ?? false
      case .variable, .raw, .section, .inverse, .comment, .partial: false
      }
    }
  }

  private func isBlank(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy(\.isBlank) }

  /// The line around a range, with its line end, where the range and white space are all that is on it.
  private func wholeLine(around range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    while start > 0, bytes[start - 1].isBlank { start -= 1 }
    guard start == 0 || bytes[start - 1].isLineEnd else { return nil }
    var end = range.upperBound
    while end < bytes.count, bytes[end].isBlank { end += 1 }
    guard end == bytes.count || bytes[end].isLineEnd else { return nil }
    return start..<bytes.afterLineEnd(at: end)
  }
}
