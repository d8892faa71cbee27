import Authoring
import Diagnostics
import SiteFiles
import Templating

/// A page that a project adds to its site: `pages/about.html` of its theme becomes `about.html` beside the
/// portfolio, and every page links to it.
struct OwnPage: Sendable {
  /// The folder of a theme in which such templates stand.
  static let folder = "pages/"
  /// What the site calls pages of its own.
  private static let taken: Set = ["index", "matrix", "answer", "404"]

  let title: String
  let path: RelativePath
  let template: PageTemplate<OwnPageModel>

  /// Nil where the template, its name or its title is wrong, which is reported.
  ///
  /// - Parameters:
  ///   - name: of the template, `pages/about`.
  ///   - words: those of the theme; they have the page's title under the template's name, as `pages.about`.
  init?(
    _ name: String, in library: TemplateLibrary, words: WordsFile, at location: SourceLocation,
    diagnostics: inout [Diagnostic]
  ) {
    let id = String(name.dropFirst(Self.folder.count))
    let template = library.page(name, for: OwnPageModel.self, diagnostics: &diagnostics)
    // The title is words, and so the id is a name as those of words are.
    guard Name(id) != nil, !Self.taken.contains(id), let path = try? RelativePath(id + ".html") else {
      diagnostics.append(.ownPageName(id, at: location))
      return nil
    }
    guard let title = words.words["pages.\(id)"] else {
      diagnostics.append(.ownPageTitle(id, at: location))
      return nil
    }
    guard let phrase = Phrase(title, names: [], diagnostics: &diagnostics), let template else { return nil }
    self.title = phrase.text([])
    self.path = path
    self.template = template
  }

  /// A link to it from a page in a folder.
  ///
  /// - Parameter siteRoot: the way to the site's folder, empty or ending in `/`.
  func link(from siteRoot: String) -> LinkModel { LinkModel(title: title, url: siteRoot + path.text) }
}

/// What a page of a project's own sees. `pages/*`
struct OwnPageModel: TemplateModel {
  /// A listed team.
  struct Team: TemplateModel {
    let record: PlaybookRecord

    static let fields: [Field<Self>] = [
      .text("team", \.record.team), .text("subject", \.record.subject),
      .text("playbook", \.record.playbook.title), .text("url") { "\($0.record.key)/index.html" },
    ]
  }

  let frame: SiteFrame
  /// The page's own title.
  let title: String
  /// That of the site.
  let siteTitle: String?
  let teams: [Team]

  static let fields: [Field<Self>] = [
    .record("page", \.frame), .text("title", \.title), .optionalText("site_title", \.siteTitle),
    .list("teams", \.teams), .flag("any_team") { !$0.teams.isEmpty },
  ]
}

/// What stands around a page of the site's folder: `page`, as on the pages of teams.
struct SiteFrame: TemplateModel {
  let assets: String
  let ownPages: [LinkModel]

  init(_ theme: SiteTheme) {
    assets = theme.assets.path
    ownPages = theme.ownPages.map { $0.link(from: "") }
  }

  static let fields: [Field<Self>] = [
    .text("site_root") { _ in "" }, .text("assets", \.assets), .list("own_pages", \.ownPages),
  ]
}
