import ArgumentParser
import Authoring
import Diagnostics
import Foundation
import Interview
import Publishing
import Site
import Tailoring

struct Ask: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Asks for a team's answers, and says after each what is still possible.",
    discussion: """
        waybook ask --playbook go-to-rust --answers ledger.yaml

      The quick questions come first, then those that can change the verdict most. Every answer is saved at once \
      in the answers file, whose comments and order stay; ctrl-C loses nothing. A file that is not there yet is \
      made. In a folder with a waybook.yaml, 'waybook ask TEAM' is enough; without TEAM there is a choice. Of an \
      existing file only what is open or old is asked.

      At every question: a number or a text and Enter; ? for "I don't know"; h for the other keys.
      """)

  @Argument(help: "The team, or team/subject; one that is not there yet is begun.")
  var team: String?

  @OptionGroup var input: InputOptions

  func validate() throws {
    if let team, TeamKey(team) == nil {
      throw ValidationError(
        "'\(team)' is no team: lower-case letters and digits with single '-' between, such as payments or payments/ledger-api."
      )
    }
    if input.answers.count > 1 {
      throw ValidationError("Give one file with --answers; ask is about one team.")
    }
    if team != nil, !input.answers.isEmpty {
      throw ValidationError("Give either a team or --answers, not both.")
    }
  }

  func run() throws {
    try Console.run(Self.self) {
      guard let terminal = Terminal() else {
        throw ValidationError(
          """
          'ask' needs a terminal to ask on. Without one, write the answers file by hand, as Content/README.md \
          describes it, and check it with 'waybook check'.
          """)
      }
      var diagnostics: [Diagnostic] = []
      let loaded = try Input(input, newAnswers: true, diagnostics: &diagnostics)
      // A terminal is asked in the language of the questions around it, whatever pages say.
      let words = try ThemeFolders(overrides: nil).words(diagnostics: &diagnostics)
      guard let playbook = loaded.playbook, let words, !diagnostics.containsErrors else {
        Console.show(diagnostics)
        throw Console.problems(diagnostics)
      }
      guard let place = try chosenPlace(loaded, on: terminal, diagnostics: &diagnostics) else { return }
      let file = SingleFile(place.teams.path(of: place.entry))
      let bytes = try file.contents()
      let interview = Interview(
        try SourceFile(path: file.path, bytes: bytes ?? []), place.entry, of: place.teams,
        by: Tailor(playbook),
        today: try today(), commands: commands(for: place.entry.key),
        lines: PlainLines(playbook, words: words).text,
        diagnostics: &diagnostics)
      Console.show(diagnostics)
      guard let interview, !diagnostics.containsErrors else { throw Console.problems(diagnostics) }
      var session = AskSession(interview: interview, file: file, saved: bytes, terminal: terminal)
      try session.run()
    }
  }

  private typealias Place = (teams: TeamsFolder, entry: TeamsFolder.Entry)

  /// The answers file to ask for, new or there already; nil where somebody left without choosing one.
  private func chosenPlace(_ loaded: Input, on terminal: Terminal, diagnostics: inout [Diagnostic]) throws
    -> Place?
  {
    guard let teams = loaded.teams else { throw Input.noAnswers }
    if !input.answers.isEmpty { return teams.entries.first.map { (teams, $0) } }
    var picker = TeamPicker(among: teams.entries.map(\.key), asked: team.flatMap { TeamKey($0) })
    if picker.choice == nil { terminal.say(picker.begin()) }
    while picker.choice == nil {
      guard let line = terminal.nextLine() else {
        terminal.say([.blank])
        return nil
      }
      terminal.say(picker.receive(line))
      if picker.isLeft { return nil }
    }
    guard let key = picker.choice else { return nil }
    if let entry = teams.entries.first(where: { $0.key == key }) { return (teams, entry) }
    return try newPlace(key, loaded, diagnostics: &diagnostics)
  }

  /// The place of a file that is not there yet, checked as if it were.
  private func newPlace(_ key: TeamKey, _ loaded: Input, diagnostics: inout [Diagnostic]) throws -> Place? {
    guard let path = Input.folder(input.teams, else: loaded.project.teams, diagnostics: &diagnostics) else {
      return nil
    }
    let files = (InputFolder.exists(path) ? try InputFolder.disk(path).files : []) + ["\(key).yaml"]
    let teams = TeamsFolder(.disk(path, files: files.sorted()), diagnostics: &diagnostics)
    guard let entry = teams.entries.first(where: { $0.key == key }), !diagnostics.containsErrors else {
      Console.show(diagnostics)
      throw Console.problems(diagnostics)
    }
    return (teams, entry)
  }

  /// The commands to go on with, with the options of this one.
  private func commands(for key: TeamKey) -> Interview.Commands {
    var words: [String] = []
    if let playbook = input.playbook { words += ["--playbook", playbook.shellQuoted] }
    if let teams = input.teams { words += ["--teams", teams.shellQuoted] }
    if let answers = input.answers.first { words += ["--answers", answers.shellQuoted] }
    if input.answers.isEmpty { words.insert(key.description, at: 0) }
    let rest = words.joined(separator: " ")
    return Interview.Commands(ask: "waybook ask \(rest)", build: "waybook build \(rest)")
  }

  /// The day by the clock of this computer, where it is.
  private func today() throws -> CalendarDate {
    let day = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: .now)
    func digits(_ number: Int?, _ count: Int) -> String {
      let text = String(number ?? 0)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    let text = "\(digits(day.year, 4))-\(digits(day.month, 2))-\(digits(day.day, 2))"
    guard let date = CalendarDate(text) else {
      throw InputError(path: "the clock", reason: "It says \(text)")
    }
    return date
  }
}
