public import SiteFiles

/// What a site says of one team.
public struct TeamSnapshot: Sendable {
  /// What came out for it.
  public let record: PlaybookRecord
  /// What its pages say.
  public let texts: PageTexts

  /// Joins a record and the words of its pages.
  public init(record: PlaybookRecord, texts: PageTexts) {
    self.record = record
    self.texts = texts
  }
}
