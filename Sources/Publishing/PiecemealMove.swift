import SiteFiles

/// Moves the staged site over the old one file by file, where the two folders cannot be exchanged.
///
/// What is shared goes first and pages last, so that a page finds its styles; the manifest goes at the very
/// end. All that it needs to know is on the disk, so a run that was killed in the middle of it is finished by
/// doing it again.
struct PiecemealMove {
  let workspace: Workspace
  let site: String
  let disk: Disk

  /// Moves whatever is still to be moved, and removes the files that the new site does not have.
  func run() throws(PublishingError) {
    guard let manifest = try OutputFolder.recordedManifest(in: workspace.staging, on: disk) else { return }
    let next = try SiteTree(manifest)
    let made = try SiteTree(OutputFolder.recordedManifest(in: site, on: disk) ?? Manifest())
    let survey = try Survey(of: site, made: made, on: disk)
    try refuseObstacles(survey, to: next)
    let stale = survey.own.filter { next.files[$0] == nil }
    let unused = survey.folders.keys.filter { made.hasFolder($0) && !next.hasFolder($0) }

    let blocking = stale.filter { next.hasFolder($0) || next.hasFile(above: $0) }
    try remove(blocking, andFolders: unused)
    var folders: Set<String> = []
    for path in next.files.keys.sorted(by: Self.goesBefore) { try move(path, making: &folders) }
    try remove(stale.subtracting(blocking), andFolders: unused)
    try disk.move(workspace.staging + "/" + Manifest.path.text, to: site + "/" + Manifest.path.text)
  }

  /// A file that is no longer staged has been moved before, by a run that was interrupted: it is ours.
  private func refuseObstacles(_ survey: Survey, to next: SiteTree) throws(PublishingError) {
    for path in survey.obstacles(to: next) where try disk.status(of: workspace.staging + "/" + path) != nil {
      throw .inTheWay(path: site + "/" + path)
    }
  }

  private func move(_ path: String, making folders: inout Set<String>) throws(PublishingError) {
    let (staged, new) = (workspace.staging + "/" + path, site + "/" + path)
    if folders.insert(new.parent).inserted { try disk.makeFolders(new.parent) }
    do {
      // Where both are names of one unchanged file, rename(2) leaves both, and staging is removed later.
      try disk.move(staged, to: new)
    } catch let error where error.code == .notFound {
      guard try disk.status(of: new) != nil else { throw error }
    }
  }

  private func remove(_ files: Set<String>, andFolders folders: [String]) throws(PublishingError) {
    for path in files.sorted() { try disk.remove(site + "/" + path) }
    for folder in folders.sorted().reversed() { try disk.removeFolder(site + "/" + folder) }
  }

  private static func goesBefore(_ a: String, _ b: String) -> Bool {
    let (aIsPage, bIsPage) = (a.hasSuffix(".html"), b.hasSuffix(".html"))
    return aIsPage == bIsPage ? a < b : bIsPage
  }
}
