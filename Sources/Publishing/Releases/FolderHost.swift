import SiteFiles
import Synchronization

/// Releases in a folder of this computer.
final class FolderHost: ReleaseHost {
  let name: String
  /// The real path of the folder, which may not be there yet.
  let path: String
  private let disk: Disk
  private let held = Mutex<FolderLock?>(nil)

  /// A folder that may not be there yet.
  init(_ name: String, disk: Disk) throws(PublishingError) {
    self.name = name
    self.disk = disk
    path = try Self.real(name, on: disk)
  }

  /// The path without links as far as it is there.
  private static func real(_ path: String, on disk: Disk) throws(PublishingError) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    if let found = try disk.resolved(path) { return found }
    guard path.parent != path else { return path }
    let parent = try real(path.parent, on: disk)
    return (parent == "/" ? "" : parent) + "/" + path.lastName
  }

  func state() throws(PublishingError) -> TargetState {
    guard let status = try disk.status(of: path) else { return TargetState(owner: .nobody) }
    guard status.kind == .folder else { return TargetState(owner: .others) }
    guard try disk.status(of: place(TargetLayout.marker)) != nil else {
      return TargetState(owner: try disk.items(in: path)?.isEmpty == false ? .others : .nobody)
    }
    return TargetState(
      owner: .us, names: try (disk.items(in: place(TargetLayout.releases)) ?? []).compactMap(\.name),
      current: try link(TargetLayout.current), next: try link(TargetLayout.next))
  }

  func makeTarget() throws(PublishingError) {
    try disk.makeFolders(path)
    let marker = place(TargetLayout.marker)
    if try disk.status(of: marker) == nil { try disk.write(Array(TargetLayout.markerText.utf8), to: marker) }
    try disk.makeFolder(place(TargetLayout.releases))
  }

  func lock(as holder: LockHolder, breaking: Bool) throws(PublishingError) {
    let file = place(TargetLayout.lock)
    if breaking { try disk.remove(file) }
    do {
      try held.withLock { (held) throws(PublishingError) in
        held = try FolderLock(file: file, of: name, holder: holder.description, on: disk) {
          $0.hasSuffix(LockHolder.remoteEnding)
        }
      }
    } catch {
      guard case .locked(_, _, let other) = error else { throw error }
      throw .targetLocked(name, holder: other ?? "another process")
    }
  }

  func unlock(as holder: LockHolder) throws(PublishingError) {
    defer { held.withLock { $0 = nil } }
    let file = place(TargetLayout.lock)
    // Somebody may have broken the lock and have one of their own now.
    if try disk.holds(file, Array(holder.description.utf8)) { try disk.remove(file) }
  }

  func manifest(of release: ReleaseName) throws(PublishingError) -> Manifest? {
    try OutputFolder.recordedManifest(in: place(TargetLayout.path(release.description)), on: disk)
  }

  func upload(_ site: InspectedSite, to folder: String, unchangedFrom previous: ReleaseName?)
    throws(PublishingError)
  {
    let incoming = place(TargetLayout.path(folder))
    let old = previous.map { place(TargetLayout.path($0.description)) }
    try disk.makeFolder(incoming)
    for (file, fingerprint) in site.manifest.files.sorted(by: { $0.key < $1.key }) {
      let source = site.path + "/" + file.text
      guard let bytes = try disk.contents(of: source), Fingerprint(of: bytes) == fingerprint else {
        throw .changedMeanwhile(path: source)
      }
      try put(bytes, at: incoming + "/" + file.text, unlessIn: old.map { $0 + "/" + file.text })
    }
    try put(site.manifest.json, at: incoming + "/" + Manifest.path.text, unlessIn: nil)
    try disk.sync(path)
  }

  func differences(of folder: String, from site: InspectedSite) throws(PublishingError) -> [String] {
    let incoming = place(TargetLayout.path(folder))
    let survey = try Survey(of: incoming, made: SiteTree(site.manifest), on: disk)
    var differences = survey.foreignFiles.filter { !site.isEarlierAsset($0) }
    for (file, fingerprint) in site.manifest.files {
      let bytes = try disk.contents(of: incoming + "/" + file.text)
      if bytes.map(Fingerprint.init(of:)) != fingerprint { differences.append(file.text) }
    }
    let manifest = Manifest.path.text
    if try !disk.holds(incoming + "/" + manifest, site.manifest.json) { differences.append(manifest) }
    return differences.sorted()
  }

  func keepAssets(_ assets: [String], of release: ReleaseName, in folder: String) throws(PublishingError) {
    guard let manifest = try manifest(of: release) else { return }
    for name in assets {
      for file in (manifest.units[.assets(name)] ?? [:]).keys.sorted() {
        let new = place(TargetLayout.path(folder)) + "/" + file.text
        if try disk.status(of: new) != nil { continue }
        try disk.makeFolders(new.parent)
        try disk.linkOrCopy(place(TargetLayout.path(release.description)) + "/" + file.text, to: new)
      }
    }
  }

  func announce(_ release: ReleaseName) throws(PublishingError) {
    try disk.remove(place(TargetLayout.next))
    try disk.makeLink(to: TargetLayout.path(release.description), at: place(TargetLayout.next))
  }

  func rename(_ folder: String, to name: String) throws(PublishingError) {
    try disk.move(place(TargetLayout.path(folder)), to: place(TargetLayout.path(name)))
  }

  func flip() throws(PublishingError) {
    try disk.move(place(TargetLayout.next), to: place(TargetLayout.current))
  }

  func remove(_ folder: String) throws(PublishingError) {
    try disk.removeTree(place(TargetLayout.path(folder)))
  }

  private func place(_ name: String) -> String { path + "/" + name }

  private func link(_ name: String) throws(PublishingError) -> String? {
    guard try disk.status(of: place(name))?.kind == .symbolicLink else { return nil }
    return try disk.target(ofLink: place(name))
  }

  /// Makes a file, by a link to an old one that has the same bytes; nothing is done where it is there already.
  private func put(_ bytes: [UInt8], at path: String, unlessIn old: String?) throws(PublishingError) {
    if try disk.holds(path, bytes) { return }
    try disk.remove(path)
    try disk.makeFolders(path.parent)
    if let old, try disk.holds(old, bytes) {
      try disk.linkOrCopy(old, to: path)
    } else {
      try disk.write(bytes, to: path)
    }
  }
}
