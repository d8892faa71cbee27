import SiteFiles

/// What is to be done so that a site is published: pure, from what is in the target.
struct ReleasePlan: Hashable, Sendable {
  /// The release that holds the site in the end.
  let release: ReleaseName
  /// The phases, in order; none where the site is published already.
  let steps: [ReleaseStep]

  /// Plans a publication.
  ///
  /// The newest release is never made again. Where it is not the current one, somebody has gone back from it, and it
  /// stays so; unless a run was interrupted just before the flip.
  ///
  /// - Parameters:
  ///   - hash: of the site's content.
  ///   - state: what is in the target.
  ///   - now: when the release is made; it becomes later than all others, whatever the clock says.
  ///   - keep: how many releases stay, the new one among them.
  ///   - assets: the folders of theme's files that the current release has and the site has not.
  init(hash: String, state: TargetState, now: UTCTime, keep: Int, assets: [String] = []) {
    if let newest = state.releases.last, newest.hash == hash {
      release = newest
      let isInterrupted = state.current == nil || (state.next == newest && state.current != newest)
      steps = isInterrupted ? [.flip(to: newest, from: nil)] : []
      return
    }
    let earliest = state.releases.last.map { UTCTime(seconds: $0.time.seconds + 1) }
    release = ReleaseName(time: max(now, earliest ?? now), hash: hash)
    let incoming = TargetLayout.incoming(hash)
    let old = state.releases.dropLast(max(0, keep - 1)).map(\.description)
    let obsolete = state.leftovers.filter { $0 != incoming } + old
    var steps: [ReleaseStep] = [
      .upload(to: incoming, unchangedFrom: state.current ?? state.releases.last), .verify(incoming),
    ]
    if let current = state.current, !assets.isEmpty {
      steps.append(.keepAssets(assets, of: current, in: incoming))
    }
    steps.append(.flip(to: release, from: incoming))
    if !obsolete.isEmpty { steps.append(.prune(obsolete)) }
    self.steps = steps
  }
}

/// The pages that a publication takes away.
struct Removals: Hashable, Sendable {
  /// The pages that are published and not in the new site.
  let pages: [RelativePath]
  /// How many pages are published.
  let published: Int

  init(from old: Manifest, to new: Manifest) {
    let next = Set(new.files.map(\.key))
    let pages = old.files.map(\.key).filter { $0.text.hasSuffix(".html") }
    published = pages.count
    self.pages = pages.filter { !next.contains($0) }.sorted()
  }

  /// The part of the published pages, in percent, that may go without being asked for.
  static let limit = 25

  /// Whether more pages go than may.
  var areTooMany: Bool { pages.count * 100 > published * Self.limit }
}
