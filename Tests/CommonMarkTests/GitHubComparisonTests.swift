import Diagnostics
import Foundation
import Testing

@testable import CommonMark

@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1", "slow; set WAYBOOK_TEST_ALL=1"))
struct GitHubComparisonTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `Generated documents come out as GitHub's own renderer writes them`(seed: UInt64) throws {
    guard let reference = try ReferenceRenderer.installed() else { return }
    var generator = DocumentGenerator(seed: seed)
    let documents = (0..<1500).map { _ in generator.document() }
    let expected = try reference.render(documents)
    var differences = 0
    for (document, html) in zip(documents, expected) {
      let ours = render(document, options: .gitHub)
      if ours == ReferenceRenderer.normalized(html) { continue }
      if KnownDifference.explains(document) { continue }
      differences += 1
      if differences <= 5 {
        Issue.record("\(document.debugDescription)\nours:\n\(ours)\nGitHub's:\n\(html)")
      }
    }
    #expect(differences == 0)
  }
}
