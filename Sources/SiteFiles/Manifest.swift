/// The files of a site by unit: what Waybook made, and so may replace or remove.
public struct Manifest: Hashable, Sendable {
  /// The files of one unit, each with the fingerprint of what was written.
  public typealias Files = [RelativePath: Fingerprint]

  /// The name of the manifest's own file in the site.
  public static let path: RelativePath = ".waybook-manifest.json"

  /// The files by unit.
  public var units: [SiteUnit: Files]
  /// The teams, by key, whose last build failed; their files, where they have any, are those of an earlier one.
  public var failed: Set<String>

  /// What a share of a site was made from; nil for a whole site. Shares of one site have the same.
  public var input: Fingerprint?

  /// Makes a manifest; without units, that of a site without files.
  public init(units: [SiteUnit: Files] = [:], failed: Set<String> = [], input: Fingerprint? = nil) {
    self.units = units
    self.failed = failed
    self.input = input
  }

  /// Every file with its fingerprint, in no order.
  public var files: some Sequence<(key: RelativePath, value: Fingerprint)> { units.values.joined() }
}
