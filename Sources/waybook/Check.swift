import ArgumentParser
import Authoring
import Diagnostics
import Highlighting
import Tailoring

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a playbook, its theme and its teams' answers, and runs the playbook's own tests.",
    discussion: """
      Reports every problem in one run, with file, line and column. Writes nothing.

        waybook check --playbook go-to-rust
        waybook check --strict --report sarif=waybook.sarif

      Without --teams and --answers the playbook's own examples are checked beside it.
      """)

  @OptionGroup var input: InputOptions

  @Option(
    help: "A folder whose templates stand in for the default theme's, one by one.", completion: .directory)
  var templates: String?

  @OptionGroup var reports: ReportOptions

  @Flag(help: "Exit with 1 on warnings, too.")
  var strict = false

  @Flag(
    help:
      "Also look for rules, levels, verdicts and steps that no answers can bring into play; where there are too many ways of answering, some are drawn, and the message says so."
  )
  var deep = false

  func validate() throws {
    if reports.formats.contains(.junit) {
      throw ValidationError("A report as junit is of tests: 'waybook test --report junit=FILE' writes it.")
    }
  }

  func run() throws {
    try Console.run(Self.self) {
      var diagnostics: [Diagnostic] = []
      let loaded = try Input(input, diagnostics: &diagnostics)
      var teams = 0
      let theme = try theme(of: loaded.project, diagnostics: &diagnostics)
      if let playbook = loaded.playbook {
        diagnostics += playbook.misspeltLanguages(known: theme.languages.names)
        let tailor = Tailor(playbook)
        teams = try checkTeams(of: loaded, by: tailor, diagnostics: &diagnostics)
        if !diagnostics.containsErrors { diagnostics += tailor.testRun().failures }
        if !diagnostics.containsErrors { diagnostics += tailor.weighingWarnings() }
        if deep, !diagnostics.containsErrors { diagnostics += tailor.deepFindings() }
      }
      diagnostics = diagnostics.sortedForReading()
      if reports.format == .text { Console.show(diagnostics) }
      try reports.write(Report(diagnostics: diagnostics))
      if diagnostics.containsErrors || (strict && !diagnostics.isEmpty) {
        throw Console.problems(diagnostics)
      }
      if let playbook = loaded.playbook {
        let problems = Console.count(diagnostics) ?? "no problems"
        let files = teams.counted("answers file")
        Console.say("waybook: \(playbook.summaryOfContents), \(files): \(problems)")
      }
    }
  }

  /// Loads the theme that the project's pages would be made with, and reports what is wrong with it.
  private func theme(of project: ProjectFile, diagnostics: inout [Diagnostic]) throws -> LoadedTheme {
    let overrides = Input.folder(templates, else: project.templates, diagnostics: &diagnostics)
    let theme = try ThemeFolders(overrides: overrides).theme()
    diagnostics += theme.problems
    return theme
  }

  /// Loads and tailors each team, for what only shows then; the playbook's examples where no team is named.
  private func checkTeams(of input: Input, by tailor: Tailor, diagnostics: inout [Diagnostic]) throws -> Int {
    let playbook = tailor.playbook
    let folders = [input.teams, try playbook.examples(diagnostics: &diagnostics)].compactMap(\.self)
    for teams in folders {
      for entry in teams.entries {
        var found: [Diagnostic] = []
        let answers = teams.answers(entry, for: playbook, diagnostics: &found)
        if let answers, !found.containsErrors, !diagnostics.containsErrors {
          found += tailor.diagnostics(for: answers)
        }
        diagnostics += found
      }
    }
    return folders.map(\.entries.count).reduce(0, +)
  }
}

extension Playbook {
  /// `go-to-rust 1.0.0: 28 questions, 16 criteria, 17 steps`.
  fileprivate var summaryOfContents: String {
    "\(id) \(version): \(questions.count.counted("question")), "
      + "\(criteria.count.counted("criterion", "criteria")), \(steps.count.counted("step"))"
  }
}
