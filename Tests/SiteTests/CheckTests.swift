import Authoring
import Diagnostics
import Site
import SiteFiles
import TestSupport
import Testing

@Suite struct CheckTests {
  @Test func aLinkToAHeadingThatATeamDoesNotSeeIsReportedAtItsPlace() throws {
    let marked = MarkedText(
      """
      ---
      title: Carrying well
      ---
      ①See [the crane](#with-a-crane).

      {{#answers.tools.crane}}
      ## With a crane
      {{/answers.tools.crane}}
      """, path: "cellar/guides/10-carrying.md")
    let site = try Sample(["guides/10-carrying.md": marked.text]).site()
    let broken = site.diagnostics.filter { $0.message.contains("guides/carrying.html") }
    #expect(broken.map(\.id) == ["site.broken-link"])
    #expect(broken.first?.location?.start?.line == marked.points.first??.line)
    #expect(
      broken.first?.message
        == "'#with-a-crane' on the page 'barrels/guides/carrying.html' leads to nothing that the site has")
  }

  @Test(arguments: [
    ("<a href=\"nowhere.html\">x</a>", "'nowhere.html'"), ("<a href=\"#nowhere\">x</a>", "'#nowhere'"),
    ("<a href=\"plan.html#nowhere\">x</a>", "'plan.html#nowhere'"),
    ("<a href=\"../../../up.html\">x</a>", "'../../../up.html'"), ("<img src=\"a.png\" alt=\"\">", "'a.png'"),
    ("<a href=\"/absolute.html\">x</a>", "'/absolute.html'"),
  ])
  func aBrokenLinkOfATemplateIsReported(html: String, quoted: String) throws {
    let site = try Sample(templates: ["parts/questions.html": html]).site("team: Blank\nanswers: {}\n")
    let messages = site.diagnostics.map(\.message)
    #expect(
      messages.contains("\(quoted) on the page 'barrels/index.html' leads to nothing that the site has"))
    #expect(site.diagnostics.allSatisfy { $0.id == "site.broken-link" && $0.severity == .error })
  }

  @Test(arguments: [
    "https://example.org/x", "mailto:a@example.org", "//example.org/x", "plan.html", "./plan.html",
    "#page.main",
    "../barrels/plan.html", "../index.html", "steps/../plan.html", "#", "",
  ])
  func aGoodLinkIsNot(address: String) throws {
    let theme = ["parts/verdict.html": "<a href=\"\(address)\">x</a>"]
    let site = try Sample(templates: theme).site()
    #expect(site.diagnostics.filter { $0.message.contains("index.html") }.lines == [])
  }

  @Test func anIDThatStandsTwiceIsReported() throws {
    let body = "---\ntitle: Carrying well\n---\n## Here\n"
    let templates = [
      "guide.html": "{{<layout}}{{$main}}<h1 id=\"here\">{{title}}</h1>{{{body}}}{{/main}}{{/layout}}"
    ]
    let site = try Sample(["guides/10-carrying.md": body], templates: templates).site()
    #expect(
      site.diagnostics.lines == [
        "site.duplicate-id: The id 'here' stands twice on the page 'barrels/guides/carrying.html', and a link "
          + "can only mean one of them"
      ])
  }
}

@Suite struct ThemeTests {
  private func load(_ overrides: [String: String]) throws -> (theme: SiteTheme?, lines: [String]) {
    var diagnostics: [Diagnostic] = []
    let theme = SiteTheme.load(
      defaults: try DefaultTheme.folder(), overrides: .memory(overrides, path: "look"),
      diagnostics: &diagnostics)
    return (theme, diagnostics.lines)
  }

  @Test func aProjectReplacesTemplatesOneByOne() throws {
    let footer =
      "{{<base}}{{$title}}Mine: {{$name}}{{/name}}{{/title}}{{$head}}{{$style}}{{/style}}{{/head}}{{$body}}<main id=\"page.main\">{{$main}}{{/main}}</main>{{/body}}{{/base}}"
    let site = try Sample(templates: ["layout.html": footer, "assets/style.css": "body {}"])
    let pages = try site.site()
    #expect(pages.diagnostics.lines == [])
    #expect(try pages("plan.html").contains("<title>Mine: Plan</title>"))
    let style = site.theme.assets.files.first { $0.path.text.hasSuffix("/style.css") }
    #expect(style?.text == "body {}" && style?.path.text == "\(site.theme.assets.path)style.css")
  }

  @Test func filesOfAThemeStandInAFolderThatIsNamedAfterWhatTheyHold() throws {
    func folder(_ templates: [String: String]) throws -> String {
      try Sample(templates: templates).theme.assets.folder
    }
    let plain = try folder([:])
    #expect(try #/[0-9a-f]{8}/#.wholeMatch(in: plain) != nil)
    #expect(try folder(["plan.html": "{{<layout}}{{/layout}}"]) == plain)
    #expect(try folder(["assets/style.css": "body {}"]) != plain)
    #expect(try folder(["assets/more.css": ""]) != plain)
    let page = try Sample().site()("plan.html")
    #expect(page.contains("href=\"../assets/\(plain)/style.css\""))
  }

  @Test func aMistakeInATemplateIsReportedAtItsPlace() throws {
    let (theme, lines) = try load([
      "plan.html": "{{<layout}}{{$main}}\n<p>{{pages.team}}</p>{{/main}}{{/layout}}",
      "guide.html": "{{> parts/nothing}}",
    ])
    #expect(theme == nil)
    #expect(lines.count == 2)
    #expect(lines.contains { $0.hasPrefix("look/plan.html:2:6: ") && $0.contains("did you mean 'page") })
    #expect(lines.contains { $0.hasPrefix("look/guide.html:1:5: ") })
  }

  @Test func aMisspeltTemplateIsReported() throws {
    let (theme, lines) = try load(["stpe.html": "x"])
    #expect(theme != nil)
    #expect(
      lines == [
        "look/stpe.html: site.unused-template: No page is made of 'stpe' and no template takes it in; did you "
          + "mean 'step'?"
      ])
  }

  @Test func anAssetWithAnUnportableNameIsReported() throws {
    let (_, lines) = try load(["assets/a:b.css": "x"])
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("look/assets/a:b.css: site.asset-path: ") == true)
  }
}
