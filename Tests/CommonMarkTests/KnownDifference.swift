/// Where we differ from GitHub's renderer, and why.
struct KnownDifference: Sendable, CustomStringConvertible {
  var reason: String
  var markdown: String
  var html: String

  var description: String { reason }

  static let all: [KnownDifference] = [
    KnownDifference(
      reason: "A task may begin on the line of an outer item, and in a quote",
      markdown: "- - [ ] a",
      html: "<ul>\n<li>\n<ul>\n<li><input disabled=\"\" type=\"checkbox\"> a</li>\n</ul>\n</li>\n</ul>\n"),
    KnownDifference(
      reason: "A task is done where its own box says so, not where '[x]' stands later on the line",
      markdown: "- [ ] [x](/u)",
      html: "<ul>\n<li><input disabled=\"\" type=\"checkbox\"> <a href=\"/u\">x</a></li>\n</ul>\n"),
    KnownDifference(
      reason: "A footnote that only footnotes mention, which nobody reads, is left out",
      markdown: "[^1]: a [^1]", html: ""),
    KnownDifference(
      reason:
        "Emphasis is decided before strikethrough, so tildes are punctuation to it and cannot break it open",
      markdown: "~~c *d~~ e*", html: "<p>~~c <em>d~~ e</em></p>\n"),
    KnownDifference(
      reason: "A bare URL ends where a code span begins, and at quotation marks",
      markdown: "http://a.b/c`d`", html: "<p><a href=\"http://a.b/c\">http://a.b/c</a><code>d</code></p>\n"),
    KnownDifference(
      reason: "A bare URL after a bracket that is never closed is a link",
      markdown: "[ http://a.b", html: "<p>[ <a href=\"http://a.b\">http://a.b</a></p>\n"),
    KnownDifference(
      reason: "A table does not make the list around it loose",
      markdown: "- | a |\n  | - |\n- b",
      html:
        "<ul>\n<li>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>\n</li>\n<li>b</li>\n</ul>\n"
    ),
    KnownDifference(
      reason: "A line that continues a paragraph lazily is no header",
      markdown: "> a\nb\n> :-:", html: "<blockquote>\n<p>a\nb\n:-:</p>\n</blockquote>\n"),
    KnownDifference(
      reason: "A blank line of a quote continues a footnote",
      markdown: "> [^1]: a\n>\n>     b\n\n[^1]",
      html: "<blockquote>\n</blockquote>\n<p><sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" "
        + "data-footnote-ref>1</a></sup></p>\n<section class=\"footnotes\" data-footnotes>\n<ol>\n<li id=\"fn-1\">\n"
        + "<p>a</p>\n<p>b <a href=\"#fnref-1\" class=\"footnote-backref\" data-footnote-backref "
        + "data-footnote-backref-idx=\"1\" aria-label=\"Back to reference 1\">↩</a></p>\n</li>\n</ol>\n</section>\n"
    ),
  ]
}
