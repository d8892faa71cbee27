import SiteFiles

/// The releases of a site in one target.
///
/// Every change follows one order, and may be interrupted at any moment: a release arrives aside, is verified, gets
/// its name, and only then becomes the current one, by a rename of a link; what is old goes last, and under another
/// name. Readers see a whole release at every moment, and the next run finishes or sweeps what is left.
public struct Releases: Sendable {
  /// What is to be published, and under which conditions.
  public struct Request: Sendable {
    /// The folder of the site.
    public var site: String
    /// When the release is made.
    public var now: UTCTime
    /// Who makes it.
    public var holder: LockHolder
    /// How many releases stay, from 1 on.
    public var keep = defaultKeep
    /// Whether a site is published that is not what was built.
    public var force = false
    /// Whether any number of pages may go.
    public var allowsRemovals = false
    /// Whether somebody else's lock is broken.
    public var breaksLock = false

    /// A request without exceptions.
    public init(site: String, now: UTCTime, holder: LockHolder) {
      (self.site, self.now, self.holder) = (site, now, holder)
    }
  }

  /// What came of a publication.
  public enum Outcome: Hashable, Sendable {
    /// The site is published as this release.
    case published(ReleaseName, removedPages: Int)
    /// It was published before.
    case unchanged(ReleaseName)
    /// The newest release has this content, and somebody went back from it to another.
    case rolledBack(newest: ReleaseName, current: ReleaseName)
  }

  /// How many releases stay where nobody says otherwise.
  public static let defaultKeep = 5
  /// The part of the published pages, in percent, that may go without being asked for.
  public static let removalLimit = Removals.limit

  /// How messages name the target.
  public var name: String { host.name }

  let host: any ReleaseHost
  let disk: Disk

  init(on host: any ReleaseHost, disk: Disk = Disk()) {
    self.host = host
    self.disk = disk
  }

  /// The releases, oldest first, and the one that readers see.
  public func list() async throws -> (releases: [ReleaseName], current: ReleaseName?) {
    let state = try await ownState()
    return (state.releases, state.current)
  }

  /// Says what `publish` would do, and does none of it.
  ///
  /// - Returns: the name of the release, and a line for each step; no lines where nothing is to be done.
  public func rehearse(_ request: Request) async throws -> (release: ReleaseName, steps: [String]) {
    let plan = try await prepared(request, inspected(request)).plan
    return (plan.release, plan.steps.map(\.description))
  }

  /// Publishes a site.
  ///
  /// - Throws: `ReleaseRefusal`, and nothing has changed; `PublishingError` where the world fails, and readers see
  ///   what they saw before, or the whole new release.
  public func publish(_ request: Request) async throws -> Outcome {
    // What can be refused is refused before anything is made. The target may change until it is locked; a file of the
    // site that does is noticed when it is sent.
    let site = try inspected(request)
    _ = try await prepared(request, site)
    return try await locked(request) {
      let (state, plan, removals) = try await prepared(request, site)
      guard !plan.steps.isEmpty else {
        guard let current = state.current, current != plan.release else { return .unchanged(plan.release) }
        return .rolledBack(newest: plan.release, current: current)
      }
      for step in plan.steps { try await perform(step, for: site) }
      return .published(plan.release, removedPages: removals.pages.count)
    }
  }

  /// Makes another release the current one.
  ///
  /// - Parameter name: of the release; nil for the one before the current.
  public func rollBack(to name: String?, _ request: Request) async throws -> ReleaseName {
    _ = try await earlierRelease(name)
    return try await locked(request) {
      let release = try await earlierRelease(name)
      if let current = try await ownState().current, let now = try await host.manifest(of: current),
        let then = try await host.manifest(of: release)
      {
        try await host.keepAssets(now.assets(missingIn: then), of: current, in: release.description)
      }
      try await flip(to: release, from: nil)
      return release
    }
  }
}

