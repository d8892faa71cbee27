import Diagnostics
import Testing

@testable import CommonMark

@Suite struct TextTests {
  @Test(
    arguments: [
      ("# A b!", "a-b"), ("## Ünï *codé* `x_y`", "ünï-codé-x_y"), ("# !!!", "section"),
      ("# [a](step:b) [@c]", "a"), ("a\nb\n===", "a-b"),
    ])
  func `A heading's identifier is made of its words`(markdown: String, id: String) {
    var diagnostics: [Diagnostic] = []
    #expect(parse(markdown, diagnostics: &diagnostics).headings.map(\.id) == [id])
  }

  @Test func `Identifiers are unique, also beside headings that look like one`() {
    var diagnostics: [Diagnostic] = []
    let text = parse("# a\n# a\n# a-1\n# a\n", diagnostics: &diagnostics)
    #expect(text.headings.map(\.id) == ["a", "a-1", "a-1-1", "a-2"])
  }

  @Test func `A heading knows its title, its level and its pieces`() throws {
    var diagnostics: [Diagnostic] = []
    let text = parse(
      "a\n\n# B [*c*](step:d) [@e] ![f](g)\n\nh\n", options: MarkdownOptions(headingShift: 1),
      diagnostics: &diagnostics)
    let heading = try #require(text.headings.first)
    #expect(heading.level == 2)
    #expect(heading.title.dumped == "B <em>c</em>  f")
    #expect(
      text.pieces[heading.pieces].dumped
        == "<h2 id=\"b-c--f\">B {link step:d}<em>c</em>{/link} {cite e} <img src=\"g\" alt=\"f\" /></h2>\n")
    #expect(text.links.count == 1)
  }

  @Test(
    arguments: [
      ("a *b* [c](step:d)", "a <em>b</em> {link step:d}c{/link}"),
      ("- no list", "- no list"), ("# no heading #", "# no heading #"), ("1. no\nlist", "1. no list"),
      ("> no quote", "&gt; no quote"), ("    no code", "no code"), ("", ""), (" \n ", ""),
      ("[^1] ~~a~~ https://b.c", "[^1] <del>a</del> <a href=\"https://b.c\">https://b.c</a>"),
      ("ends with \\", "ends with \\"),
    ])
  func `A one-line text holds inlines only`(markdown: String, html: String) {
    #expect(render(markdown, inline: true) == html)
  }

  @Test func `Comments are dropped, and raw HTML stands where it is allowed`() {
    var diagnostics: [Diagnostic] = []
    #expect(
      parse("a <!-- b --> c\n\n<!-- d\n\ne -->\n", diagnostics: &diagnostics).pieces.dumped == "<p>a  c</p>\n"
    )
    #expect(diagnostics.isEmpty)
    let options = MarkdownOptions(rawHTML: .allowed)
    #expect(render("<b>a</b> <!-- b -->\n", options: options) == "<p><b>a</b> </p>\n")
  }

  @Test(
    arguments: [
      ("# A & *b*\n\nc <d@e.f> `<g>`\n", "A & b\nc d@e.f <g>"),
      ("| a | b |\n| - | - |\n| c | \"d\" |\n", "a\nb\n\n\n\n\nc\n\"d\""),
      ("![a > b](c \"d\") e", "e"),
    ])
  func `Plain text has no markup`(markdown: String, text: String) {
    var diagnostics: [Diagnostic] = []
    #expect(parse(markdown, diagnostics: &diagnostics).pieces.plainText() == text)
  }

  @Test func `Plain text may hold the values of slots`() {
    var diagnostics: [Diagnostic] = []
    let options = MarkdownOptions(opaqueCharacters: .slots)
    let text = parse("a \u{F0000} [b](/\u{F0001})", options: options, diagnostics: &diagnostics)
    #expect(text.pieces.plainText { "<\($0.value - 0xF0000)>" } == "a <0> b")
  }

  @Test func `A fence has a title, marked lines and a neighbour`() {
    #expect(
      render("```go title=\"a.go\" {2-3}\n1\n2\n3\n4\n```\n") == """
        <figure class="code">
        <figcaption>a.go</figcaption>
        <pre><code class="language-go">1
        <mark>2</mark>
        <mark>3</mark>
        4
        </code></pre>
        </figure>

        """)
    #expect(
      render("```go compare\na\n```\n\n```rust compare\nb\n```\n") == """
        <div class="compare">
        <pre><code class="language-go">a
        </code></pre>
        <pre><code class="language-rust">b
        </code></pre>
        </div>

        """)
  }

  @Test func `Neighbouring runs are one piece`() {
    var diagnostics: [Diagnostic] = []
    #expect(parse("*a* **b**\n\n- c\n\n> d\n", diagnostics: &diagnostics).pieces.count == 1)
  }

  @Test func `Line ends of every kind are understood`() {
    let html = render("| a |\r\n| - |\r\n| b |\r\n\r\nc[^1]\r\r[^1]: d\n", options: .gitHub)
    #expect(html.contains("<td>b</td>"))
    #expect(html.contains("<li id=\"fn-1\">\n<p>d "))
  }
}
