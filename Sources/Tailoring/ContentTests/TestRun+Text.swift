import Diagnostics
extension TestRun {
  /// The run in lines: a file with its tests each, then the coverage, and what no test touches with its place.
  public func text() -> String {
    var lines = suites.map { suite in
      let failed = suite.failedCount
      let tests = suite.cases.count.counted("test")
      return failed == 0
        ? "ok      \(suite.file): \(tests)" : "failed  \(suite.file): \(tests), \(failed) failed"
    }
    if !lines.isEmpty { lines.append("") }
    lines += coverage.lines
    return lines.map { $0.withoutControls + "\n" }.joined()
  }
}

extension TestCoverage {
  /// How much of each kind tests touch, and what none touches.
  fileprivate var lines: [String] {
    let width = parts.map(\.name.count).max() ?? 0
    var lines = ["Touched by tests"]
    for part in parts {
      let padding = String(repeating: " ", count: width - part.name.count)
      lines.append("  \(part.name)\(padding)  \(part.items.count(where: \.isTouched)) of \(part.items.count)")
    }
    let untouched = untouched
    guard !untouched.isEmpty else { return lines }
    return lines + ["", "Touched by no test"] + untouched.map { "  \($0.location): \($0.name)" }
  }
}
