/// Finds the code spans of inline Markdown (spec.commonmark.org/0.30/#code-spans).
struct CodeSpans {
  private struct Run {
    var start: Int
    var length: Int
    /// Whether a backslash before it makes its first backtick text, outside of code.
    var isEscaped: Bool
  }

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The contents of the code spans of one block, which is given by the stretches of its lines.
  ///
  /// Runs are matched by length, each length walked once, so that the time is linear.
  func find(in lines: [Range<Int>]) -> [Range<Int>] {
    let runs = runs(in: lines)
    var byLength: [Int: [Int]] = [:]
    for (index, run) in runs.enumerated() { byLength[run.length, default: []].append(index) }
    var walked: [Int: Int] = [:]
    var spans: [Range<Int>] = []
    var index = 0
    while index < runs.count {
      let length = runs[index].length - (runs[index].isEscaped ? 1 : 0)
      let candidates = byLength[length] ?? []
      var next = walked[length] ?? 0
      while next < candidates.count, candidates[next] <= index { next += 1 }
      walked[length] = next
      guard length > 0, next < candidates.count else {
        index += 1
        continue
      }
      spans.append(runs[index].start + runs[index].length..<runs[candidates[next]].start)
      index = candidates[next] + 1
    }
    return spans
  }

  /// Whether a comment begins in a stretch of text and does not end in it.
  func leavesCommentOpen(_ text: Range<Int>) -> Bool {
    var index = text.lowerBound
    while index < text.upperBound {
      if beginsComment(at: index) {
        guard let end = commentEnd(from: index, in: text) else { return true }
        index = end
      } else {
        index += 1
      }
    }
    return false
  }

  /// The runs of backticks outside of comments.
  private func runs(in lines: [Range<Int>]) -> [Run] {
    var runs: [Run] = []
    for line in lines {
      var index = line.lowerBound
      var isEscaped = false
      while index < line.upperBound {
        let byte = bytes[index]
        if byte == .backtick {
          let start = index
          while index < line.upperBound, bytes[index] == .backtick { index += 1 }
          runs.append(Run(start: start, length: index - start, isEscaped: isEscaped))
          isEscaped = false
        } else if beginsComment(at: index) {
          index = commentEnd(from: index, in: line) ?? line.upperBound
        } else {
          isEscaped = byte == .backslash && !isEscaped
          index += 1
        }
      }
    }
    return runs
  }

  private func beginsComment(at index: Int) -> Bool {
    bytes[index] == .openBrace && bytes.has(.openBrace, at: index + 1)
      && bytes.has(UInt8(ascii: "!"), at: index + 2)
  }

  private func commentEnd(from start: Int, in line: Range<Int>) -> Int? {
    bytes.firstIndex(of: .closeBrace, and: .closeBrace, in: start..<line.upperBound).map { $0 + 2 }
  }
}
