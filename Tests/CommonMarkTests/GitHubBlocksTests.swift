import Testing

@testable import CommonMark

/// Examples of github.github.com/gfm, and cases beside them.
@Suite struct GitHubBlocksTests {
  @Test func whatScrollsCanBeReachedWithTheKeyboardWhereAPageAsksForIt() {
    let labels = MarkdownOptions.ScrollLabels(code: "Code", table: "A \"table\"")
    let options = MarkdownOptions(scrollLabels: labels)
    #expect(
      render("    x\n", options: options)
        == "<pre tabindex=\"0\" role=\"group\" aria-label=\"Code\"><code>x\n</code></pre>\n")
    #expect(
      render("|a|\n|-|\n", options: options)
        == "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"A &quot;table&quot;\">\n<table>\n"
        + "<thead>\n<tr>\n<th scope=\"col\">a</th>\n</tr>\n</thead>\n</table>\n</div>\n")
    #expect(render("    x\n") == "<pre><code>x\n</code></pre>\n")
  }

  @Test(
    arguments: [
      (
        "| foo | bar |\n| --- | --- |\n| baz | bim |\n",
        "<table>\n<thead>\n<tr>\n<th>foo</th>\n<th>bar</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>baz</td>\n"
          + "<td>bim</td>\n</tr>\n</tbody>\n</table>\n"
      ),
      (
        "| abc | defghi |\n:-: | -----------:\nbar | baz\n",
        "<table>\n<thead>\n<tr>\n<th align=\"center\">abc</th>\n<th align=\"right\">defghi</th>\n</tr>\n</thead>\n"
          + "<tbody>\n<tr>\n<td align=\"center\">bar</td>\n<td align=\"right\">baz</td>\n</tr>\n</tbody>\n</table>\n"
      ),
      (
        "| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |\n",
        "<table>\n<thead>\n<tr>\n<th>f|oo</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b <code>|</code> az</td>\n</tr>\n"
          + "<tr>\n<td>b <strong>|</strong> im</td>\n</tr>\n</tbody>\n</table>\n"
      ),
      (
        "| abc | def |\n| --- | --- |\n| bar | baz |\n> bar\n",
        "<table>\n<thead>\n<tr>\n<th>abc</th>\n<th>def</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>bar</td>\n<td>baz</td>\n"
          + "</tr>\n</tbody>\n</table>\n<blockquote>\n<p>bar</p>\n</blockquote>\n"
      ),
      (
        "| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar\n",
        "<table>\n<thead>\n<tr>\n<th>abc</th>\n<th>def</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>bar</td>\n<td>baz</td>\n"
          + "</tr>\n<tr>\n<td>bar</td>\n<td></td>\n</tr>\n</tbody>\n</table>\n<p>bar</p>\n"
      ),
      (
        "| abc | def |\n| --- |\n| bar |\n",
        "<p>| abc | def |\n| --- |\n| bar |</p>\n"
      ),
      (
        "| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |\n",
        "<table>\n<thead>\n<tr>\n<th>abc</th>\n<th>def</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>bar</td>\n<td></td>\n</tr>\n"
          + "<tr>\n<td>bar</td>\n<td>baz</td>\n</tr>\n</tbody>\n</table>\n"
      ),
      (
        "| abc | def |\n| --- | --- |\n",
        "<table>\n<thead>\n<tr>\n<th>abc</th>\n<th>def</th>\n</tr>\n</thead>\n</table>\n"
      ),
    ])
  func `Tables come out as the specification shows`(markdown: String, html: String) {
    #expect(render(markdown, options: .gitHub) == html)
  }

  @Test(
    arguments: [
      "> | a |\n> | - |\n> | [b] |\n\n[b]: /u\n",
      "- | a |\n  | - |\n  | [b] |\n\n[b]: /u\n",
      "1.  > | a |\n    > | - |\n    > | [b] |\n\n[b]: /u\n",
      "text before\n| a |\n| - |\n| [b] |\n\n[b]: /u\n",
    ])
  func `A table stands in quotes, lists and after text, and knows the text's links`(markdown: String) {
    let html = render(markdown, options: .gitHub)
    #expect(html.contains("<th>a</th>"))
    #expect(html.contains("<td><a href=\"/u\">b</a></td>"))
  }

  @Test func `A table is not continued lazily, as a paragraph would be`() {
    let html = render("> | a |\n> | - |\n| b |\n", options: .gitHub)
    #expect(html.hasSuffix("</table>\n</blockquote>\n<p>| b |</p>\n"))
  }

  @Test(
    arguments: [
      (
        "- [ ] foo\n- [x] bar\n",
        "<ul>\n<li><input disabled=\"\" type=\"checkbox\"> foo</li>\n"
          + "<li><input checked=\"\" disabled=\"\" type=\"checkbox\"> bar</li>\n</ul>\n"
      ),
      (
        "- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] bim\n",
        "<ul>\n<li><input checked=\"\" disabled=\"\" type=\"checkbox\"> foo\n<ul>\n"
          + "<li><input disabled=\"\" type=\"checkbox\"> bar</li>\n"
          + "<li><input checked=\"\" disabled=\"\" type=\"checkbox\"> baz</li>\n</ul>\n</li>\n"
          + "<li><input disabled=\"\" type=\"checkbox\"> bim</li>\n</ul>\n"
      ),
      ("- \\[ ] foo\n", "<ul>\n<li>[ ] foo</li>\n</ul>\n"),
      ("- [y] foo\n", "<ul>\n<li>[y] foo</li>\n</ul>\n"),
    ])
  func `Task lists come out as the specification shows`(markdown: String, html: String) {
    #expect(render(markdown, options: .gitHub) == html)
  }

  @Test(
    arguments: [
      ("~~Hi~~ Hello, ~there~ world!", "<p><del>Hi</del> Hello, <del>there</del> world!</p>\n"),
      ("This ~~has a\n\nnew paragraph~~.", "<p>This ~~has a</p>\n<p>new paragraph~~.</p>\n"),
      ("This will ~~~not~~~ strike.", "<p>This will ~~~not~~~ strike.</p>\n"),
      ("\\~~no~~ but ~~*yes*~~", "<p>~~no~~ but <del><em>yes</em></del></p>\n"),
      ("`~~code~~` \\~", "<p><code>~~code~~</code> ~</p>\n"),
      ("`\\~`", "<p><code>\\~</code></p>\n"),
    ])
  func `Strikethrough pairs runs of one or two tildes`(markdown: String, html: String) {
    #expect(render(markdown, options: .gitHub) == html)
  }

  @Test(
    arguments: [
      ("www.commonmark.org", "<a href=\"http://www.commonmark.org\">www.commonmark.org</a>"),
      (
        "Visit www.commonmark.org/help for more information.",
        "Visit <a href=\"http://www.commonmark.org/help\">www.commonmark.org/help</a> for more information."
      ),
      ("Visit www.commonmark.org.", "Visit <a href=\"http://www.commonmark.org\">www.commonmark.org</a>."),
      (
        "www.google.com/search?q=Markup+(business)))",
        "<a href=\"http://www.google.com/search?q=Markup+(business)\">"
          + "www.google.com/search?q=Markup+(business)</a>))"
      ),
      (
        "www.google.com/search?q=commonmark&hl;",
        "<a href=\"http://www.google.com/search?q=commonmark\">www.google.com/search?q=commonmark</a>&amp;hl;"
      ),
      (
        "www.commonmark.org/he<lp", "<a href=\"http://www.commonmark.org/he\">www.commonmark.org/he</a>&lt;lp"
      ),
      (
        "(Visit https://encrypted.google.com/search?q=Markup+(business))",
        "(Visit <a href=\"https://encrypted.google.com/search?q=Markup+(business)\">"
          + "https://encrypted.google.com/search?q=Markup+(business)</a>)"
      ),
      ("ftp://foo.bar.baz", "<a href=\"ftp://foo.bar.baz\">ftp://foo.bar.baz</a>"),
      ("foo@bar.baz", "<a href=\"mailto:foo@bar.baz\">foo@bar.baz</a>"),
      (
        "hello@mail+xyz.example isn't valid, but hello+xyz@mail.example is.",
        "hello@mail+xyz.example isn't valid, but "
          + "<a href=\"mailto:hello+xyz@mail.example\">hello+xyz@mail.example</a> is."
      ),
      ("a.b-c_d@a.b.", "<a href=\"mailto:a.b-c_d@a.b\">a.b-c_d@a.b</a>."),
      ("a.b-c_d@a.b-", "a.b-c_d@a.b-"),
      ("a.b-c_d@a.b_", "a.b-c_d@a.b_"),
      ("mailto:foo@bar.baz", "<a href=\"mailto:foo@bar.baz\">mailto:foo@bar.baz</a>"),
      (
        "xmpp:foo@bar.baz/txt@bin.com",
        "<a href=\"xmpp:foo@bar.baz/txt@bin.com\">xmpp:foo@bar.baz/txt@bin.com</a>"
      ),
      ("xmpp:foo@bar.baz/txt/bin", "<a href=\"xmpp:foo@bar.baz/txt\">xmpp:foo@bar.baz/txt</a>/bin"),
      ("https://a.b/*c*_d_", "<a href=\"https://a.b/*c*_d\">https://a.b/*c*_d</a>_"),
      ("`https://a.b` [https://a.b](/c)", "<code>https://a.b</code> <a href=\"/c\">https://a.b</a>"),
      ("<a href=\"http://a.b\">x</a>", "<a href=\"http://a.b\">x</a>"),
    ])
  func `Bare URLs and addresses become links`(markdown: String, html: String) {
    #expect(render(markdown, options: .gitHub) == "<p>\(html)</p>\n")
  }

  @Test func `Footnotes are numbered as they are mentioned and link back`() {
    let html = render("a[^x] b[^1] c[^x]\n\n[^1]: One.\n[^x]: Two.\n\n    More.\n", options: .gitHub)
    #expect(
      html == """
        <p>a<sup class="footnote-ref"><a href="#fn-x" id="fnref-x" data-footnote-ref>1</a></sup> \
        b<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" data-footnote-ref>2</a></sup> \
        c<sup class="footnote-ref"><a href="#fn-x" id="fnref-x-2" data-footnote-ref>1</a></sup></p>
        <section class="footnotes" data-footnotes>
        <ol>
        <li id="fn-x">
        <p>Two.</p>
        <p>More. <a href="#fnref-x" class="footnote-backref" data-footnote-backref \
        data-footnote-backref-idx="1" aria-label="Back to reference 1">↩</a> \
        <a href="#fnref-x-2" class="footnote-backref" data-footnote-backref \
        data-footnote-backref-idx="1-2" aria-label="Back to reference 1-2">↩\
        <sup class="footnote-ref">2</sup></a></p>
        </li>
        <li id="fn-1">
        <p>One. <a href="#fnref-1" class="footnote-backref" data-footnote-backref \
        data-footnote-backref-idx="2" aria-label="Back to reference 2">↩</a></p>
        </li>
        </ol>
        </section>

        """)
  }

  @Test func `A footnote holds any block and mentions others`() {
    let html = render("a[^1]\n\n[^1]:\n    | x |\n    | - |\n\n    b[^2]\n\n[^2]: c\n", options: .gitHub)
    #expect(html.contains("<li id=\"fn-1\">\n<table>"))
    #expect(html.contains("<li id=\"fn-2\">\n<p>c "))
  }

  @Test func `What looks like a footnote in code stays code`() {
    #expect(render("    [^1]: x\n", options: .gitHub) == "<pre><code>[^1]: x\n</code></pre>\n")
    #expect(render("```\n[^1]: x\n```\n", options: .gitHub) == "<pre><code>[^1]: x\n</code></pre>\n")
  }

  @Test(arguments: ["note", "tip", "important", "warning", "caution"])
  func `A quote that begins with a kind in brackets is an alert`(kind: String) {
    let title = kind.prefix(1).uppercased() + kind.dropFirst()
    #expect(
      render("> [!\(kind.uppercased())]\n> Text.\n", options: .gitHub) == """
        <div class="markdown-alert markdown-alert-\(kind)">
        <p class="markdown-alert-title">\(title)</p>
        <p>Text.</p>
        </div>

        """)
  }

  @Test(arguments: ["> \\[!NOTE]\n> x\n", "> [!NOTE] x\n", "> x\n> [!NOTE]\n", "[!NOTE]\n"])
  func `Other quotes are no alerts`(markdown: String) {
    #expect(!render(markdown, options: .gitHub).contains("markdown-alert"))
  }
}
