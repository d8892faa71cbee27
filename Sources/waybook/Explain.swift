import ArgumentParser
import Authoring
import Diagnostics
import Site
import SiteFiles
import Tailoring

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows how a team's verdict comes about, down to the rule and the answer behind each figure.",
    discussion: """
      Prints the verdict and its standing, what would change it, each criterion's weight, strength and points \
      with the places of the rule and the answers behind them, where to start, and the plan with its times; at \
      the end one sentence to repeat.

        waybook explain ledger --playbook go-to-rust --answers ledger.yaml
        waybook explain ledger --criterion data-races
      """)

  @Argument(help: "The team, or team/subject.")
  var team: String

  @Option(help: ArgumentHelp("Explain this criterion alone; may be given several times.", valueName: "id"))
  var criterion: [String] = []

  @Option(help: ArgumentHelp("Explain this step alone; may be given several times.", valueName: "id"))
  var step: [String] = []

  /// How it is shown.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: "How it is shown: text, or json, the record that a site holds as playbook.json.")
  var format: Format = .text

  @OptionGroup var input: InputOptions

  func validate() throws {
    if format == .json, !criterion.isEmpty || !step.isEmpty {
      throw ValidationError("The record is about the whole playbook: leave out --criterion and --step.")
    }
  }

  func run() throws {
    try Console.run(Self.self) {
      var diagnostics: [Diagnostic] = []
      let loaded = try Input(input, diagnostics: &diagnostics)
      let entry = loaded.teams?.entries.first { $0.key.description == team }
      if entry == nil, !diagnostics.containsErrors {
        Console.show(diagnostics)
        guard let known = loaded.teams?.entries.map(\.key.description) else { throw Input.noAnswers }
        throw ValidationError("There is no team '\(team)'\(NearMiss.hint(for: team, among: known))")
      }
      guard let playbook = loaded.playbook, let teams = loaded.teams, let entry,
        let answers = teams.answers(entry, for: playbook, diagnostics: &diagnostics),
        !diagnostics.containsErrors
      else {
        Console.show(diagnostics)
        throw ExitCode.problemsInInput
      }
      let tailored = playbook.tailored(to: answers, diagnostics: &diagnostics)
      Console.show(diagnostics)
      if diagnostics.containsErrors { throw ExitCode.problemsInInput }
      if format == .json {
        return try writeRecord(of: tailored)
      }
      guard !criterion.isEmpty || !step.isEmpty else { return try Console.write(tailored.explanation()) }
      let criteria = try criterion.map { try $0.id(among: playbook.criteria.map(\.id), "criterion") }
      let steps = try step.map { try $0.id(among: playbook.steps.map(\.id), "step") }
      try Console.write(tailored.explanation(criteria: criteria, steps: steps))
    }
  }

  /// Writes the record in the words that the site has.
  private func writeRecord(of tailored: TailoredPlaybook) throws {
    var diagnostics: [Diagnostic] = []
    let project = Input.project(diagnostics: &diagnostics)
    let overrides = Input.folder(nil, else: project.templates, diagnostics: &diagnostics)
    guard let words = try ThemeFolders(overrides: overrides).words(diagnostics: &diagnostics) else {
      Console.show(diagnostics)
      throw ExitCode.problemsInInput
    }
    try Console.write(String(decoding: PlaybookRecord(tailored, words: words).json, as: UTF8.self))
  }
}

extension String {
  /// Finds an id that was named on the command line.
  fileprivate func id(among known: [Slug], _ kind: String) throws -> Slug {
    guard let id = known.first(where: { $0.text == self }) else {
      throw ValidationError(
        "There is no \(kind) '\(self)'\(NearMiss.hint(for: self, among: known.map(\.text)))")
    }
    return id
  }
}
