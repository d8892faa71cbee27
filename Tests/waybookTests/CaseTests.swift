import Foundation
import TestSupport
import Testing

/// Whole commands, compared file by file; to take over what comes out now:
///
///     WAYBOOK_REWRITE_CASES=1 swift test --filter CaseTests
@Suite struct CaseTests {
  @Test(arguments: CaseFolder.all)
  func `a command prints and writes what its case expects`(_ folder: CaseFolder) throws {
    let results = try folder.run()
    if ProcessInfo.processInfo.environment[CaseFolder.rewriteVariable] == "1" {
      try folder.rewrite(results)
      Issue.record("The expectation was rewritten; read the change, and run the tests again")
      return
    }
    let expected = try folder.expected()
    #expect(results.keys.sorted() == expected.keys.sorted())
    for (name, text) in expected.sorted(by: { $0.key < $1.key }) {
      let result = results[name] ?? ""
      if result != text { Issue.record("\(name) differs:\n\(Self.difference(from: text, to: result))") }
    }
  }

  @Test func `there are cases`() {
    #expect(CaseFolder.all.count >= 10)
  }

  /// The lines that went and came, with their numbers.
  private static func difference(from old: String, to new: String) -> String {
    let changes = new.split(separator: "\n", omittingEmptySubsequences: false)
      .difference(from: old.split(separator: "\n", omittingEmptySubsequences: false))
    let lines = changes.map { change in
      switch change {
      case .remove(let offset, let line, _): (offset, "- \(offset + 1): \(line)")
      case .insert(let offset, let line, _): (offset, "+ \(offset + 1): \(line)")
      }
    }
    return lines.sorted { $0.0 < $1.0 }.prefix(20).map(\.1).joined(separator: "\n")
  }
}
