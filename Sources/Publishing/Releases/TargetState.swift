/// What is in a target.
struct TargetState: Hashable, Sendable {
  /// Whose the target is.
  enum Owner: Hashable, Sendable {
    /// Nothing is there, or an empty folder.
    case nobody
    /// It has our marker.
    case us
    /// There is something, and no marker; or what is there is no folder that can be looked into.
    case others
  }

  /// Whose it is.
  var owner: Owner
  /// The whole releases, oldest first.
  var releases: [ReleaseName] = []
  /// The names of what an interrupted run has left among them.
  var leftovers: [String] = []
  /// The release that readers see.
  var current: ReleaseName?
  /// The release that readers were about to see when a run was interrupted.
  var next: ReleaseName?

  /// Puts together what was found.
  ///
  /// - Parameters:
  ///   - names: in the folder of releases.
  ///   - current: where the link to the current release leads; nil where there is no link.
  ///   - next: where the link leads that was to become the current one.
  init(owner: Owner, names: [String] = [], current: String? = nil, next: String? = nil) {
    self.owner = owner
    releases = names.compactMap { ReleaseName($0) }.sorted()
    leftovers = names.filter { $0.hasPrefix(".") }.sorted()
    self.current = Self.release(behind: current, among: releases)
    self.next = Self.release(behind: next, among: releases)
  }

  private static func release(behind link: String?, among releases: [ReleaseName]) -> ReleaseName? {
    guard let link, link.hasPrefix(TargetLayout.releases + "/") else { return nil }
    return ReleaseName(link.dropFirst(TargetLayout.releases.count + 1)).flatMap {
      releases.contains($0) ? $0 : nil
    }
  }
}

/// The names of what is in a target, relative to it.
enum TargetLayout {
  /// The file that says that the folder is ours.
  static let marker = ".waybook-releases"
  /// What the marker says.
  static let markerText = """
    Waybook keeps releases of a site here. `current` leads to the one that is published. Change nothing by hand:
    `waybook publish --list` shows the releases, and `waybook publish --rollback` goes back to an earlier one.

    """
  /// The folder of the releases.
  static let releases = "releases"
  /// The link to the release that readers see.
  static let current = "current"
  /// The link that is about to become `current`.
  static let next = "current.new"
  /// The file that says who is publishing.
  static let lock = "lock"

  /// The folder, among the releases, of one that has not arrived as a whole. The name depends on nothing but the
  /// content, so that the next run goes on with it.
  static func incoming(_ hash: String) -> String { ".incoming-\(hash)" }

  /// What a release is called while it is removed.
  static func removed(_ name: String) -> String { name.hasPrefix(".") ? name : ".removed-\(name)" }

  /// The path of something among the releases.
  static func path(_ name: String) -> String { releases + "/" + name }
}
