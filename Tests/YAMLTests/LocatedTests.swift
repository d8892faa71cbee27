import Diagnostics
import TestSupport
import Testing

@testable import YAML

struct LocatedTests {
  @Test(
    "every character that is no blank stands at its own place in the file",
    arguments: [
      "a: ①x == ②y\n",
      "é: ü\na: ①x\n  ②é\n\n   ③z\n",
      "a: 'i①t''②s ③on\n  ④two'\n",
      "a: \"①\\x41②\\u00e9③\\\"\\t④b\\\n   ⑤c\\  ⑥d\n   ⑦e\\U0001F600⑧f\"\n",
      "a: |\n  ①x\n\n    ②y\n  ③z\n",
      "a: |2- # header\n    ①x\n  ②y\n\n",
      "a: >+\n  ①x é\n  ②y\n\n   ③z\n\n",
      "a: &anchor # comment\n  ①x y\n",
      "a:\r\n  ①x\r\n  ②y\r\n",
      "a: [①x, y]\n",
    ])
  func places(marked: String) throws {
    let marked = MarkedText(marked)
    var diagnostics: [Diagnostic] = []
    let document = YAMLDocument(parsing: marked.file, diagnostics: &diagnostics)
    let node = try #require(document.root?.mapping?["a"])
    let scalar = try #require(node.scalar ?? node.sequence?.first?.scalar)
    let located = scalar.located
    #expect(located.text == scalar.text)
    #expect(diagnostics.isEmpty)
    var found: [Int] = []
    var offset = 0
    for character in scalar.text.unicodeScalars {
      let place = located.fileOffset(of: offset)
      if marked.offsets.contains(place), !character.isBlank { found.append(place) }
      offset += UTF8.width(character)
    }
    #expect(found == marked.offsets)
  }
}
