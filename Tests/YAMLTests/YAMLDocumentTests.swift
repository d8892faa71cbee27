import Diagnostics
import TestSupport
import Testing
import YAML

struct YAMLDocumentTests {
  @Test(
    "a text becomes a tree with styles",
    arguments: [
      ("a: 1\nb: no\n", "{a: 1, b: no}"),
      ("", ""),
      ("# nothing\n", ""),
      ("a:\nb: ~\nc: ''\n", "{a: ~, b: ~, c: ''}"),
      ("- 1\n- - 2\n  - 3\n- {x: y, z: [1, 2]}\n", "[1, [2, 3], {x: y, z: [1, 2]}]"),
      ("a: |\n  x\n   y\nb: >-\n  x\n  y\n", "{a: |\"x\\n y\\n\", b: >\"x y\"}"),
      ("a: &x\n  b: 1\nc: *x\nd: &y 2\ne: [*y, *x]\n", "{a: {b: 1}, c: {b: 1}, d: 2, e: [2, {b: 1}]}"),
      ("a: 1\r\nb:\r\n  - \"x\"\r\n", "{a: 1, b: [\"x\"]}"),
      ("---\na: 1\n...\n", "{a: 1}"),
    ])
  func tree(text: String, dump: String) {
    let result = parse(SourceFile(path: "t.yaml", text: text))
    #expect(result.dump == dump)
    #expect(result.diagnostics.isEmpty)
  }
}
