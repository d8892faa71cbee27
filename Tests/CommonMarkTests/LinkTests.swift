import Diagnostics
import Testing

@testable import CommonMark

@Suite struct LinkTests {
  @Test(
    arguments: [
      ("[a](step:b)", "<p>{link step:b}a{/link}</p>\n"),
      ("[a](criterion:b#c)", "<p>{link criterion:b#c}a{/link}</p>\n"),
      ("[a *b*][r]\n\n[r]: <guide:c-d>\n", "<p>{link guide:c-d}a <em>b</em>{/link}</p>\n"),
      ("[](question:a_b) <term:x>", "<p>{link question:a_b}{/link} {link term:x}{/link}</p>\n"),
      ("see [@uber-2022].", "<p>see {cite uber-2022}.</p>\n"),
      ("\\[@a] `[@b]` [@c](/d)", "<p>[@a] <code>[@b]</code> <a href=\"/d\">@c</a></p>\n"),
      ("[a [@b] c](/d)", "<p><a href=\"/d\">a [@b] c</a></p>\n"),
      ("[a](step%3Ab)", "<p><a href=\"step%3Ab\">a</a></p>\n"),
    ])
  func `Links to content and citations are pieces of their own`(markdown: String, html: String) {
    #expect(render(markdown) == html)
  }

  @Test func `Every link is listed with its place`() {
    var diagnostics: [Diagnostic] = []
    let text = parse(
      "é [a](step:b) [@c] [d](https://e.f)\n![g](h.png)\n<mailto:i@j.k> https://l.m [n](#o)\n",
      diagnostics: &diagnostics)
    #expect(diagnostics.isEmpty)
    #expect(text.links.map(\.value) == [ContentLink(kind: .step, id: "b")])
    #expect(text.links.map(\.location.description) == ["text.md:1:7"])
    #expect(text.citations.map(\.location.description) == ["text.md:1:16"])
    #expect(
      text.outsideLinks.map(\.value) == [
        OutsideLink(kind: .web, destination: "https://e.f", isImage: false),
        OutsideLink(kind: .relative, destination: "h.png", isImage: true),
        OutsideLink(kind: .mail, destination: "mailto:i@j.k", isImage: false),
        OutsideLink(kind: .web, destination: "https://l.m", isImage: false),
        OutsideLink(kind: .fragment, destination: "#o", isImage: false),
      ])
    #expect(
      text.outsideLinks.map(\.location.description) == [
        "text.md:1:24", "text.md:2:6", "text.md:3:2", "text.md:3:16", "text.md:3:32",
      ])
  }

  @Test(
    arguments: [
      "javascript:alert(1)", "JavaScript:x", "data:text/html,x", "vbscript:x", "file:///a", "steps:a",
    ])
  func `A link to another scheme is refused and leaves its text`(url: String) {
    var diagnostics: [Diagnostic] = []
    #expect(parse("[x](\(url))", diagnostics: &diagnostics).pieces.dumped == "<p>x</p>\n")
    #expect(diagnostics.count == 1)
  }

  @Test(arguments: ["java script:x", "a/b:c", "?a:b", "#a:b", "&#9;javascript:x"])
  func `What no browser takes for a scheme is relative`(url: String) {
    var diagnostics: [Diagnostic] = []
    let html = parse("[x](<\(url)>)", diagnostics: &diagnostics).pieces.dumped
    #expect(diagnostics.isEmpty)
    #expect(html.contains("<a href="))
  }

  @Test func `A prefix keeps the identifiers of several texts on a page apart`() {
    let options = MarkdownOptions(idPrefix: "b-")
    #expect(
      render("# A\n\n[x](#a)", options: options) == "<h1 id=\"b-a\">A</h1>\n<p><a href=\"#b-a\">x</a></p>\n")
    let footnote = render("a[^1]\n\n[^1]: b\n", options: options)
    #expect(footnote.contains("href=\"#b-fn-1\" id=\"b-fnref-1\""))
    #expect(footnote.contains("<li id=\"b-fn-1\">"))
  }
}
