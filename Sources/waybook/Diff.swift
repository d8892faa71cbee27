import ArgumentParser
import Comparison
import Diagnostics

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows what a change of content or answers does to each team.",
    discussion: """
        waybook diff site-before site-after

      Compares two sites that 'waybook build' made: verdicts, standings and decisions, points, criteria, steps, ticks, \
      gates, and the words of pages. Exits with 1 where something has changed that --fail-on names.
      """)

  /// How the differences are shown.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  /// What may not change.
  enum Gate: String, ExpressibleByArgument, CaseIterable {
    case verdict, standing, decision, steps, ticks, anything
  }

  @Argument(help: "The folder of the site as it was.", completion: .directory)
  var old: String

  @Argument(help: "The folder of the site as it is.", completion: .directory)
  var new: String

  @Option(help: "What goes to standard output: text, json, or markdown for a comment on a pull request.")
  var format: Format = .text

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Exit with 1 where some team's verdict, standing, decision, steps, ticks or anything has changed; may be given several times.",
      valueName: "what"))
  var failOn: [Gate] = []

  func run() throws {
    try Console.run(Self.self) {
      let comparison = SiteComparison(from: try BuiltSite(old).teams, to: try BuiltSite(new).teams)
      switch format {
      case .text: Console.write(comparison.text())
      case .json: Console.write(try comparison.json())
      case .markdown: Console.write(comparison.markdown())
      }
      let failed = failOn.filter { $0.isPassed(by: comparison) == false }
      guard failed.isEmpty else {
        Console.say("waybook: changed: \(failed.map(\.rawValue).joined(separator: ", "))")
        throw ExitCode.problemsInInput
      }
    }
  }
}

extension Diff.Gate {
  /// Whether nothing has changed that this stands for.
  fileprivate func isPassed(by comparison: SiteComparison) -> Bool {
    let teams = comparison.changed
    return switch self {
    case .verdict: teams.allSatisfy { $0.verdict == nil }
    case .standing: teams.allSatisfy { $0.standing == nil }
    case .decision: teams.allSatisfy { $0.decision == nil }
    case .steps: teams.allSatisfy(\.steps.isEmpty)
    case .ticks: teams.allSatisfy(\.lostTicks.isEmpty)
    case .anything: comparison.isEmpty
    }
  }
}
