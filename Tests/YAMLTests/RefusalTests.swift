import Diagnostics
import TestSupport
import Testing

@testable import YAML

struct RefusalTests {
  @Test(
    "what YAML allows and Waybook does not is reported at its place, all in one run",
    arguments: [
      BrokenText("when: ①! answers.x\nb: 1\n", "yaml.tag", reads: "{when: ?, b: 1}"),
      BrokenText("when: ①!answers.x\nb: ②!!int 1\n", "yaml.tag", "yaml.tag", reads: "{when: ?, b: ?}"),
      BrokenText("a: ①!x [1]\nb: &y ②!z\n  c: d\n", "yaml.tag", "yaml.tag", reads: "{a: ?, b: ?}"),
      BrokenText("①!k a: 1\nb: 2\n", "yaml.tag", reads: "{b: 2, ...}"),
      BrokenText(
        "a: 1\n①a: 2\nb:\n  c: 1\n  'd': 1\n  ②\"c\": 2\n", "yaml.duplicate-key", "yaml.duplicate-key",
        reads: "{a: 1, b: {c: 1, d: 1}}"),
      BrokenText(
        "a: &x {b: 1}\nc:\n  ①<<: *x\n  d: 1\n", "yaml.merge-key", reads: "{a: {b: 1}, c: {d: 1, ...}}"),
      BrokenText("'<<': 1\n", reads: "{<<: 1}"),
      BrokenText("①: 1\nb: 2\n", "yaml.empty-key", reads: "{b: 2, ...}"),
      BrokenText("? ①[a]\n: b\nc: d\n", "yaml.key-not-text", reads: "{c: d, ...}"),
      BrokenText("①{a: b}: c\n", "yaml.key-not-text", reads: "{...}"),
      BrokenText("a: ①{{x.y}}\nb: 1\n", "yaml.unquoted-template-tag", reads: "{a: ?, b: 1}"),
      BrokenText("a: ①*x\nb: 1\n", "yaml.unknown-anchor", reads: "{a: ?, b: 1}"),
      BrokenText(
        "a: &x [①*x]\nb: ②*y\n", "yaml.alias-in-itself", "yaml.unknown-anchor", reads: "{a: [?], b: ?}"),
      BrokenText("a: &x [1]\n①*x : 2\n", "yaml.key-not-text", reads: "{a: [1], ...}"),
      BrokenText("a: &x k\n*x : 2\n", reads: "{a: k, k: 2}"),
      BrokenText("a: 1\n①---\nb: 2\n", "yaml.several-documents", reads: "{a: 1}"),
      BrokenText("a: 1\n①\u{FEFF}b: 2\n", "yaml.refused-character", reads: "{a: 1, ___b: 2}"),
      BrokenText(
        "a: ①\u{1}b\nc: d②\u{7F}\u{85}\ne: ③\u{2028}", "yaml.refused-character",
        "yaml.refused-character", "yaml.refused-character", reads: "{a: _b, c: d___, e: ___}"),
      BrokenText("when: a == 'x ①#1'\nb: 1\n", "yaml.comment-cuts-text", reads: "{when: ?, b: 1}"),
      BrokenText("when: (a ||  ①# or\n", "yaml.comment-cuts-text", reads: "{when: ?}"),
      BrokenText(
        "because: It fixes ①#12 for us\n", "yaml.comment-may-cut-text", reads: "{because: It fixes}"),
      BrokenText(
        "because: The teams' # note\nweight: 5 # don't\n", reads: "{because: The teams', weight: 5}"),
    ])
  func refused(text: BrokenText) {
    let result = parse(text.marked.file)
    #expect(result.diagnostics.map(\.id) == text.ids)
    #expect(result.diagnostics.map(\.location?.start) == text.marked.points)
    #expect(result.dump == text.dump)
  }

  @Test("a tag's fix puts the value in quotes")
  func tagFix() {
    let result = parse(SourceFile(path: "t.yaml", text: "a: ! x == 'y'\nb: ! x == \"y's\"\n"))
    #expect(result.diagnostics.map(\.fix?.replacement) == ["\"! x == 'y'\"", "'! x == \"y''s\"'"])
  }
}
