import ArgumentParser
import Authoring
import Diagnostics
import Serving
import Site
import SiteFiles

/// The site in memory, as `serve` shows it: only what a change reaches is made anew, and what has mistakes keeps its
/// last good pages.
struct PreviewBuild {
  /// What came of a run.
  struct Result {
    /// What there is to see now.
    var preview: Preview
    /// What is wrong with the content.
    var diagnostics: [Diagnostic]
    /// The teams whose pages were made anew.
    var made = 0
    /// Why code is not highlighted, where that is so.
    var notice: String?
  }

  /// What stays of a team from one run to the next.
  private struct Team {
    var stamps: FileStamps
    var result: PageMaker.Result
    /// The last pages without mistakes.
    var pages: RenderedTeam?
  }

  private let options: InputOptions
  private let templates: String?
  private let names: [String]
  private var watched = Watched()
  private var isBegun = false
  private var theme: LoadedTheme?
  private var content: (maker: PageMaker, problems: [Diagnostic])?
  private var teams: [TeamKey: Team] = [:]
  /// The last good site; nil where there was none yet.
  private var site: [SiteFile]?

  /// A build of certain teams; of all of them where none is named.
  init(_ options: InputOptions, templates: String?, names: [String]) {
    (self.options, self.templates, self.names) = (options, templates, names)
  }

  /// How the files stand now.
  var state: Watched.State { watched.state }

  /// How they stood when they were read last.
  var seen: Watched.State { watched.seen }

  /// Reads what has changed, and makes what hangs on it. Whatever is wrong is a diagnostic.
  ///
  /// - Throws: a usage error where nothing names a playbook, or answers, at the first run.
  mutating func run() async throws -> Result {
    let printer = TextPrinter(colours: false, source: Console.Sources().file(at:))
    var result = Result(preview: Preview(files: nil, problems: [], printer: printer), diagnostics: [])
    do {
      try await make(&result)
    } catch let error as InputError {
      result.diagnostics.append(Diagnostic(.error, "serve.unreadable", at: nil, error.description))
    } catch let error as ValidationError where isBegun {
      result.diagnostics.append(Diagnostic(.error, "serve.not-named", at: nil, error.message))
    }
    isBegun = true
    result.preview = Preview(files: site, problems: result.diagnostics, printer: printer)
    return result
  }

  private mutating func make(_ result: inout Result) async throws {
    let before = watched.seen
    let project = watched.begin(options, templates: templates, diagnostics: &result.diagnostics)
    let isSameProject = watched.seen.project == before.project
    if !isSameProject || watched.seen.theme != before.theme { theme = nil }
    if theme == nil || content == nil || watched.seen.playbook != before.playbook {
      content = nil
      for key in teams.keys { teams[key]?.stamps = FileStamps(of: []) }
      var problems: [Diagnostic] = []
      defer { result.diagnostics += problems }
      let loaded = try await SiteContent(
        options, project, templates: templates, theme: theme, diagnostics: &problems)
      (theme, result.notice) = (loaded.theme, loaded.notice)
      if let maker = loaded.maker { content = (maker, problems) }
    }
    if let content { result.diagnostics += content.problems }
    let examples = try content?.maker.playbook.examples(diagnostics: &result.diagnostics)
    guard let folder = try Input.teams(options, project, diagnostics: &result.diagnostics) ?? examples else {
      if content == nil { return }
      throw Input.noAnswers
    }
    guard let maker = content?.maker, !result.diagnostics.containsErrors else { return }
    try makeTeams(of: folder, by: maker, &result)
  }

  /// Makes the pages of the teams whose answers have changed, and puts the site together.
  private mutating func makeTeams(of folder: TeamsFolder, by maker: PageMaker, _ result: inout Result) throws
  {
    let entries = try folder.entries(named: names)
    guard !entries.isEmpty else {
      result.diagnostics.append(
        Diagnostic(
          .error, "serve.no-team", at: nil, "There are no answers yet; 'waybook ask' asks for a team's"))
      return
    }
    let stale = entries.filter { teams[$0.key]?.stamps != stamps(of: $0, in: folder) }
    let made = stale.mappedSideBySide {
      maker.pages(of: $0, in: folder, sideBySide: stale.count == 1)
    }
    for (entry, new) in zip(stale, made) {
      let pages = new.pages ?? teams[entry.key]?.pages
      teams[entry.key] = Team(stamps: stamps(of: entry, in: folder), result: new, pages: pages)
    }
    let keys = Set(entries.map(\.key))
    teams = teams.filter { keys.contains($0.key) }
    result.made = stale.count

    let shown = entries.compactMap { teams[$0.key] }
    result.diagnostics += shown.flatMap(\.result.diagnostics)
    let failed = entries.filter { entry in
      teams[entry.key].map { $0.result.pages == nil && $0.result.isListed } ?? false
    }
    let pages = shown.compactMap(\.pages)
    guard !pages.isEmpty else { return }
    var found: [Diagnostic] = []
    let shared = maker.sharedFiles(
      of: pages.map(\.record), failed: Set(failed.map(\.key.description)), diagnostics: &found)
    result.diagnostics += found
    guard !found.containsErrors else { return }
    let assets = maker.portfolio.assets.files
    // Pages that stay as they were may need the files of an earlier theme.
    let earlier =
      failed.isEmpty
      ? []
      : site?.filter { file in
        file.path.text.hasPrefix("assets/") && !assets.contains { $0.path == file.path }
      } ?? []
    site = shared + assets + earlier + pages.flatMap(\.files)
  }

  /// What the files were like that a team's answers are read from.
  private func stamps(of entry: TeamsFolder.Entry, in folder: TeamsFolder) -> FileStamps {
    let own = folder.path(of: entry)
    return watched.seen.answers.only { path in
      path == own || path.split(separator: "/").last?.hasPrefix("_") ?? false
    }
  }
}
