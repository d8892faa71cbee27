import CommonMark
import Diagnostics
import TestSupport
import Testing

/// Code blocks with a highlighter that takes each word `fn` for a keyword, and each `é` for a letter.
@Suite struct HighlightingTests {
  private let highlighting = CodeHighlighting { code, language in
    guard language == "rust" else { return [] }
    let text = String(decoding: code, as: UTF8.self)
    return text.matches(of: /fn|é/).map { match in
      let start = text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
      return CodeSpan(
        start..<start + match.output.utf8.count, className: match.output == "fn" ? "keyword" : "é\"")
    }
  }

  private func html(_ markdown: String) -> String {
    var diagnostics: [Diagnostic] = []
    let text = LocatedText(SourceFile(path: "text.md", text: markdown))
    let options = MarkdownOptions(opaqueCharacters: .slots)
    return Markdown(text, options: options, highlighting: highlighting, diagnostics: &diagnostics).pieces
      .dumped
  }

  @Test(arguments: [
    (
      "fn a<b>\n&fn", "<span class=\"keyword\">fn</span> a&lt;b&gt;\n&amp;<span class=\"keyword\">fn</span>\n"
    ),
    ("é<", "<span class=\"é&quot;\">é</span>&lt;\n"),
    ("", ""), ("\n\nfn", "\n\n<span class=\"keyword\">fn</span>\n"),
    // A value may be anything, so that code around it cannot be told apart.
    ("fn \u{F0000}", "fn {f0000:code}\n"),
  ])
  func `Spans stand in escaped code, and none where something is filled in`(code: String, expected: String) {
    let block = code.isEmpty ? "" : code + "\n"
    #expect(html("```rust\n\(block)```\n") == "<pre><code class=\"language-rust\">\(expected)</code></pre>\n")
  }

  @Test func `A marked line holds its spans`() {
    #expect(
      html("> ```rust {1,3}\n> fn\n> fn\n> a fn\n> ```\n") == """
        <blockquote>
        <pre><code class="language-rust"><mark><span class="keyword">fn</span></mark>
        <span class="keyword">fn</span>
        <mark>a <span class="keyword">fn</span></mark>
        </code></pre>
        </blockquote>

        """)
  }

  @Test func `Other languages, code without one and code spans are plain`() {
    #expect(html("```go\nfn\n```\n") == "<pre><code class=\"language-go\">fn\n</code></pre>\n")
    #expect(html("```\nfn\n```\n") == "<pre><code>fn\n</code></pre>\n")
    #expect(html("    fn\n") == "<pre><code>fn\n</code></pre>\n")
    #expect(html("`fn`\n") == "<p><code>fn</code></p>\n")
  }

  @Test func `Every language that a fence names is listed with its place`() {
    let marked = MarkedText("```⟦go⟧ title=\"a\"\n```\n\n- x\n\n  ~~~ ⟦golang⟧\n  ~~~\n\n```\n```\n")
    var diagnostics: [Diagnostic] = []
    let languages = parse(marked.text, diagnostics: &diagnostics).codeLanguages
    #expect(languages.map(\.value) == ["go", "golang"])
    #expect(languages.map(\.location.start) == marked.locations.map(\.start))
  }
}
