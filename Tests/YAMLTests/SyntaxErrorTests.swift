import Diagnostics
import TestSupport
import Testing

@testable import YAML

/// A broken text: each mistake marked in the order of the file, what it is, and what can be read beside it.
struct BrokenText: CustomTestStringConvertible, Sendable {
  let marked: MarkedText
  let ids: [Diagnostic.ID]
  let dump: String

  init(_ marked: String, _ ids: Diagnostic.ID..., reads dump: String) {
    self.marked = MarkedText(marked)
    self.ids = ids
    self.dump = dump
  }

  var testDescription: String { marked.text.debugDescription }
}

struct SyntaxErrorTests {
  @Test(
    "a syntax error is reported at its place, and what stands around it is read",
    arguments: [
      // Quotes.
      BrokenText(
        "a: ①\"foo\nb: 1\nc: \"bar\"\n", "yaml.unclosed-quote", reads: "{a: ?, b: 1, c: \"bar\"}"),
      BrokenText("a: ①'foo\nb: 1\n", "yaml.unclosed-quote", reads: "{a: ?, b: 1}"),
      BrokenText("a:\n  - ①'foo\n  - b\nc: d", "yaml.unclosed-quote", reads: "{a: [?, b], c: d}"),
      BrokenText("a: 'don'①t'\nb: 1\n", "yaml.text-after-quote", reads: "{a: ?, b: 1}"),
      BrokenText("a: \"x\" ①y\nb: 1\n", "yaml.text-after-quote", reads: "{a: ?, b: 1}"),
      BrokenText("- \"x\" ①y\n- z\n", "yaml.text-after-quote", reads: "[?, z]"),
      BrokenText("a: \"①\\d+\"\nb: 1\n", "yaml.escape", reads: "{a: ?, b: 1}"),
      BrokenText("a: \"①\\xZZ\"\nb: 1\n", "yaml.escape", reads: "{a: ?, b: 1}"),
      // Brackets.
      BrokenText("a: ①[x, y\nb: 1\nc: 2\n", "yaml.unclosed-bracket", reads: "{a: ?, b: 1, c: 2}"),
      BrokenText("a: ①{x: 1\nb: 2\n", "yaml.unclosed-bracket", reads: "{a: ?, b: 2}"),
      BrokenText("a: ①[[x], [y]\n", "yaml.unclosed-bracket", reads: "{a: ?}"),
      BrokenText("a: 1\nb: ①[", "yaml.unclosed-bracket", reads: "{a: 1, b: ?}"),
      BrokenText("a: ①[x](y) z\nb: 1\n", "yaml.reserved-start", reads: "{a: ?, b: 1}"),
      BrokenText(
        "a: ①{{x.y}} foo\nb: 1\n", "yaml.unquoted-template-tag", reads: "{a: ?, b: 1}"),
      BrokenText("a: ①]\nb: 1\n", "yaml.reserved-start", reads: "{a: ?, b: 1}"),
      BrokenText("a: [x,\n  y: z①: w,\n]\nb: 1\n", "yaml.colon-in-value", reads: "{a: [x, {y: ?}], b: 1}"),
      BrokenText("a: [x y: {z①]\nb: 1\n", "yaml.missing-comma", reads: "{a: ?, b: 1}"),
      BrokenText("a: [x, 'y' ①z]\nb: 1\n", "yaml.missing-comma", reads: "{a: ?, b: 1}"),
      BrokenText("a: b\n...\n①foo\n", "yaml.text-after-end", reads: "{a: b}"),
      BrokenText(
        "a: ①{{#x}}y{{/x}}\nb: ②{{x}: y\nc: ③{{x, y}} z [\nd: 1\n", "yaml.unquoted-template-tag",
        "yaml.unquoted-template-tag", "yaml.unquoted-template-tag", reads: "{a: ?, b: ?, c: ?, d: 1}"),
      // Colons.
      BrokenText("a: x ? b ①: c\nb: 1\n", "yaml.colon-in-value", reads: "{a: ?, b: 1}"),
      BrokenText("a: Note①: this\nb: 1\n", "yaml.colon-in-value", reads: "{a: ?, b: 1}"),
      BrokenText("a: 1\n①kind:count\nb: 2\n", "yaml.missing-space", reads: "{a: 1, kind: ?, b: 2}"),
      BrokenText("①kind:count\nb: 2\n", "yaml.missing-space", reads: "{kind: ?, b: 2}"),
      BrokenText("l:\n  - ①a:1\n    b: 2\n", "yaml.missing-space", reads: "{l: [{a: ?, b: 2}]}"),
      // Characters that cannot begin a value.
      BrokenText("a: ①@x\nb: 1\n", "yaml.reserved-start", reads: "{a: ?, b: 1}"),
      BrokenText("a: ①`x`\nb: 1\n", "yaml.reserved-start", reads: "{a: ?, b: 1}"),
      BrokenText("a: ①%x\nb: 1\n", "yaml.reserved-start", reads: "{a: ?, b: 1}"),
      BrokenText("a: ①& x\nb: 1\n", "yaml.reserved-start", reads: "{a: ?, b: 1}"),
      BrokenText("a: ①*really* x\nb: 1\n", "yaml.reserved-start", reads: "{a: ?, b: 1}"),
      BrokenText("a: ①* x\nb: 1\n", "yaml.reserved-start", reads: "{a: ?, b: 1}"),
      BrokenText("a: ①> 5\nb: 1\n", "yaml.reserved-start", reads: "{a: ?, b: 1}"),
      BrokenText("a: ①| x\nb: 1\n", "yaml.reserved-start", reads: "{a: ?, b: 1}"),
      BrokenText("a: ①- x\nb: 1\n", "yaml.list-on-key-line", reads: "{a: ?, b: 1}"),
      // Indentation.
      BrokenText("a:\n①\tb: c\n\td: e\nf: g\n", "yaml.tab", reads: "{a: ?, f: g, ...}"),
      BrokenText("a:\n  b: 1\n  ①\tc: 2\nf: g\n", "yaml.tab", reads: "{a: {b: 1, ...}, f: g, ...}"),
      BrokenText("l:\n    - a\n  ①- b\n  - c\nd: 1\n", "yaml.indentation", reads: "{l: [a, ?], d: 1, ...}"),
      BrokenText(
        "l:\n  - a: 1\n   ①b: 2\n   c: 3\n  - d: 4\n", "yaml.indentation",
        reads: "{l: [{a: 1, ...}, {d: 4}, ?], ...}"),
      BrokenText("a: 1\n①stray text\nb: 2\n", "yaml.stray-line", reads: "{a: 1, b: 2, ...}"),
      BrokenText("a: |\n①text\nb: 2\n", "yaml.stray-line", reads: "{a: |\"\", b: 2, ...}"),
      BrokenText("a: b\n①- c\nd: 1\n", "yaml.indentation", reads: "{a: b, d: 1, ...}"),
      BrokenText("a: 1\n  ①: 2\nb: 3\n", "yaml.empty-key", reads: "{a: 1, b: 3, ...}"),
      // Several at once.
      BrokenText(
        """
        title: ①@x
        levels:
          - when: a ? b ②: c
            strength: 1
          - when: "x" ③== y
            strength: ④`
        sources: ⑤[a, b
        summary: ⑥'no end
        ⑦kind:count
        last: one
        """, "yaml.reserved-start", "yaml.colon-in-value", "yaml.text-after-quote", "yaml.reserved-start",
        "yaml.unclosed-bracket", "yaml.unclosed-quote", "yaml.missing-space",
        reads:
          "{title: ?, levels: [{when: ?, strength: 1}, {when: ?, strength: ?}], sources: ?, summary: ?, kind: ?, last: one}"
      ),
    ])
  func broken(text: BrokenText) {
    let result = parse(text.marked.file)
    #expect(result.diagnostics.map(\.id) == text.ids)
    #expect(result.diagnostics.map(\.location?.start) == text.marked.points)
    #expect(result.dump == text.dump)
  }
}
