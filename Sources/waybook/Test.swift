import ArgumentParser
import Authoring
import Diagnostics
import Tailoring

struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Runs a playbook's own tests, and shows what they do not touch.",
    discussion: """
      Tests stand in criteria and steps under 'tests', and in tests/*.yaml. Each expectation that is not met is \
      shown at its line, with what came out and why. The report ends with the choices, levels, cases of \
      'rules_out', steps and outcomes of gates that no test touches.

        waybook test --playbook go-to-rust
        waybook test --playbook go-to-rust --report junit=tests.xml

      Exits with 1 where a test fails.
      """)

  @Option(help: "The playbook's folder, or the name of a bundled one.", completion: .directory)
  var playbook: String?

  @OptionGroup var reports: ReportOptions

  func run() throws {
    try Console.run(Self.self) {
      var diagnostics: [Diagnostic] = []
      let project = Input.project(diagnostics: &diagnostics)
      let loaded = try Input.playbook(playbook, project, diagnostics: &diagnostics)
      guard let loaded, !diagnostics.containsErrors else {
        diagnostics = diagnostics.sortedForReading()
        Console.show(diagnostics)
        try reports.write(Report(diagnostics: diagnostics))
        throw Console.problems(diagnostics)
      }
      let run = loaded.testRun()
      diagnostics = (diagnostics + run.failures).sortedForReading()
      Console.show(diagnostics)
      // Standard output holds the report that was asked for, and nothing else.
      if reports.format == .text { try Console.write(run.text()) } else { Console.say(run.text()) }
      try reports.write(Report(diagnostics: diagnostics, tests: run))
      Console.say("waybook: \(loaded.id) \(loaded.version): \(run.summary)")
      if run.failedCount > 0 { throw ExitCode.problemsInInput }
    }
  }
}
