import Tailoring
import ArgumentParser
import Authoring
import Diagnostics
import Highlighting
import Publishing
import Site

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Generates the site: each team's playbook, and the portfolio over all teams.",
    discussion: """
        waybook build --playbook go-to-rust --answers ledger.yaml --output site

      Nothing is written before everything is checked and made, and then the whole site changes at once. In a \
      folder with a waybook.yaml no option is needed; with names of teams only their pages are made anew.
      """)

  @Argument(help: "The teams to build, as team or team/subject; all where none is named.")
  var names: [String] = []

  @OptionGroup var input: InputOptions

  @Option(
    help: "A folder whose templates stand in for the default theme's, one by one.", completion: .directory)
  var templates: String?

  @Option(help: "The folder of the site; 'site' where nothing names one.", completion: .directory)
  var output: String?

  @Flag(help: "Build the other teams where some have mistakes; those keep their last good pages.")
  var keepGoing = false

  func run() async throws {
    try await Console.run(Self.self) {
      var diagnostics: [Diagnostic] = []
      let project = Input.project(diagnostics: &diagnostics)
      let overrides = Input.folder(templates, else: project.templates, diagnostics: &diagnostics)
      // The theme is loaded beside the playbook, which knows nothing of it.
      async let loadedTheme = Self.theme(with: overrides)
      let loaded = try Input(input, project, diagnostics: &diagnostics)
      let (theme, languages, found) = try await loadedTheme
      diagnostics += found
      diagnostics += loaded.playbook?.misspeltLanguages(known: languages.names) ?? []
      guard let playbook = loaded.playbook, let theme, !diagnostics.containsErrors else {
        loaded.checkAnswers(&diagnostics)
        Console.show(diagnostics)
        throw Console.problems(diagnostics)
      }
      let teams = try namedTeams(of: loaded)
      let build = SiteBuild(
        renderer: SiteRenderer(
          playbook: playbook, theme: theme, highlighter: highlighter(of: languages, for: playbook)),
        portfolio: Portfolio(theme: theme, title: loaded.project.title), playbook: playbook,
        teams: teams.folder,
        entries: teams.entries, isWhole: names.isEmpty && input.answers.isEmpty,
        output: output ?? loaded.project.output ?? "site", keepsGoing: keepGoing)
      try report(try await build.run(&diagnostics), diagnostics)
    }
  }

  /// The default theme and its languages, with the files of a folder in the places of its own.
  private static func theme(with overrides: String?) throws -> (SiteTheme?, Languages, [Diagnostic]) {
    let folders = try ThemeFolders(overrides: overrides)
    var diagnostics: [Diagnostic] = []
    let theme = folders.theme(diagnostics: &diagnostics)
    let languages = folders.languages(diagnostics: &diagnostics)
    return (theme, languages, diagnostics)
  }

  /// What highlights a playbook's code. Where the library is missing the site is whole without it, so that this is
  /// said once and is no problem of the playbook.
  private func highlighter(of languages: Languages, for playbook: Playbook) -> Highlighter? {
    guard playbook.hasCode else { return nil }
    do {
      return try Highlighter(languages)
    } catch {
      Console.say("waybook: code is not highlighted: \(error)")
      return nil
    }
  }

  /// The answers files to build.
  private func namedTeams(of input: Input) throws -> (folder: TeamsFolder, entries: [TeamsFolder.Entry]) {
    guard let folder = input.teams else { throw Input.noAnswers }
    guard !names.isEmpty else { return (folder, folder.entries) }
    let known = folder.entries.map(\.key.description)
    for name in names where !known.contains(name) {
      throw ValidationError("There is no team '\(name)'\(NearMiss.hint(for: name, among: known))")
    }
    return (folder, folder.entries.filter { names.contains($0.key.description) })
  }

  private func report(_ result: SiteBuild.Result, _ diagnostics: [Diagnostic]) throws {
    Console.show(diagnostics)
    guard let publication = result.publication else { throw Console.problems(diagnostics) }
    if let notice = publication.notice { Console.say("waybook: \(notice)") }
    for path in publication.missing {
      Console.say("waybook: '\(path)' of an earlier build is gone; build its team again")
    }
    let files =
      "\(publication.written.counted("file")) written, \(publication.unchanged) unchanged, "
      + "\(publication.removed) removed"
    let teams = (result.built.count + result.failed.count).counted("team")
    Console.say("waybook: \(result.built.count) of \(teams): \(files)")
    Console.say("waybook: open \(result.index)")
    guard result.failed.isEmpty else {
      Console.say("waybook: failed: \(result.failed.map(\.description).joined(separator: ", "))")
      throw ExitCode.someTeamsFailed
    }
  }
}
