import SiteFiles

/// Brings a site back to order after a run that was killed, and clears away what it left.
struct Recovery {
  let workspace: Workspace
  let site: String
  let disk: Disk

  /// Finishes what a journal says has begun; undoes what had not yet begun.
  ///
  /// - Returns: what became of the run, or nil where the last one had ended well.
  func run() throws(PublishingError) -> InterruptedRun? {
    var outcome: InterruptedRun? = try disk.status(of: workspace.staging) == nil ? nil : .undone
    switch try Journal(of: workspace, on: disk) {
    case .move:
      try PiecemealMove(workspace: workspace, site: site, disk: disk).run()
      outcome = .finished
    case .exchange(let inode):
      if try disk.status(of: site)?.inode == inode {
        let manifest = try OutputFolder.recordedManifest(in: workspace.staging, on: disk) ?? Manifest()
        let exchange = Exchange(workspace: workspace, site: site, disk: disk)
        try exchange.removeOldSite(made: SiteTree(manifest))
        outcome = .finished
      }
    case nil:
      break
    }
    try workspace.sweep(on: disk)
    return outcome
  }
}
