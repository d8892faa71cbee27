import ArgumentParser
import Authoring
import Diagnostics
import Tailoring

struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs a playbook's own tests, and shows what they do not touch.",
    discussion: """
      Tests stand in criteria and steps under 'tests', and in tests/*.yaml. Each expectation that is not met is \
      shown at its line, with what came out and why. The report ends with the choices, levels, cases of \
      'rules_out', steps and outcomes of gates that no test touches.

        waybook test --playbook go-to-rust
        waybook test --playbook go-to-rust --format junit > tests.xml

      Exits with 1 where a test fails.
      """)

  /// How the run is reported on standard output.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, junit
  }

  @Option(help: "The playbook's folder, or the name of a bundled one.", completion: .directory)
  var playbook: String?

  @Option(help: "The report: text, or junit for XML that CI systems read, with the text on standard error.")
  var format: Format = .text

  func run() throws {
    try Console.run(Self.self) {
      var diagnostics: [Diagnostic] = []
      let project = Input.project(diagnostics: &diagnostics)
      let loaded = try Input.playbook(playbook, project, diagnostics: &diagnostics)
      guard let loaded, !diagnostics.containsErrors else {
        Console.show(diagnostics)
        throw Console.problems(diagnostics)
      }
      let run = loaded.testRun()
      Console.show(diagnostics + run.failures)
      switch format {
      case .text: Console.write(run.text())
      case .junit:
        Console.write(run.junit())
        Console.say(run.text())
      }
      Console.say("waybook: \(loaded.id) \(loaded.version): \(run.summary)")
      if run.failedCount > 0 { throw ExitCode.problemsInInput }
    }
  }
}
