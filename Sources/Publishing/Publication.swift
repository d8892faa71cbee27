public import SiteFiles

/// What became of a site.
public struct Publication: Hashable, Sendable {
  /// How the new site took the place of the old one.
  public enum Manner: Hashable, Sendable {
    /// There was nothing to change.
    case unchanged
    /// There was no site yet, or an empty folder, and now there is one; or the old was exchanged for the new,
    /// in one step.
    case atOnce
    /// Files were moved one by one, for a reason that the file system gave.
    case piecemeal(because: String)
  }

  /// How the new site took the place of the old one.
  public let manner: Manner
  /// How many files are new or have changed.
  public let written: Int
  /// How many files are as they were: bytes, times, and all.
  public let unchanged: Int
  /// How many files of the old site are gone.
  public let removed: Int
  /// Files of units that were kept, which are no longer there to be kept.
  public let missing: [RelativePath]

  /// What a person should know about how it went, if anything.
  public var notice: String? {
    switch manner {
    case .unchanged, .atOnce: nil
    case .piecemeal(let reason):
      "The files were moved one by one, pages last, since the folder cannot be exchanged in one step (\(reason))"
    }
  }
}
