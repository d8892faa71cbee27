import Authoring
import Diagnostics
import Foundation
import Publishing
import Site
import SiteFiles
import Tailoring

/// One run of `build`: for each team load, tailor, render and write aside; then the portfolio, and the swap.
///
/// A team is one unit: its pages are written together or not at all, and only its record stays in memory. Teams are
/// made side by side, one on each processor.
struct SiteBuild {
  /// What came of a run.
  struct Result {
    /// What was written; nil where mistakes kept everything as it was.
    var publication: Publication?
    /// The teams whose pages were made.
    var built: [TeamKey] = []
    /// The teams with mistakes.
    var failed: [TeamKey] = []
    /// Those of them that the portfolio lists.
    var shownAsFailed: Set<String> = []
    /// The page to open.
    var index: String
  }

  let renderer: SiteRenderer
  let portfolio: Portfolio
  let playbook: Playbook
  let teams: TeamsFolder
  /// The teams of this run.
  let entries: [TeamsFolder.Entry]
  /// Whether these are all teams there are, so that the pages of others go.
  let isWhole: Bool
  let output: String
  let keepsGoing: Bool

  /// Builds the site.
  ///
  /// - Throws: `InputError` and `PublishingError` where the world fails; the site is then as it was.
  func run(_ diagnostics: inout [Diagnostic]) async throws -> Result {
    var result = Result(index: output.hasSuffix("/") ? output + "index.html" : output + "/index.html")
    let writer = try SiteWriter(output: output)
    do {
      var records: [PlaybookRecord] = []
      for team in try await write(entries, with: writer) {
        diagnostics += team.diagnostics
        if let record = team.record {
          records.append(record)
          result.built.append(team.key)
        } else {
          result.failed.append(team.key)
          if team.isListed { result.shownAsFailed.insert(team.key.description) }
        }
      }
      let stops =
        keepsGoing
        ? result.failed.isEmpty && diagnostics.containsErrors
        : diagnostics.containsErrors || !result.failed.isEmpty
      if stops {
        try writer.abandon()
        return result
      }
      for key in keptTeams(of: writer.previous, built: result.built) {
        if let record = try record(of: key, in: writer) { records.append(record) }
      }
      var found: [Diagnostic] = []
      let files = portfolio.files(
        of: records, beside: renderer.questionnaire(diagnostics: &found),
        failed: failedTeams(of: writer.previous, result), diagnostics: &found)
      diagnostics += found
      if found.containsErrors {
        try writer.abandon()
        return result
      }
      try writer.write(.shared, files: files)
      let existing = Set(teams.entries.map { SiteUnit.team($0.key.description) } + [.shared])
      result.publication = try writer.finish(removingAllBut: isWhole ? existing : nil)
      return result
    } catch {
      try writer.abandon()
      throw error
    }
  }

  /// What came of one team.
  private struct Team {
    let key: TeamKey
    /// What stays of it; nil where it has mistakes.
    var record: PlaybookRecord?
    /// Whether the portfolio lists it, should it have failed.
    var isListed = true
    let diagnostics: [Diagnostic]
  }

  /// Makes and writes teams, and gathers what came of them in their order.
  private func write(_ entries: [TeamsFolder.Entry], with writer: SiteWriter) async throws -> [Team] {
    let tailor = Tailor(playbook)
    let workers = ProcessInfo.processInfo.activeProcessorCount
    return try await withThrowingTaskGroup(of: [(index: Int, team: Team)].self) { group in
      for worker in 0..<workers {
        group.addTask {
          try stride(from: worker, to: entries.count, by: workers).map { index in
            try Task.checkCancellation()
            return (index, try write(entries[index], tailor, with: writer))
          }
        }
      }
      var teams: [(index: Int, team: Team)] = []
      for try await some in group { teams += some }
      return teams.sorted { $0.index < $1.index }.map(\.team)
    }
  }

  /// Makes and writes one team; where it has mistakes it keeps what it has.
  private func write(_ entry: TeamsFolder.Entry, _ tailor: Tailor, with writer: SiteWriter) throws -> Team {
    var found: [Diagnostic] = []
    let answers = teams.answers(entry, for: playbook, diagnostics: &found)
    let rendered = found.containsErrors ? nil : answers.flatMap { self.rendered($0, tailor, &found) }
    guard let rendered, !found.containsErrors else {
      let isListed = answers?.isListed ?? true
      if isListed {
        try writer.fail(entry.key.description)
      } else {
        try writer.keep(.team(entry.key.description))
      }
      return Team(key: entry.key, isListed: isListed, diagnostics: found)
    }
    try writer.write(rendered.unit, files: rendered.files)
    return Team(key: entry.key, record: rendered.record, diagnostics: found)
  }

  private func rendered(_ answers: Answers, _ tailor: Tailor, _ diagnostics: inout [Diagnostic])
    -> RenderedTeam?
  {
    let tailored = tailor.tailored(to: answers, diagnostics: &diagnostics)
    return renderer.pages(of: tailored, diagnostics: &diagnostics)
  }

  /// The teams whose pages come from an earlier build.
  private func keptTeams(of previous: Manifest, built: [TeamKey]) -> [String] {
    let keys = previous.units.keys.compactMap { unit in if case .team(let key) = unit { key } else { nil } }
    return remaining(Set(keys), without: built).sorted()
  }

  /// The teams whose last build failed, be it this one or an earlier one.
  private func failedTeams(of previous: Manifest, _ result: Result) -> Set<String> {
    remaining(previous.failed, without: result.built + result.failed).union(result.shownAsFailed)
  }

  /// The teams of an earlier build that were not built now and are still there.
  private func remaining(_ teams: Set<String>, without built: [TeamKey]) -> Set<String> {
    let others = teams.subtracting(built.map(\.description))
    return isWhole ? others.intersection(self.teams.entries.map(\.key.description)) : others
  }

  /// What an earlier build recorded of a team; nil where somebody took the file away.
  ///
  /// - Throws: `InputError` where it can no longer be read.
  private func record(of key: String, in writer: SiteWriter) throws -> PlaybookRecord? {
    let path = "\(writer.output)/\(key)/\(PlaybookRecord.fileName)"
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    do {
      return try PlaybookRecord(json: [UInt8](data))
    } catch {
      throw InputError(path: path, reason: "\(error); build the team '\(key)' again")
    }
  }
}
