import ArgumentParser
import Comparison
import Diagnostics

struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows what a change of content or answers does to each team.",
    discussion: """
        waybook diff --base origin/main
        waybook diff site-before site-after

      With --base the working folder is compared with a revision of its git repository: both are built, aside, with \
      the project's waybook.yaml or the options that say where the input is. Else two sites that 'waybook build' made \
      are compared. Told are verdicts, standings and decisions, points, criteria, steps, ticks, gates, and the words \
      of pages. Exits with 1 where something has changed that --fail-on names, or may have, since it was not compared.
      """)

  /// How the differences are shown.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  /// What may not change.
  enum Gate: String, ExpressibleByArgument, CaseIterable {
    case verdict, standing, decision, steps, ticks, anything
  }

  @Argument(help: "The folders of two built sites, the older first.", completion: .directory)
  var sites: [String] = []

  @Option(help: ArgumentHelp("A revision to compare the working folder with.", valueName: "ref"))
  var base: String?

  @OptionGroup var input: InputOptions

  @Option(
    help: "A folder whose templates stand in for the default theme's, one by one.", completion: .directory)
  var templates: String?

  @Option(help: "What goes to standard output: text, json, or markdown for a comment on a pull request.")
  var format: Format = .text

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Exit with 1 where some team's verdict, standing, decision, steps, ticks or anything has changed; may be given several times.",
      valueName: "what"))
  var failOn: [Gate] = []

  func validate() throws {
    let namesInput = input.playbook != nil || input.teams != nil || !input.answers.isEmpty || templates != nil
    switch (base, sites.count) {
    case (_?, 0): break
    case (_?, _): throw ValidationError("Give either --base or two built sites, not both.")
    case (nil, 2) where namesInput:
      throw ValidationError("Two built sites are compared as they are: options of the input go with --base.")
    case (nil, 2): break
    case (nil, _): throw ValidationError("Give two built sites, the older first, or --base REF.")
    }
  }

  func run() async throws {
    try await Console.run(Self.self) {
      let comparison = try await comparison()
      switch format {
      case .text: try Console.write(comparison.text())
      case .json: try Console.write(comparison.json())
      case .markdown: try Console.write(comparison.markdown())
      }
      guard !failOn.isEmpty else { return }
      guard comparison.isComplete else {
        Console.say(
          "waybook: what is not compared may have changed: \(failOn.map(\.rawValue).joined(separator: ", "))")
        throw ExitCode.problemsInInput
      }
      let failed = failOn.filter { !$0.isPassed(by: comparison) }
      guard failed.isEmpty else {
        Console.say("waybook: changed: \(failed.map(\.rawValue).joined(separator: ", "))")
        throw ExitCode.problemsInInput
      }
    }
  }

  private func comparison() async throws -> SiteComparison {
    guard let base else { return try Self.comparison(of: BuiltSite(sites[0]), with: BuiltSite(sites[1])) }
    let build = RevisionBuild(base: try await GitRevision(base), options: input, templates: templates)
    return try await endedBySignals {
      try await build.withSites { old, new in
        let newSite = try Self.site(new, of: "the working folder")
        guard let newSite else { throw ExitCode.problemsInInput }
        // A change that mends what was broken has to get through.
        guard let oldSite = try Self.site(old, of: "the revision '\(base)'") else {
          return SiteComparison(withUnbuilt: base)
        }
        return try Self.comparison(of: oldSite, with: newSite)
      }
    }
  }

  /// What was built; nil where nothing was. What was said of mistakes is passed on.
  private static func site(_ outcome: RevisionBuild.Outcome, of name: String) throws -> BuiltSite? {
    switch outcome {
    case .built(let site, let said):
      if !said.isEmpty { Console.tell("waybook: \(name) has teams with mistakes:\n\(said)") }
      return site
    case .failed(let said):
      Console.tell(
        "waybook: the site of \(name) cannot be built, so that there is nothing to compare:\n\(said)")
      return nil
    }
  }

  private static func comparison(of old: BuiltSite, with new: BuiltSite) throws -> SiteComparison {
    try SiteComparison(from: old.teams, to: new.teams, failedBefore: old.failed, failedNow: new.failed) {
      side, key in
      switch side {
      case .old: try old.team(key)
      case .new: try new.team(key)
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
