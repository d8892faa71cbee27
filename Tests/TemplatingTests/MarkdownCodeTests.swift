import Diagnostics
import Testing

@testable import Templating

struct MarkdownCodeTests {
  /// `x` is what is a tag, `no` what is code and so is not looked up.
  @Test(
    "Braces in code are literal",
    arguments: [
      "`{{no}}` {{x}}",
      "`` {{no}} ` {{no}} `` {{x}}",
      "` {{x}}",
      "\\`{{x}}` {{x}}",
      "`{{no}}\\` {{x}}",
      "`a\n{{no}}` {{x}}",
      "`a\n\n{{x}}`",
      "{{! ` }} {{x}} `{{no}}`",
      "```\n{{no}}\n```\n{{x}}",
      "```yaml\n{{no}}\n\n{{no}}\n``\n{{no}}\n````\n{{x}}",
      "~~~ sh title=\"a\"\n{{no}}\n```\n{{no}}\n~~~\n{{x}}",
      "```yaml template\n{{x}}\n{{#f}}\n{{x}}\n{{/f}}\n```\n",
      "```\n{{no}}",
      "    {{no}}\n\n    {{no}}\n\n{{x}}",
      "\t{{no}}",
      "text\n    {{x}}",
      "- item\n\n      {{no}}\n\n  {{x}}",
      "- item\n\n    {{x}}",
      "1.  a\n\n    {{x}}\n\n        {{no}}",
      "> ```\n> {{no}}\n> ```\n> {{x}}",
      "> ```\n> {{no}}\n\n{{x}}",
      "> quote\nlazy `{{no}}`\n    {{x}}",
      "-     {{no}}\n\n- {{x}}",
      "# {{x}} `{{no}}`\n    {{no}}",
      "a\n---\n    {{no}}",
      "a\n\n***\n    {{no}}",
      "{{#f}}\n```\n{{no}}\n```\n{{/f}}\n{{x}}",
      "text\n{{#f}}\n    {{x}}\n{{/f}}",
      "{{#f}}\n\n    {{no}}\n\n{{/f}}",
      "{{! a\n```\nb }}\n{{x}}",
      "[^1]: note\n\n    {{x}}\n\n        {{no}}",
      "| a | `{{no}}` |\n|---|---|\n| {{x}} | b |",
      "\r\n```\r\n{{no}}\r\n```\r\n{{x}}\r\n",
    ])
  func literal(text: String) {
    let body = body(text, ["x": "X", "f": true])
    let count = text.split(separator: "{{x}}", omittingEmptySubsequences: false).count - 1
    #expect(body.references.count { $0.path == ["x"] } == count)
  }

  @Test("One line of Markdown has code spans and no blocks")
  func inline() {
    let body = body("    {{x}} `{{no}}`", ["x": "X"], as: .inlineMarkdown)
    #expect(body.allText.dump == "    ‹0› `{{no}}`")
  }
}
