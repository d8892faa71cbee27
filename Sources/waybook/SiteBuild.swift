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

  /// Makes and writes the teams one by one; a team with mistakes keeps what it has.
  private func write(
    _ entries: [TeamsFolder.Entry], with writer: SiteWriter, _ result: inout Result,
    _ diagnostics: inout [Diagnostic]
  ) throws -> [PlaybookRecord] {
    let tailor = Tailor(playbook)
    var records: [PlaybookRecord] = []
    for entry in entries {
      var found: [Diagnostic] = []
      let team = try rendered(entry, tailor, &found)
      diagnostics += found
      guard let team, !found.containsErrors else {
        result.failed.append(entry.key)
        try writer.keep(.team(entry.key.description))
        continue
      }
      try writer.write(team.unit, files: team.files)
      records.append(team.record)
      result.built.append(entry.key)
    }
    return records
  }

  private func rendered(_ entry: TeamsFolder.Entry, _ tailor: Tailor, _ diagnostics: inout [Diagnostic])
    throws
    -> RenderedTeam?
  {
    guard let answers = teams.answers(entry, for: playbook, diagnostics: &diagnostics),
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
