import Authoring
import Diagnostics
import Highlighting
import Site
import SiteFiles
import Tailoring

/// What the pages of all teams have in common, loaded and checked: what `build` and `serve` begin with.
struct SiteContent {
  /// The playbook; nil where there is none to be read.
  let playbook: Playbook?
  /// The theme, which may have mistakes.
  let theme: LoadedTheme
  /// What makes pages; nil where mistakes stand in the way.
  let maker: PageMaker?
  /// Why code is not highlighted, where that is so: no mistake of the playbook, and said once.
  let notice: String?

  /// Loads the playbook, and the theme beside it.
  ///
  /// - Parameters:
  ///   - templates: the folder of the project's own templates, where an option names it.
  ///   - known: the theme, where it was loaded before and nothing of it has changed.
  /// - Throws: `InputError` where something that is named is not there; a usage error where no playbook is named.
  init(
    _ options: InputOptions, _ project: ProjectFile, templates: String?, theme known: LoadedTheme? = nil,
    diagnostics: inout [Diagnostic]
  ) async throws {
    let overrides = Input.folder(templates, else: project.templates, diagnostics: &diagnostics)
    async let loadedTheme = try known ?? ThemeFolders(overrides: overrides).theme()
    let folder = try Input.playbookFolder(options.playbook, project, diagnostics: &diagnostics)
    async let loadedRevision = folder.map(ContentRevision.init)
    playbook = folder.flatMap { Playbook.load($0, diagnostics: &diagnostics) }
    theme = try await loadedTheme
    diagnostics += theme.problems
    diagnostics += playbook?.misspeltLanguages(known: theme.languages.names) ?? []
    let revision = await loadedRevision
    guard let playbook, let look = theme.look, !diagnostics.containsErrors else {
      (maker, notice) = (nil, nil)
      return
    }
    notice = playbook.hasCode ? theme.notice : nil
    async let tailor = Tailor(playbook)
    let renderer = SiteRenderer(
      playbook: playbook, revision: revision?.description, theme: look,
      addresses: SiteAddresses(project), highlighter: theme.highlighter)
    maker = PageMaker(
      playbook: playbook, tailor: await tailor, renderer: renderer,
      portfolio: Portfolio(theme: look, title: project.title, url: project.url))
  }
}

/// Makes the pages of teams from their answers.
struct PageMaker: Sendable {
  let playbook: Playbook
  let tailor: Tailor
  let renderer: SiteRenderer
  let portfolio: Portfolio

  /// What came of a team.
  struct Result: Sendable {
    /// Its pages; nil where it has mistakes.
    var pages: RenderedTeam?
    /// Whether the portfolio lists it.
    var isListed = true
    /// What is wrong with its answers.
    var diagnostics: [Diagnostic] = []
  }

  /// Makes what stands beside the teams' folders.
  ///
  /// - Parameters:
  ///   - records: what came out for each team whose pages the site has.
  ///   - failed: the keys of teams whose last build failed.
  func sharedFiles(of records: [PlaybookRecord], failed: Set<String>, diagnostics: inout [Diagnostic])
    -> [SiteFile]
  {
    portfolio.files(
      of: records, beside: renderer.questionnaire(diagnostics: &diagnostics), failed: failed,
      diagnostics: &diagnostics)
  }

  /// Makes the pages of one team.
  ///
  /// - Parameter sideBySide: whether to use all processors for this one team, where it is not one of many.
  func pages(of entry: TeamsFolder.Entry, in teams: TeamsFolder, sideBySide: Bool) -> Result {
    var result = Result()
    let answers = teams.answers(entry, for: playbook, diagnostics: &result.diagnostics)
    result.isListed = answers?.isListed ?? true
    guard let answers, !result.diagnostics.containsErrors else { return result }
    let tailored = tailor.tailored(to: answers, diagnostics: &result.diagnostics)
    let pages = renderer.pages(of: tailored, sideBySide: sideBySide, diagnostics: &result.diagnostics)
    if !result.diagnostics.containsErrors { result.pages = pages }
    return result
  }
}
