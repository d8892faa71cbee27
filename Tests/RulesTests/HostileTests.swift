import Diagnostics
import Rules
import Testing

@Suite("Rules that are too much")
struct HostileTests {
  @Test(
    "What nests too deeply is an error and no crash",
    arguments: [
      ("(", "1", ")"), ("[", "1", "]"), ("!", "true", ""), ("-", "1", ""), ("- ", "1", ""),
      ("size(", "'a'", ")"),
      ("{1: ", "1", "}"), ("true ? 1 : ", "2", ""), ("", "x", "[0]"), ("", "x", ".a"), ("", "x", "[\"a\"]"),
      ("", "1", " < 1"),
      ("[1].map(x, ", "x", ")"), ("", "[1]", ".map(x, x)"), ("", "'a'", ".size()"), ("(", "1", ""),
      ("has(", "a", ".b)"),
    ])
  func depth(opening: String, middle: String, closing: String) {
    func nested(_ count: Int) -> String {
      String(repeating: opening, count: count) + middle + String(repeating: closing, count: count)
    }
    #expect(!evaluate(nested(32)).contains("too-deep"))
    #expect(["error rules.too-deep", "error rules.macro"].contains(evaluate(nested(5_000))))
  }

  @Test("A long chain of operands is no nesting")
  func chains() {
    let ones = Array(repeating: "1", count: 10_000)
    #expect(evaluate(ones.joined(separator: "+")) == "10000")
    #expect(evaluate(ones.joined(separator: "*")) == "1")
    #expect(evaluate("size([" + ones.joined(separator: ",") + "])") == "10000")
    let truths = Array(repeating: "true", count: 8_000)
    #expect(evaluate(truths.joined(separator: "&&")) == "true")
    #expect(evaluate("false||" + truths.joined(separator: "||")) == "true")
  }

  @Test("A rule has a greatest length")
  func length() {
    #expect(evaluate("1" + String(repeating: " ", count: 60_000)) == "1")
    #expect(evaluate("1" + String(repeating: " ", count: 1_000_000)) == "error rules.too-long")
  }

  @Test("Nested macros and growing texts end in an error, soon")
  func work() {
    var nested = "true"
    for depth in 0..<40 { nested = "[0, 1].all(x\(depth), \(nested))" }
    #expect(evaluate(nested) == "error rules.too-much-work")
    var growing = "['aaaaaaaa', 'aaaaaaaa']"
    for _ in 0..<40 { growing += ".map(x, x + x)" }
    #expect(evaluate(growing) == "error rules.too-much-work")
  }

  @Test("Deep JSON is an error and no crash")
  func json() {
    var diagnostics: [Diagnostic] = []
    let text = String(repeating: "[", count: 100_000)
    #expect(
      RuleValue(json: LocatedText(SourceFile(path: "json", text: text)), diagnostics: &diagnostics) == nil)
    #expect(diagnostics.map(\.id) == ["rules.too-deep"])
  }

  @Test("Whatever the bytes, a rule is read or refused", arguments: 0..<200)
  func noise(seed: Int) {
    let pieces = [
      "answers.x", "'", "\"", "'''", "(", ")", "[", "]", "{", "}", "?", ":", "&&", "||", "!", "-", "1", "0x",
      "1.5", "1u", "in",
      ".all(x,", "has(", ".", ",", "\\", "r'", "é", "\u{1F431}", "//", "\n", " ", "=", "not", "‘", "`", "==",
      "b\"",
    ]
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    var text = ""
    for _ in 0..<40 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(state >> 33) % pieces.count]
    }
    #expect(!evaluate(text, ["answers": .record(["x": .value(.int(1))])]).isEmpty)
    _ = problems(LocatedText(SourceFile(path: "rule", text: text)), .example)
  }
}