extension Releases {
  /// What is in the target, unless it is somebody else's.
  private func ownState() async throws -> TargetState {
    let state = try await host.state()
    guard state.owner != .others else { throw PublishingError.foreignTarget(host.name) }
    return state
  }

  /// The site, all of whose bytes are read and hashed for it.
  private func inspected(_ request: Request) throws -> InspectedSite {
    let site = try InspectedSite(request.site, on: disk)
    if !request.force, !site.differences.isEmpty {
      throw ReleaseRefusal.siteDiffers(request.site, site.differences)
    }
    if let folder = host as? FolderHost, (folder.path + "/").hasPrefix(site.path + "/") {
      throw ReleaseRefusal.targetInSite(folder.name)
    }
    return site
  }

  /// What is in the target, what is to be done, and which pages that takes away.
  private func prepared(_ request: Request, _ site: InspectedSite) async throws -> (
    state: TargetState, plan: ReleasePlan, removals: Removals
  ) {
    let state = try await ownState()
    var published = Manifest()
    if let current = state.current { published = try await host.manifest(of: current) ?? published }
    let plan = ReleasePlan(
      hash: site.manifest.contentHash, state: state, now: request.now, keep: request.keep,
      assets: published.assets(missingIn: site.manifest))
    let removals = Removals(from: published, to: site.manifest)
    if !plan.steps.isEmpty, removals.areTooMany, !request.allowsRemovals {
      throw ReleaseRefusal.tooManyRemovals(pages: removals.pages.map(\.text), published: removals.published)
    }
    return (state, plan, removals)
  }

  private func earlierRelease(_ name: String?) async throws -> ReleaseName {
    let state = try await ownState()
    let found =
      if let name {
        state.releases.first { $0.description == name }
      } else {
        state.current.flatMap { current in state.releases.last { $0 < current } }
      }
    guard let found else {
      throw ReleaseRefusal.noRelease(name, target: host.name, known: state.releases.map(\.description))
    }
    return found
  }

  /// Does something while nobody else can publish.
  private func locked<Result>(_ request: Request, _ work: () async throws -> Result) async throws -> Result {
    try await host.makeTarget()
    try await host.lock(as: request.holder, breaking: request.breaksLock)
    let result: Result
    do {
      result = try await work()
    } catch {
      // Of two errors the first is the one to tell.
      do { try await host.unlock(as: request.holder) } catch _ {}
      throw error
    }
    try await host.unlock(as: request.holder)
    return result
  }

  private func perform(_ step: ReleaseStep, for site: InspectedSite) async throws {
    switch step {
    case .upload(let folder, let previous):
      try await host.upload(site, to: folder, unchangedFrom: previous)
    case .verify(let folder):
      let differences = try await host.differences(of: folder, from: site)
      if differences.isEmpty { break }
      try await host.remove(folder)
      throw PublishingError.unverified(target: host.name, differences)
    case .keepAssets(let assets, let release, let folder):
      try await host.keepAssets(assets, of: release, in: folder)
    case .flip(let release, let folder): try await flip(to: release, from: folder)
    case .prune(let names):
      for name in names {
        // A release that is half removed must not be taken for a whole one.
        let removed = TargetLayout.removed(name)
        if removed != name { try await host.rename(name, to: removed) }
        try await host.remove(removed)
      }
    }
  }

  /// The link is announced before the release gets its name: an announced release is one whose flip was interrupted.
  private func flip(to release: ReleaseName, from folder: String?) async throws {
    try await host.announce(release)
    if let folder { try await host.rename(folder, to: release.description) }
    try await host.flip()
  }
}

extension Manifest {
  /// The folders of theme's files that another site has not.
  fileprivate func assets(missingIn other: Manifest) -> [String] {
    units.keys.filter { other.units[$0] == nil }.compactMap { unit in
      if case .assets(let folder) = unit { folder } else { nil }
    }.sorted()
  }
}
