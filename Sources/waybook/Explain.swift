import ArgumentParser
import Authoring
import Diagnostics
import Tailoring

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows how a team's verdict comes about, down to the rule and the answer behind each figure.",
    discussion: """
      Prints the verdict and its standing, and each criterion's weight, strength and points with the places of \
      the rule and the answers behind them.

        waybook explain ledger --playbook go-to-rust --answers ledger.yaml
      """)

  @Argument(help: "The team, or team/subject.")
  var team: String

  @OptionGroup var input: InputOptions

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
      Console.write(tailored.explanation())
    }
  }
}
