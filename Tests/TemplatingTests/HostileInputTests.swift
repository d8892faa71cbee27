import Diagnostics
import Testing

@testable import Templating

/// Input that nobody writes by mistake: it ends soon, without a crash.
struct HostileInputTests {
  @Test(
    "Long runs of Markdown take linear time",
    .timeLimit(.minutes(1)),
    arguments: [
      "` ", "`` ` ", "\\`", "> ", "- ", "1. ", ">\n", " > - ", "\n", "    a\n", "a\n", "\t", "```\n",
      "* * *\n", "[^a]: ",
      "| ` ", " ",
    ])
  func markdown(part: String) {
    for end in ["", "a", "{{x}}"] { check(String(repeating: part, count: 5_000) + end) }
  }

  @Test(
    "Long runs of tags, right or wrong, take linear time",
    .timeLimit(.minutes(1)),
    arguments: [
      "{{", "{{!", "{{{", "{{#f}}", "{{/f}}", "{{^f}}{{x", "{{#f}}\n", "{{=}}", "{{x}} ", "`{{x}}",
      "{{#f}}`{{/f}}",
    ])
  func tags(part: String) {
    for end in ["", "a", "{{x}}"] { check(String(repeating: part, count: 300) + end) }
  }

  private func check(_ text: String) {
    for syntax in [TemplateSyntax.markdown, .inlineMarkdown, .html] {
      var diagnostics: [Diagnostic] = []
      let file = SourceFile(path: "body.md", text: text)
      let template = Template(parsing: LocatedText(file), as: syntax, diagnostics: &diagnostics)
      let shape = (["x": "X", "f": true] as Sample).shape
      let body = BodyTemplate(template, against: shape, diagnostics: &diagnostics)
      #expect(body.allText.text.utf8.count <= 2 * text.utf8.count)
    }
  }

  @Test("Deep nesting is refused at the first place that is too deep")
  func deep() {
    let depth = Template.nestingLimit
    let open = String(repeating: "{{#f}}", count: depth + 1)
    let close = String(repeating: "{{/f}}", count: depth + 1)
    var diagnostics: [Diagnostic] = []
    _ = rendered(open + "x" + close, ["f": true], diagnostics: &diagnostics)
    #expect(diagnostics.map(\.id) == ["templating.too-deep"])
    #expect(diagnostics.map(\.location?.start?.column) == [6 * depth + 7 - 6])
  }

  @Test("More tags than a template may have are refused at the first of them")
  func manyTags() {
    var diagnostics: [Diagnostic] = []
    let lines = String(repeating: "{{x}}\n", count: Template.tagLimit + 5)
    _ = body(lines, ["x": "X"], diagnostics: &diagnostics)
    #expect(diagnostics.map(\.id) == ["templating.too-many-tags"])
    #expect(diagnostics.map(\.location?.start?.line) == [Template.tagLimit + 1])
  }

  @Test("Partials that double with each level are refused")
  func doubling() {
    var partials: [String: String] = ["p0": "x"]
    for level in 1...40 { partials["p\(level)"] = "{{> p\(level - 1)}}{{> p\(level - 1)}}" }
    var diagnostics: [Diagnostic] = []
    _ = rendered("{{> p40}}", [:], partials: partials, diagnostics: &diagnostics)
    #expect(diagnostics.map(\.id) == ["templating.too-large"])
  }
}
