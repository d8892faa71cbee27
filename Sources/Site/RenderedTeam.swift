public import SiteFiles

/// The finished files of one team.
public struct RenderedTeam: Sendable {
  /// The files, by path from the site's folder: pages in the order of the navigation, then those for programs.
  public let files: [SiteFile]
  /// What stays of it in memory.
  public let record: PlaybookRecord

  /// The part of the site that they are.
  public var unit: SiteUnit { .team(record.key) }
}
