public import Diagnostics
public import SiteFiles
import Templating

/// The pages over all teams: the portfolio, the matrix of criteria, and what a host answers where there is no page.
public struct Portfolio: Sendable {
  /// Where the portfolio stands.
  public static let path: RelativePath = "index.html"

  private static let matrixPath: RelativePath = "matrix.html"
  private static let notFoundPath: RelativePath = "404.html"

  private let theme: SiteTheme
  private let title: String?
  private let url: String?

  /// The files that all pages take in.
  public var assets: ThemeAssets { theme.assets }

  /// Prepares the pages.
  ///
  /// - Parameters:
  ///   - theme: the look of the pages.
  ///   - title: the site's title; the theme has words for a site without one.
  ///   - url: where the site stands on the web, such as `https://example.org/handbooks`. Only the page that a host
  ///     shows at addresses without a page uses it; all others link relatively.
  public init(theme: SiteTheme, title: String? = nil, url: String? = nil) {
    self.theme = theme
    self.title = title
    self.url = url.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
  }

  /// The site's shared files: the pages over all listed teams, by key, and the questionnaire.
  ///
  /// - Parameters:
  ///   - questionnaire: the page with all questions, whose links are checked here, too.
  ///   - records: what came out for each team whose pages the site has.
  ///   - failed: the keys of teams whose last build failed: their pages are those of an earlier one, or missing.
  ///   - diagnostics: gets links that lead nowhere.
  public func files(
    of records: [PlaybookRecord], beside questionnaire: Questionnaire, failed: Set<String> = [],
    diagnostics: inout [Diagnostic]
  ) -> [SiteFile] {
    let teams = PortfolioTeams(records, failed: failed)
    let missing = failed.subtracting(records.map(\.key)).sorted()
    let frame = SiteFrame(theme)
    let pages =
      [
        SiteFile(
          Self.path,
          bytes: theme.portfolio.html(
            PortfolioPage(title: title, teams: teams, missing: missing, frame: frame))),
        SiteFile(
          Self.matrixPath, bytes: theme.matrix.html(MatrixPage(title: title, teams: teams, frame: frame))),
      ]
      + theme.ownPages.map { page in
        let listed = teams.teams.map { OwnPageModel.Team(record: $0.record) }
        let model = OwnPageModel(frame: frame, title: page.title, siteTitle: title, teams: listed)
        return SiteFile(page.path, bytes: page.template.html(model))
      }
    let known =
      records.flatMap { record in record.pages.map { "\(record.key)/\($0.path)" } }
      + theme.assets.files.map(\.path.text)
    let checked = pages.map { LinkCheck.Page(path: $0.path.text, html: $0.bytes, written: []) }
    let questions = LinkCheck.Page(
      path: Questionnaire.path.text, html: questionnaire.file.bytes, written: questionnaire.outsideLinks)
    var check = LinkCheck(checked + [questions], otherFiles: Set(known))
    check.run(diagnostics: &diagnostics)
    // Its links are no links from where it stands, so there is nothing to check them against.
    let notFound = SiteFile(
      Self.notFoundPath,
      bytes: theme.notFound.html(NotFoundPage(title: title, url: url, assets: theme.assets.path)))
    return pages + [questionnaire.file, notFound]
  }
}
