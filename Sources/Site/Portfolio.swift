public import Diagnostics
public import SiteFiles
import Templating

/// The page over all teams.
public struct Portfolio: Sendable {
  /// Where it stands.
  public static let path: RelativePath = "index.html"

  private let theme: SiteTheme
  private let title: String?

  /// Prepares the page.
  ///
  /// - Parameters:
  ///   - theme: the look of the page.
  ///   - title: the site's title; the theme has words for a site without one.
  public init(theme: SiteTheme, title: String? = nil) {
    self.theme = theme
    self.title = title
  }

  /// The site's shared files: the page over all listed teams, by key, the questionnaire and the theme's assets.
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
    let page = PortfolioPage(
      title: title, records: records.filter(\.isListed),
      failed: failed.subtracting(records.filter { !$0.isListed }.map(\.key)))
    let html = theme.portfolio.html(page)
    let known =
      records.flatMap { record in record.pages.map { "\(record.key)/\($0.path)" } }
      + theme.assets.map(\.path.text)
    var check = LinkCheck(
      [
        LinkCheck.Page(path: Self.path.text, html: html, written: []),
        LinkCheck.Page(
          path: Questionnaire.path.text, html: questionnaire.file.bytes, written: questionnaire.outsideLinks),
      ], otherFiles: Set(known))
    check.run(diagnostics: &diagnostics)
    return [SiteFile(Self.path, bytes: html), questionnaire.file] + theme.assets
  }
}
