import Testing

@testable import CommonMark

@Suite struct SlotTests {
  private let slots = MarkdownOptions(opaqueCharacters: .slots)

  @Test(
    arguments: [
      ("a \u{F0000} b", "<p>a {f0000:text} b</p>\n"),
      ("**\u{F0000}** `\u{F0001}`", "<p><strong>{f0000:text}</strong> <code>{f0001:code}</code></p>\n"),
      ("[a \u{F0000}](/b/\u{F0001}?c)", "<p><a href=\"/b/{f0001:url}?c\">a {f0000:linkText}</a></p>\n"),
      (
        "[a](\u{F0000} \"\u{F0001}\")",
        "<p><a href=\"{f0000:urlStart}\" title=\"{f0001:attribute}\">a</a></p>\n"
      ),
      ("![\u{F0000}](/b)", "<p><img src=\"/b\" alt=\"{f0000:attribute}\" /></p>\n"),
      (
        "```x title=\"\u{F0000}\"\n\u{F0001}\n```\n",
        "<figure class=\"code\">\n<figcaption>{f0000:text}</figcaption>\n"
          + "<pre><code class=\"language-x\">{f0001:code}\n</code></pre>\n</figure>\n"
      ),
      ("# The \u{F0000} way", "<h1 id=\"the--way\">The {f0000:text} way</h1>\n"),
      (
        "|a|\n|-|\n|\u{F0000}|\n",
        "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
          + "<td>{f0000:text}</td>\n</tr>\n</tbody>\n</table>\n"
      ),
      (
        "https://a.b/\u{F0000}",
        "<p><a href=\"https://a.b/{f0000:url}\">https://a.b/{f0000:linkText}</a></p>\n"
      ),
      ("[a](step:b \"\u{E000}\") \u{F8FF}", "<p>{link step:b}a{/link} {f8ff:text}</p>\n"),
    ])
  func `A slot says in which context it stands`(markdown: String, html: String) {
    #expect(render(markdown, options: slots) == html)
  }

  @Test(
    arguments: [
      (SlotContext.text, "<a href=\"x\">&", "&lt;a href=&quot;x&quot;&gt;&amp;"),
      (.attribute, "\" onclick=\"", "&quot; onclick=&quot;"),
      (.code, "a < b", "a &lt; b"),
      (.url, "a b/../?c=d&é", "a%20b%2F..%2F%3Fc%3Dd%26%C3%A9"),
      (.urlStart, "https://a.b/c d?e=f&g", "https://a.b/c%20d?e=f&amp;g"),
      (.urlStart, "../a", "../a"),
      (.urlStart, "MAILTO:a@b.c", "MAILTO:a@b.c"),
      (.urlStart, " javascript:alert(1)", "%20javascript:alert(1)"),
    ])
  func `A value is written as its context needs it`(context: SlotContext, value: String, html: String) throws
  {
    var bytes: [UInt8] = []
    try context.write(value, into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == html)
  }

  @Test(arguments: ["javascript:alert(1)", "JAVASCRIPT:x", "data:x", "step:a"])
  func `A value that would lead elsewhere is refused and nothing is written`(value: String) {
    var bytes: [UInt8] = []
    #expect(throws: RefusedURL.self) { try SlotContext.urlStart.write(value, into: &bytes) }
    #expect(bytes.isEmpty)
  }
}
