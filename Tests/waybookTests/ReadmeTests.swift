import Foundation
import TestSupport
import Testing

/// README.md shows shortened files; they must be those of the checkout.
@Suite struct ReadmeTests {
  @Test func `what the README shows of a file stands in that file, in that order`() throws {
    let excerpts = try FencedFiles.texts(inFile: "README.md")
    #expect(excerpts.count == 4)
    for (path, excerpt) in excerpts {
      let text = String(decoding: try Data(contentsOf: Checkout.root.appending(path: path)), as: UTF8.self)
      var rest = text[...]
      for part in excerpt.components(separatedBy: "...\n") {
        let found = try #require(rest.range(of: part), "\(path) has no longer: \(part)")
        rest = rest[found.upperBound...]
      }
    }
  }
}
