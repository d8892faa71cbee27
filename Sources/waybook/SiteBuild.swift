import Authoring
import Diagnostics
import Foundation
import Publishing
import Site
import SiteFiles
import Tailoring

/// One run of `build`: for each team load, tailor, render and write aside; then the portfolio, and the swap.
///
/// A team is one unit: its pages are written together or not at all, and only its record stays in memory.
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
  func run(_ diagnostics: inout [Diagnostic]) throws -> Result {
    var result = Result(index: output.hasSuffix("/") ? output + "index.html" : output + "/index.html")
    let writer = try SiteWriter(output: output)
    do {
      var records = try write(entries, with: writer, &result, &diagnostics)
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
        of: records, failed: failedTeams(of: writer.previous, result), diagnostics: &found)
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

  /// Makes and writes the teams one by one; a team with mistakes keeps what it has.
  private func write(
    _ entries: [TeamsFolder.Entry], with writer: SiteWriter, _ result: inout Result,
    _ diagnostics: inout [Diagnostic]
  ) throws -> [PlaybookRecord] {
    let tailor = Tailor(playbook)
    var records: [PlaybookRecord] = []
    for entry in entries {
      var found: [Diagnostic] = []
      let answers = teams.answers(entry, for: playbook, diagnostics: &found)
      let team = found.containsErrors ? nil : answers.flatMap { rendered($0, tailor, &found) }
      diagnostics += found
      guard let team, !found.containsErrors else {
        result.failed.append(entry.key)
        if answers?.isListed ?? true {
          result.shownAsFailed.insert(entry.key.description)
          try writer.fail(entry.key.description)
        } else {
          try writer.keep(.team(entry.key.description))
        }
        continue
      }
      try writer.write(team.unit, files: team.files)
      records.append(team.record)
      result.built.append(entry.key)
    }
    return records
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
