import Diagnostics
import Foundation
import Testing

@testable import CommonMark

@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1", "slow; set WAYBOOK_TEST_ALL=1"),
  .serialized)
struct GitHubComparisonTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `Generated documents come out as GitHub's own renderer writes them`(seed: UInt64) throws {
    guard let reference = try ReferenceRenderer.installed() else { return }
    var generator = DocumentGenerator(seed: seed)
    let documents = (0..<1500).map { _ in generator.document() }
    let expected = try reference.render(documents)
    var shown = 0
    for (document, html) in zip(documents, expected) where shown < 5 {
      let ours = render(document, options: .gitHub)
      if ours == html { continue }
      shown += 1
      Issue.record("\(document.debugDescription)\nours:\n\(ours)\nGitHub's:\n\(html)")
    }
  }

  @Test(arguments: KnownDifference.all)
  func `Known differences are still differences`(difference: KnownDifference) throws {
    guard let reference = try ReferenceRenderer.installed() else { return }
    let theirs = try reference.render([difference.markdown])[0]
    #expect(theirs != difference.html)
  }
}

@Suite struct KnownDifferenceTests {
  @Test(arguments: KnownDifference.all)
  func `Where we differ from GitHub's renderer, this is what we write`(difference: KnownDifference) {
    #expect(render(difference.markdown, options: .gitHub) == difference.html)
  }
}
