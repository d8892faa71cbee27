public import SiteFiles
import Synchronization

extension SiteWriter {
  /// Puts what was put aside in the place of the site, and unlocks it.
  ///
  /// Stale files of the units that were written go. Units that were neither written nor kept stay as they are.
  /// What Waybook did not make stays too.
  ///
  /// - Parameters:
  ///   - existing: the units that the project has; all others go. Nil, for a build of single teams, lets all units
  ///     stay. The shared files are a unit as well.
  ///   - input: what a share of a site was made from, for the manifest.
  /// - Throws: `inTheWay` where something that Waybook did not make is in the place of a new file, or what the
  ///   system refused. The site is whole, or, where files are moved one by one, will be when the next run
  ///   opens it.
  public func finish(
    removingAllBut existing: Set<SiteUnit>? = nil, input: Fingerprint? = nil
  ) throws(PublishingError) -> Publication {
    let begun = state.withLock(\.begun)
    for unit in previous.units.keys.sorted() where !begun.contains(unit) {
      if existing?.contains(unit) ?? true { try keep(unit) }
    }
    for team in previous.failed where !begun.contains(.team(team)) && existing?.contains(.team(team)) ?? true
    {
      state.withLock { _ = $0.manifest.failed.insert(team) }
    }
    let state = state.withLock { state in
      precondition(state.incomplete.isEmpty, "After an error the site can only be abandoned")
      state.isOver = true
      state.manifest.input = input
      return state
    }
    let removed = previousFiles.keys.count { state.tree.files[$0.text] == nil }
    let isUnchanged = state.manifest == previous && state.written == 0
    let manner = isUnchanged ? .unchanged : try swap(state)
    try workspace.sweep(on: disk)
    try workspace.leave(on: disk)
    return Publication(
      manner: manner, written: state.written, unchanged: state.tree.files.count - state.written,
      removed: removed, missing: state.missing)
  }

  /// Gives up: what was put aside is removed, the site stays as it is, and is unlocked.
  ///
  /// After a `finish` that failed, what it had begun is brought to its end, as the next run would do.
  public func abandon() throws(PublishingError) {
    state.withLock { $0.isOver = true }
    _ = try Recovery(workspace: workspace, site: output, disk: disk).run()
    try workspace.leave(on: disk)
  }

  private func swap(_ state: State) throws(PublishingError) -> Publication.Manner {
    try writeManifest(state.manifest)
    let made = try SiteTree(previous)
    let survey = try disk.status(of: output) == nil ? nil : Survey(of: output, made: made, on: disk)
    if let path = survey?.obstacles(to: state.tree).first { throw .inTheWay(path: output + "/" + path) }

    let exchange = Exchange(workspace: workspace, site: output, disk: disk)
    var refusal = workspace.reasonInside
    if refusal == nil { refusal = try exchange.run(survey, made: made) }
    guard let refusal else { return .atOnce }
    try Journal.move.begin(in: workspace, on: disk)
    try PiecemealMove(workspace: workspace, site: output, disk: disk).run()
    return .piecemeal(because: refusal)
  }

  private func writeManifest(_ manifest: Manifest) throws(PublishingError) {
    let staged = workspace.staging + "/" + Manifest.path.text
    let old = output + "/" + Manifest.path.text
    let bytes = manifest.json
    if try disk.holds(old, bytes) {
      try disk.linkOrCopy(old, to: staged)
    } else {
      try disk.write(bytes, to: staged)
    }
  }
}
