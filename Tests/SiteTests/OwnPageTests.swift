import Authoring
import Diagnostics
import Site
import SiteFiles
import Testing

/// Pages that a project adds to its site.
@Suite struct OwnPageTests {
  private static let about = """
    {{<base}}
    {{$title}}{{title}}{{/title}}
    {{$body}}
    <main id="page.main"><h1>{{title}}</h1>
    <ul>{{#teams}}<li><a href="{{url}}">{{team}}</a></li>{{/teams}}</ul></main>
    {{/body}}
    {{/base}}
    """
  private static let words = "pages:\n  about: About & around\n"

  private func sharedFiles(_ sample: Sample) throws -> (files: [SiteFile], team: Sample.Pages) {
    let team = try sample.site()
    var diagnostics: [Diagnostic] = []
    let files = Portfolio(theme: sample.theme, title: "Our barrels").files(
      of: [team.rendered.record], beside: sample.renderer.questionnaire(diagnostics: &diagnostics),
      diagnostics: &diagnostics)
    #expect(diagnostics.lines == [])
    return (files, team)
  }

  @Test func itStandsBesideThePortfolioAndEveryPageLinksToIt() throws {
    let sample = try Sample(templates: ["pages/about.html": Self.about, "words.yaml": Self.words])
    let (files, team) = try sharedFiles(sample)
    func text(_ path: String) throws -> String { try #require(files.first { $0.path.text == path }).text }
    #expect(try text("about.html").contains("<h1>About &amp; around</h1>"))
    #expect(try text("about.html").contains("<a href=\"barrels/index.html\">Cellar Team</a>"))
    for page in ["index.html", "matrix.html"] {
      #expect(try text(page).contains("<a href=\"about.html\">About &amp; around</a>"))
    }
    #expect(try team("index.html").contains("<a href=\"../about.html\">About &amp; around</a>"))
    #expect(try team("steps/carry-down.html").contains("<a href=\"../../about.html\">About &amp; around</a>"))
  }

  @Test func withoutAnyNoPageSpeaksOfThem() throws {
    let (files, team) = try sharedFiles(try Sample.asItStands())
    #expect(!files.contains { $0.path.text == "about.html" })
    #expect(!(try team("index.html").contains("about.html")))
  }

  @Test(arguments: [
    (
      ["pages/about.html": about],
      "look/pages/about.html: site.own-page-title: The page 'about' has no title; write it into 'words.yaml' as 'about' in the group 'pages'"
    ),
    (
      ["pages/index.html": about, "words.yaml": "pages:\n  index: All\n"],
      "look/pages/index.html: site.own-page-name: A page cannot be called 'index': write lower-case letters, digits and '_', a letter first, and none of the names that the site has already"
    ),
    (
      ["pages/about.html": "<h1>{{titel}}</h1>", "words.yaml": words],
      "look/pages/about.html:1:7: templating.unknown-name: There is no name 'titel' here; did you mean 'title'?"
    ),
    (
      ["words.yaml": words],
      "look/words.yaml:2:3: site.unused-words: No page says the words 'pages.about'"
    ),
  ])
  func mistakesAreReported(files: [String: String], line: String) throws {
    var diagnostics: [Diagnostic] = []
    _ = SiteTheme.load(
      defaults: try DefaultTheme.folder(), overrides: .memory(files, path: "look"), diagnostics: &diagnostics)
    #expect(diagnostics.lines == [line])
  }
}
