import Diagnostics
public import SiteFiles

/// What is different between two sites, team by team.
public struct SiteComparison: Encodable, Sendable {
  /// A team that only one of the sites has.
  public struct Team: Encodable, Hashable, Sendable {
    /// Where its pages stand.
    public let key: String
    /// The team's name.
    public let team: String
    /// The subject's name.
    public let subject: String
    /// The verdict so far.
    public let verdict: PlaybookRecord.Named

    init(_ record: PlaybookRecord) {
      (key, team, subject) = (record.key, record.team, record.subject)
      verdict = record.verdict.computed
    }
  }

  /// A page that says something else, for some teams.
  public struct Page: Hashable, Sendable {
    /// Its path in a team's folder.
    public let path: String
    /// Its title.
    public let title: String
    /// How many teams it has changed for.
    public var teams: Int
    /// The most words that came for one of them.
    public var addedWords: Int
    /// The most words that went for one of them.
    public var removedWords: Int
  }

  /// The version of the form, raised when a reader would have to change.
  public let version = 1
  /// How many teams both sites have.
  public let compared: Int
  /// The teams for which something has changed, by key.
  public let changed: [TeamChanges]
  /// The teams whose pages one of the sites does not have as they would be now, since their answers have mistakes.
  public let notCompared: [String]
  /// Those of them whose answers had mistakes before.
  public let failedBefore: [String]
  /// Those of them whose answers have mistakes now.
  public let failedNow: [String]
  /// The name of the older site where it could not be built, so that nothing was compared.
  public let unbuilt: String?
  /// The teams that came.
  public let added: [Team]
  /// The teams that went.
  public let removed: [Team]

  private enum CodingKeys: String, CodingKey {
    case version, compared, changed, added, removed, unbuilt
    case notCompared = "not_compared"
    case failedBefore = "failed_before"
    case failedNow = "failed_now"
  }

  /// Which of the two sites.
  public enum Side: Sendable {
    case old, new
  }

  /// Compares two sites by the keys of their teams, one team after the other: only what has changed stays in memory.
  ///
  /// - Parameters:
  ///   - old: the teams of the older site.
  ///   - new: the teams of the newer one.
  ///   - failedBefore: those whose last build failed in the older one.
  ///   - failedNow: those whose last build failed in the newer one.
  ///   - team: what a site says of a team that it has.
  /// - Throws: what `team` throws.
  public init(
    from old: Set<String>, to new: Set<String>, failedBefore: Set<String> = [], failedNow: Set<String> = [],
    team: (Side, String) throws -> TeamSnapshot
  ) rethrows {
    let failed = failedBefore.union(failedNow)
    let (before, after) = (old.subtracting(failed), new.subtracting(failed))
    let both = before.intersection(after).sorted()
    notCompared = failed.sorted()
    (self.failedBefore, self.failedNow, unbuilt) = (failedBefore.sorted(), failedNow.sorted(), nil)
    compared = both.count
    changed = try both.compactMap { TeamChanges(from: try team(.old, $0), to: try team(.new, $0)) }
    added = try after.subtracting(before).sorted().map { Team(try team(.new, $0).record) }
    removed = try before.subtracting(after).sorted().map { Team(try team(.old, $0).record) }
  }

  /// What there is to say where the older site could not be built.
  ///
  /// - Parameter name: of the older site.
  public init(withUnbuilt name: String) {
    (compared, changed, added, removed) = (0, [], [], [])
    (notCompared, failedBefore, failedNow, unbuilt) = ([], [], [], name)
  }

  /// Whether all that there is was compared.
  public var isComplete: Bool { notCompared.isEmpty && unbuilt == nil }

  /// Whether nothing is different.
  public var isEmpty: Bool { changed.isEmpty && added.isEmpty && removed.isEmpty }

  /// The pages with other texts over all teams, those of most teams first.
  public var pages: [Page] {
    var pages: [String: Page] = [:]
    for page in changed.flatMap(\.pages) {
      var known =
        pages[page.path] ?? Page(path: page.path, title: page.title, teams: 0, addedWords: 0, removedWords: 0)
      known.teams += 1
      known.addedWords = max(known.addedWords, page.addedWords)
      known.removedWords = max(known.removedWords, page.removedWords)
      pages[page.path] = known
    }
    return pages.values.sorted { ($1.teams, $0.path) < ($0.teams, $1.path) }
  }

  /// The comparison as JSON, with sorted keys and a line break at its end: `Schemas/diff.schema.json` describes it.
  ///
  /// - Throws: what `JSONEncoder` throws.
  public func json() throws -> String { try sortedJSON() }
}
