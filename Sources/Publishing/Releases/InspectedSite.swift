import SiteFiles

/// A site on this computer, read file by file: what it holds, and where that is not what was built.
struct InspectedSite: Sendable {
  /// The real path of its folder.
  let path: String
  /// What it holds now; what Waybook did not make is among the shared files.
  let manifest: Manifest
  /// Where it is not as it was built.
  let differences: [SiteDifference]

  /// Reads a site.
  ///
  /// - Throws: `ReleaseRefusal` where there is no site, or one with things that are no files; `PublishingError`
  ///   where it cannot be read.
  init(_ name: String, on disk: Disk) throws {
    guard let path = try disk.resolved(name),
      let built = try OutputFolder.recordedManifest(in: path, on: disk)
    else { throw ReleaseRefusal.noSite(name) }
    let survey = try Survey(of: path, made: SiteTree(built), on: disk)
    if let obscure = survey.obscure {
      throw ReleaseRefusal.noFiles(name, ["'\(obscure.folder)': \(obscure.reason)"])
    }
    let others = try survey.foreignFiles.filter { try disk.status(of: path + "/" + $0)?.kind != .file }
    guard others.isEmpty else { throw ReleaseRefusal.noFiles(name, others.sorted()) }

    var found = built
    var differences: [SiteDifference] = []
    for (unit, files) in built.units {
      for (file, fingerprint) in files {
        let bytes = survey.own.contains(file.text) ? try disk.contents(of: path + "/" + file.text) : nil
        let now = bytes.map(Fingerprint.init(of:))
        if now == fingerprint { continue }
        found.units[unit]?[file] = now
        differences.append(now == nil ? .missing(file.text) : .changed(file.text))
      }
    }
    for file in survey.foreignFiles {
      guard let bytes = try disk.contents(of: path + "/" + file) else { continue }
      found.units[.shared, default: [:]][try Self.relative(file, in: name)] = Fingerprint(of: bytes)
      differences.append(.foreign(file))
    }
    self.path = path
    self.manifest = found
    self.differences = differences.sorted { $0.description < $1.description }
  }

  /// Whether a file of a release, which the site has not, is of a theme that an earlier release was made with.
  func isEarlierAsset(_ path: String) -> Bool {
    let parts = path.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0] == "assets" && manifest.units[.assets(String(parts[1]))] == nil
  }

  private static func relative(_ file: String, in site: String) throws -> RelativePath {
    do {
      return try RelativePath(file)
    } catch {
      throw ReleaseRefusal.noFiles(site, ["\(error)"])
    }
  }
}
