import ArgumentParser
import Authoring
import Diagnostics
import Foundation
import Publishing
import Site
import Tailoring

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Generates the site: each team's playbook, and the portfolio over all teams.",
    discussion: """
        waybook build --playbook go-to-rust --answers ledger.yaml --output site

      Nothing is written before everything is checked and made, and then the whole site changes at once. In a \
      folder with a waybook.yaml no option is needed; with names of teams only their pages are made anew.

      Several machines can share the work: each builds its share of the teams, and one puts the sites together.

        waybook build --shard 1/2 --output part-1
        waybook build --shard 2/2 --output part-2
        waybook build --join part-1 --join part-2 --output site
      """)

  @Argument(help: "The teams to build, as team or team/subject; all where none is named.")
  var names: [String] = []

  @OptionGroup var input: InputOptions

  @Option(
    help: "A folder whose templates stand in for the default theme's, one by one.", completion: .directory)
  var templates: String?

  @Option(help: "The folder of the site; 'site' where nothing names one.", completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Build one share of the teams: 2/5 is every fifth from the second on.", valueName: "share"))
  var shard: Shard?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Take the teams' pages from a site that was built of some of them; may be given several times.",
      valueName: "site"), completion: .directory)
  var join: [String] = []

  @Flag(help: "Build the other teams where some have mistakes; those keep their last good pages.")
  var keepGoing = false

  func validate() throws {
    if !join.isEmpty, shard != nil || !names.isEmpty {
      throw ValidationError("Sites are joined with all teams: give neither --shard nor names of teams.")
    }
    if shard != nil, !names.isEmpty {
      throw ValidationError("Give either --shard or names of teams, not both.")
    }
  }

  func run() async throws {
    try await Console.run(Self.self) {
      var diagnostics: [Diagnostic] = []
      let project = Input.project(diagnostics: &diagnostics)
      let content = try await SiteContent(input, project, templates: templates, diagnostics: &diagnostics)
      let teams = try Input.teams(input, project, diagnostics: &diagnostics)
      // Files of no team are mistakes like those of a team: the others need not wait for them.
      let misplaced = keepGoing ? teams?.misplaced ?? [] : []
      diagnostics.removeAll(where: misplaced.contains)
      if let notice = content.notice { Console.say("waybook: \(notice)") }
      guard let maker = content.maker, !diagnostics.containsErrors else {
        diagnostics += misplaced
        if let playbook = content.playbook { teams?.check(for: playbook, diagnostics: &diagnostics) }
        Console.show(diagnostics)
        throw Console.problems(diagnostics)
      }
      guard let teams else { throw Input.noAnswers }
      let entries = try teams.entries(named: names)
      let share = shard != nil || !join.isEmpty ? try ShareInput(input, project, templates: templates) : nil
      let output = output ?? project.output ?? "site"
      if join.contains(where: { $0.isSamePath(as: output) }) {
        throw ValidationError("The sites to join stay as they are: choose another --output than '\(output)'.")
      }
      let build = SiteBuild(
        maker: maker, teams: teams, entries: shard.map { $0.share(of: entries) } ?? entries,
        parts: join.isEmpty
          ? nil
          : try BuiltParts(
            join, of: entries.map(\.key), assets: maker.portfolio.assets.folder, input: share?.fingerprint),
        isWhole: names.isEmpty && input.answers.isEmpty && shard == nil && misplaced.isEmpty,
        output: output, keepsGoing: keepGoing,
        input: shard == nil ? nil : share?.fingerprint)
      do {
        let result = try build.run(&diagnostics)
        try report(result, diagnostics + misplaced)
      } catch let error where !(error is ExitCode) {
        // What is wrong with the input is worth telling, whatever the world has refused.
        Console.show(diagnostics + misplaced)
        throw error
      }
      guard misplaced.isEmpty else { throw ExitCode.someTeamsFailed }
      Console.end(keeping: content)
    }
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

extension String {
  /// Whether two paths lead to the same place, links followed.
  fileprivate func isSamePath(as other: String) -> Bool {
    func real(_ path: String) -> String {
      URL(filePath: path, directoryHint: .isDirectory).resolvingSymlinksInPath().path(percentEncoded: false)
    }
    return real(self) == real(other)
  }
}

extension TeamsFolder {
  /// The answers files of certain teams; all of them where none is named.
  ///
  /// - Throws: a usage error where a name is no team's.
  func entries(named names: [String]) throws -> [Entry] {
    guard !names.isEmpty else { return entries }
    let known = entries.map(\.key.description)
    for name in names where !known.contains(name) {
      throw ValidationError("There is no team '\(name)'\(NearMiss.hint(for: name, among: known))")
    }
    return entries.filter { names.contains($0.key.description) }
  }

  /// Reports what is wrong with the answers, where nothing can be made of them because of other mistakes.
  func check(for playbook: Playbook, diagnostics: inout [Diagnostic]) {
    for entry in entries { _ = answers(entry, for: playbook, diagnostics: &diagnostics) }
  }
}
