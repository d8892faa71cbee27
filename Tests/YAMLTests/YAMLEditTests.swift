import Diagnostics
import TestSupport
import Testing

@testable import YAML

struct YAMLEditTests {
  @Test(
    "a value is spliced in, and all else stays as it is",
    arguments: [
      Edit("a: 1 # one\nb: 2\n", ["a"], .int(3), "a: 3 # one\nb: 2\n"),
      Edit("a: 'x'\n", ["a"], .text("y's"), "a: 'y''s'\n"),
      Edit("a: \"x\"\n", ["a"], .text("y"), "a: \"y\"\n"),
      Edit("a: x\n", ["a"], .text("no: \"b\" # c"), "a: 'no: \"b\" # c'\n"),
      Edit("a: x\n", ["a"], .text("true"), "a: \"true\"\n"),
      Edit("a: x\n", ["a"], .text("\u{1}\u{2028}"), "a: \"\\u0001\\u2028\"\n"),
      Edit("a:   # soon\nb: 1", ["a"], .bool(true), "a: true   # soon\nb: 1"),
      Edit("a:\n  b: 1\n# end\n", ["a", "c"], .null, "a:\n  b: 1\n  c: ~\n# end\n"),
      Edit("a:\n    b: 1 # one\nd: 1\n", ["a", "c"], .double(0.5), "a:\n    b: 1 # one\n    c: 0.5\nd: 1\n"),
      Edit("a: {b: 1}\n", ["a", "c"], .text("x, y"), "a: {b: 1, c: \"x, y\"}\n"),
      Edit("a: {}\n", ["a", "c"], .int(1), "a: {c: 1}\n"),
      Edit("a: [1, 2] # few\n", ["a"], .list([.int(3)]), "a: [3] # few\n"),
      Edit("a: [1]\n", ["a", 0], .int(2), "a: [2]\n"),
      Edit("a:\n- 1\n- 2 # two\n", ["a", 1], .int(3), "a:\n- 1\n- 3 # two\n"),
      Edit("a:\n- 1\n- 2\nb: 1\n", ["a"], .text("x"), "a: x\nb: 1\n"),
      Edit("a: ~ # open\nb: 1\n", ["a", "x", "y"], .int(1), "a: # open\n  x:\n    y: 1\nb: 1\n"),
      Edit("a:\nb: 1\n", ["a", "x"], .int(1), "a:\n  x: 1\nb: 1\n"),
      Edit("a: |\n  old\n  text\nb: 1\n", ["a"], .text("new"), "a: new\nb: 1\n"),
      Edit("a: old # c\n", ["a"], .text("new\n\ntext"), "a: |- # c\n  new\n\n  text\n"),
      Edit("a: |\n  old\nb: 1\n", ["a"], .text("two\nlines\n"), "a: |\n  two\n  lines\nb: 1\n"),
      Edit("a: 1\n", ["a"], .text(" x\ny"), "a: \" x\\ny\"\n"),
      Edit(
        "", ["a", "b"], .list([.int(1), .map([.init("x", .null), .init("y", .list([]))])]),
        "a:\n  b:\n    - 1\n    - x: ~\n      y: []\n"),
      Edit("# only\n# comments", ["a"], .int(1), "# only\n# comments\na: 1\n"),
      Edit(
        "a: 1\r\nb:\r\n  c: 1\r\n", ["b", "d"], .map([.init("e", .int(1))]),
        "a: 1\r\nb:\r\n  c: 1\r\n  d:\r\n    e: 1\r\n"),
      Edit(
        "l:\n  - id: x\n    v: 1\n  - id: y\n", ["l", .item(where: "id", is: "y"), "v"], .int(2),
        "l:\n  - id: x\n    v: 1\n  - id: y\n    v: 2\n"),
      Edit("a: &k 1\n", ["a"], .int(2), "a: &k 2\n"),
      Edit("a: 1", ["b"], .int(2), "a: 1\nb: 2"),
      Edit("é: ü # ö\n", ["é"], .text("ß"), "é: ß # ö\n"),
      Edit(
        "a: 1\n", ["a"], .map([.init("b c", .list([.list([.int(1), .int(2)])]))]),
        "a:\n  b c:\n    - - 1\n      - 2\n"),
    ])
  func set(edit: Edit) throws {
    var yaml = YAMLEdit(SourceFile(path: "t.yaml", text: edit.before))
    try yaml.set(edit.path, to: edit.value)
    #expect(yaml.file.text == edit.after)
  }

  @Test(
    "an item is appended to a list",
    arguments: [
      Edit("a:\n  - 1 # one\n# end\n", ["a"], .int(2), "a:\n  - 1 # one\n  - 2\n# end\n"),
      Edit("a: [1]\n", ["a"], .text("x"), "a: [1, x]\n"),
      Edit("a: []\n", ["a"], .text("x"), "a: [x]\n"),
      Edit("a:\n", ["a"], .text("x"), "a:\n  - x\n"),
      Edit("b: 1\n", ["a"], .text("x"), "b: 1\na:\n  - x\n"),
      Edit(
        "a:\n- id: x\n  v: 1\n", ["a"], .map([.init("id", .text("y")), .init("v", .int(2))]),
        "a:\n- id: x\n  v: 1\n- id: y\n  v: 2\n"),
    ])
  func append(edit: Edit) throws {
    var yaml = YAMLEdit(SourceFile(path: "t.yaml", text: edit.before))
    try yaml.append(edit.value, to: edit.path)
    #expect(yaml.file.text == edit.after)
  }

  @Test(
    "an edit that would do more than was meant is refused with the line to write",
    arguments: [
      (
        "a:\n  # why\n  b: 1\n", ["a"],
        "'a' cannot be set, since a comment would be lost; write it by hand: a: 7"
      ),
      (
        "a:\n  - 1 # why\n", ["a"], "'a' cannot be set, since a comment would be lost; write it by hand: a: 7"
      ),
      (
        "a: &k 1\nb: *k\n", ["a"],
        "'a' cannot be set, since the file would not be read back as meant; write it by hand: a: 7"
      ),
      (
        "a: &k 1\nb: *k\n", ["b"],
        "'b' cannot be set, since the file would not be read back as meant; write it by hand: b: 7"
      ),
      (
        "a: 1\n", ["a", "b"],
        "'a.b' cannot be set, since the file has something else in its place; write it by hand: b: 7"
      ),
      (
        "a: [1]\n", ["a", 3],
        "'a.[3]' cannot be set, since the file has something else in its place; write it by hand: 7"
      ),
      ("a: 1\na: 2\n", ["b"], "The key 'a' stands here a second time"),
    ] as [(String, [YAMLPathStep], String)])
  func refused(text: String, path: [YAMLPathStep], message: String) {
    var yaml = YAMLEdit(SourceFile(path: "t.yaml", text: text))
    let error = #expect(throws: Diagnostic.self) { try yaml.set(path, to: .int(7)) }
    #expect(error?.message == message)
    #expect(yaml.file.text == text)
  }
}

struct Edit: CustomTestStringConvertible, Sendable {
  let before: String
  let path: [YAMLPathStep]
  let value: YAMLValue
  let after: String

  init(_ before: String, _ path: [YAMLPathStep], _ value: YAMLValue, _ after: String) {
    (self.before, self.path, self.value, self.after) = (before, path, value, after)
  }

  var testDescription: String { before.debugDescription }
}
