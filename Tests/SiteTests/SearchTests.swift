import Diagnostics
import Foundation
import Site
import TestSupport
import Testing

@Suite struct SearchTests {
  /// A page as the index has it.
  private struct Page: Equatable {
    let path: String
    let sections: [[String]]

    /// The text of the section under a heading.
    func text(_ heading: String) -> String? { sections.first { $0[1] == heading }?[2] }
  }

  private func index(_ script: String) throws -> [Page] {
    let list = try #require(script.between("globalThis.waybookSearch = ", ",\n];"))
    let pages = try #require(try JSONSerialization.jsonObject(with: Data("\(list)]".utf8)) as? [[Any]])
    return try pages.map { page in
      Page(
        path: try #require(page.first as? String),
        sections: try page.dropFirst().map { try #require($0 as? [String]) })
    }
  }

  private func page(_ path: String, of site: Sample.Pages) throws -> Page {
    try #require(try index(site("search-index.js")).first { $0.path == path })
  }

  /// The sections of a guide whose page has some HTML in its `main`.
  private func sections(_ html: String) throws -> [[String]] {
    let template = "{{<layout}}{{$main}}\(html){{/main}}{{/layout}}"
    return try page("guides/carrying.html", of: Sample(templates: ["guide.html": template]).site()).sections
  }

  @Test func everyPageButTheOneForPrintIsSearched() throws {
    let site = try Sample.asItStands().site()
    let paths = try index(site("search-index.js")).map(\.path)
    #expect(paths == site.html.map(\.path).filter { $0 != "print.html" })
    for (path, text) in site.html {
      let root = path.contains("/") ? "../" : ""
      #expect(text.contains(" data-index=\"\(root)search-index.js\""), "\(path)")
      #expect(text.firstMatch(of: #/<div class="search" role="search" [^>]* hidden>/#) != nil, "\(path)")
    }
  }

  @Test func aPageIsCutAtItsHeadings() throws {
    let guide = """
      ---
      title: Carrying well
      ---
      Lift *slow*ly.

      ## With a cart

      | Load | Way |
      | --- | --- |
      | one | "down" & `<out>` |

      ### Wheels

      Oil them.
      """
    let page = try page("guides/carrying.html", of: Sample(["guides/10-carrying.md": guide]).site())
    #expect(
      page.sections == [
        ["", "Carrying well", "Lift slowly."],
        ["with-a-cart", "With a cart", "Load Way one \"down\" & <out>"], ["wheels", "Wheels", "Oil them."],
      ])
  }

  @Test(arguments: [
    ("<p>A</p><h1>T</h1>B", [["", "T", "A B"]]),
    ("A", [["", "", "A"]]),
    ("", []),
    ("<h1>T</h1><nav><nav>A</nav>B</nav>C<svg><text>D</text></svg>", [["", "T", "C"]]),
    ("<h1>T</h1><p data-no-search>A</p><p>B</p>", [["", "T", "B"]]),
    ("<h1>T</h1><p id=\"a\" data-search=\"A &amp; B\">C</p>", [["", "T", ""], ["a", "A & B", "C"]]),
    ("<h1>T</h1><dl><dt id=\"a\" data-search>A</dt><dd>B</dd></dl>", [["", "T", ""], ["a", "A", "B"]]),
    ("<h1 title=\"a > b\">T<br>U</h1>", [["", "T U", ""]]),
    ("<h1>T</h1>a<wbr>b<b>c</b>&#39;&nbsp;d", [["", "T", "abc' d"]]),
  ])
  func templatesSayWhatIsFound(html: String, sections: [[String]]) throws {
    #expect(try self.sections(html) == sections)
  }

  @Test func answersAndTermsAreSectionsOfTheirOwn() throws {
    let site = try Sample.asItStands().site()
    let answers = try page("answers.html", of: site)
    #expect(answers.sections.contains { $0[0] == "q-degrees" && $0[1] == "Degrees upstairs" })
    #expect(answers.text("The secret")?.contains("answered, private") == true)
    #expect(try page("glossary.html", of: site).sections.contains { $0[0] == "tannin" && !$0[2].isEmpty })
  }

  @Test(arguments: [
    "</script><script>alert(1)</script>", "\\\"]];alert(1)//", "`${alert(1)}` <!-- <p data-search",
    "tab\tand\u{1}control",
  ])
  func anAnswerIsFoundAsItsTextAndNothingElse(hostile: String) throws {
    let quoted = String(decoding: try JSONEncoder().encode(hostile), as: UTF8.self)
    let site = try Sample.asItStands().site(
      SampleFiles.answers.replacing("words: Sour & warm", with: "words: \(quoted)"))
    let words = hostile.split { $0 == "\t" || $0 == "\u{1}" }.joined(separator: " ")
    let script = try site("search-index.js")
    #expect(!script.contains("<"))
    #expect(try page("answers.html", of: site).text("In your words")?.contains(words) == true)
  }

  @Test func anIndexThatIsTooLargeIsReported() throws {
    func site(_ letters: Int) throws -> Sample.Pages {
      let text = String(repeating: "long ", count: letters / 5)
      return try Sample(["guides/10-carrying.md": "---\ntitle: Carrying well\n---\n\(text)\n"]).site()
    }
    #expect(try site(450_000).diagnostics.lines == [])
    let large = try site(600_000).diagnostics
    #expect(
      large.lines == [
        "site.search-index-size: What the pages of 'barrels' search in takes 608 kB, and it may take 500 kB"
      ])
    #expect(large.first?.notes.first?.message.contains("guides/carrying.html (601 kB), ") == true)
    #expect(large.first?.severity == .error)
  }
}
