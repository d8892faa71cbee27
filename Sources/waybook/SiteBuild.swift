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
      let kept = keptUnits(in: writer, built: result.built)
      for key in kept { if let record = try record(of: key, in: writer) { records.append(record) } }
      var found: [Diagnostic] = []
      let files = portfolio.files(
        of: records, kept: Set(result.failed.map(\.description)), diagnostics: &found)
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
    var diagnostics: [Diagnostic] = []
    guard let rendered = try rendered(entry, tailor, &diagnostics), !diagnostics.containsErrors else {
      try writer.keep(.team(entry.key.description))
      return Team(key: entry.key, diagnostics: diagnostics)
    }
    try writer.write(rendered.unit, files: rendered.files)
    return Team(key: entry.key, record: rendered.record, diagnostics: diagnostics)
  }

  private func rendered(_ entry: TeamsFolder.Entry, _ tailor: Tailor, _ diagnostics: inout [Diagnostic])
    throws
    -> RenderedTeam?
  {
    guard let answers = try teams.answers(entry, for: playbook, diagnostics: &diagnostics),
      !diagnostics.containsErrors
    else { return nil }
    let tailored = tailor.tailored(to: answers, diagnostics: &diagnostics)
    return renderer.pages(of: tailored, diagnostics: &diagnostics)
  }

  /// The teams whose pages come from an earlier build.
  private func keptUnits(in writer: SiteWriter, built: [TeamKey]) -> [String] {
    let present = Set(teams.entries.map(\.key.description))
    let builtKeys = Set(built.map(\.description))
    return writer.previous.units.keys.sorted().compactMap { unit in
      guard case .team(let key) = unit, !builtKeys.contains(key), !isWhole || present.contains(key) else {
        return nil
      }
      return key
    }
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
