import Authoring
import Diagnostics
import Foundation
import Publishing
import Site
import SiteFiles

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

  let maker: PageMaker
  let teams: TeamsFolder
  /// The teams of this run.
  let entries: [TeamsFolder.Entry]
  /// Where their pages were built; nil where they are made now.
  var parts: BuiltParts?
  /// Whether these are all teams there are, so that the pages of others go.
  let isWhole: Bool
  let output: String
  let keepsGoing: Bool
  /// What a share of the teams is made from; nil where all are built, or some by name.
  var input: Fingerprint?

  /// Builds the site.
  ///
  /// - Throws: `InputError` and `PublishingError` where the world fails; the site is then as it was.
  func run(_ diagnostics: inout [Diagnostic]) throws -> Result {
    var result = Result(index: output.hasSuffix("/") ? output + "index.html" : output + "/index.html")
    let writer = try SiteWriter(output: output)
    do {
      var records: [PlaybookRecord] = []
      for team in try write(entries, with: writer) {
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
      let kept = keptTeams(of: writer.previous, built: result.built)
      records += try kept.mappedSideBySide { try record(of: $0, in: writer) }.compactMap(\.self)
      var found: [Diagnostic] = []
      let files = maker.sharedFiles(
        of: records, failed: failedTeams(of: writer.previous, result), diagnostics: &found)
      diagnostics += found
      if found.containsErrors {
        try writer.abandon()
        return result
      }
      try writer.write(.shared, files: files)
      let assets = maker.portfolio.assets
      try writer.write(.assets(assets.folder), files: assets.files)
      result.publication = try writer.finish(
        removingAllBut: isWhole ? existingUnits(writer.previous, result) : nil, input: input)
      return result
    } catch {
      // Of two errors the first is the one to tell.
      do { try writer.abandon() } catch _ {}
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
  private func write(_ entries: [TeamsFolder.Entry], with writer: SiteWriter) throws -> [Team] {
    let progress = ProgressLine(total: entries.count, "teams")
    defer { progress?.end() }
    return try entries.mappedSideBySide { entry in
      defer { progress?.advance() }
      return try write(entry, with: writer)
    }
  }

  /// Makes and writes one team; where it has mistakes it keeps what it has.
  private func write(_ entry: TeamsFolder.Entry, with writer: SiteWriter) throws -> Team {
    if let parts {
      guard let built = try parts.team(entry.key) else {
        try writer.fail(entry.key.description)
        return Team(key: entry.key, diagnostics: [.failedInPart(entry.key)])
      }
      try writer.write(.team(entry.key.description), files: built.files)
      return Team(key: entry.key, record: built.record, diagnostics: [])
    }
    let made = maker.pages(of: entry, in: teams, sideBySide: entries.count == 1)
    guard let pages = made.pages else {
      if made.isListed {
        try writer.fail(entry.key.description)
      } else {
        try writer.keep(.team(entry.key.description))
      }
      return Team(key: entry.key, isListed: made.isListed, diagnostics: made.diagnostics)
    }
    try writer.write(pages.unit, files: pages.files)
    return Team(key: entry.key, record: pages.record, diagnostics: made.diagnostics)
  }

  /// What a build of all teams leaves on the site. Pages of teams that failed may need the files of an earlier theme.
  private func existingUnits(_ previous: Manifest, _ result: Result) -> Set<SiteUnit> {
    let earlier = previous.units.keys.filter {
      if case .assets = $0 { !result.failed.isEmpty } else { false }
    }
    return Set(teams.entries.map { .team($0.key.description) } + [.shared] + earlier)
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
    return try BuiltSite.record([UInt8](data), of: key, in: writer.output)
  }
}

extension Diagnostic {
  fileprivate static func failedInPart(_ team: TeamKey) -> Diagnostic {
    Diagnostic(
      .error, "build.failed-in-part", at: nil,
      "The team '\(team)' had mistakes where its share was built; mend them and build all shares again")
  }
}
