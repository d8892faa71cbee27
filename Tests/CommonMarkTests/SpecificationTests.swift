import Diagnostics
import Foundation
import Testing

@testable import CommonMark

@Suite struct SpecificationTests {
  @Test(
    .enabled(
      if: Conformance.commonMark != nil,
      "the CommonMark specification is not beside the project and not at $WAYBOOK_CONFORMANCE"))
  func `All 652 examples of CommonMark 0.30 come out as shown`() throws {
    let file = try #require(Conformance.commonMark)
    let examples = SpecificationExample.all(in: try String(contentsOf: file, encoding: .utf8))
    #expect(examples.count == 652)
    var passed = 0
    for example in examples {
      let html = render(example.markdown, options: .commonMark)
      #expect(html == example.html, "example \(example.number): \(example.markdown.debugDescription)")
      if html == example.html { passed += 1 }
    }
    print("CommonMark 0.30: \(passed) of \(examples.count) examples passed")
  }
}
