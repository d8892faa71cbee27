import SiteFiles

/// Releases on a host that ssh leads to. Files go there through rsync; all else is done by `RemoteScript`.
///
/// Keys, known hosts and all else about the connection are ssh's own business, and ssh never asks: a publication may
/// have no terminal.
struct SSHHost: ReleaseHost {
  let address: SSHAddress
  private let disk = Disk()

  init(_ address: SSHAddress) { self.address = address }

  var name: String { address.description }

  func state() async throws(PublishingError) -> TargetState {
    TargetState(remote: text(try await run(.state)))
  }

  func makeTarget() async throws(PublishingError) { _ = try await run(.makeTarget, TargetLayout.markerText) }

  func lock(as holder: LockHolder, breaking: Bool) async throws(PublishingError) {
    let mine = holder.description + LockHolder.remoteEnding
    let answer = text(try await run(.lock, mine, breaking ? "break" : "keep")).split(separator: "\n")
    if answer.contains("taken") { return }
    let other = answer.drop { $0 != "held" }.dropFirst().first.map(String.init)
    throw .targetLocked(name, holder: other ?? "another process")
  }

  func unlock(as holder: LockHolder) async throws(PublishingError) {
    _ = try await run(.unlock, holder.description + LockHolder.remoteEnding)
  }

  func manifest(of release: ReleaseName) async throws(PublishingError) -> Manifest? {
    let path = manifestPath(in: release.description)
    let bytes = try await run(.print, path)
    if bytes.isEmpty { return nil }
    do {
      return try Manifest(json: bytes)
    } catch {
      throw .manifest(path: name + "/" + path, error)
    }
  }

  func upload(_ site: InspectedSite, to folder: String, unchangedFrom previous: ReleaseName?)
    async throws(PublishingError)
  {
    let link = previous.map { ["--link-dest=../\($0)"] } ?? []
    _ = try await rsync(link, site, to: folder)
    _ = try await run(.write, manifestPath(in: folder), input: site.manifest.json)
  }

  /// rsync itself compares: both sides read all bytes and compute checksums, and a host that has rsync needs nothing
  /// else for it. The site is then read once more, so that what has arrived is what the manifest says.
  func differences(of folder: String, from site: InspectedSite) async throws(PublishingError) -> [String] {
    let lines = text(try await rsync(["--dry-run", "--itemize-changes"], site, to: folder))
    var differences = lines.split(separator: "\n").map { line in
      String(line.drop { $0 != " " }.drop { $0 == " " })
    }
    differences.removeAll(where: site.isEarlierAsset)
    let manifest = manifestPath(in: folder)
    if try await run(.print, manifest) != site.manifest.json { differences.append(manifest) }
    for (file, fingerprint) in site.manifest.files {
      let path = site.path + "/" + file.text
      guard let bytes = try disk.contents(of: path), Fingerprint(of: bytes) == fingerprint else {
        throw .changedMeanwhile(path: path)
      }
    }
    return differences
  }

  func keepAssets(_ assets: [String], of release: ReleaseName, in folder: String)
    async throws(PublishingError)
  {
    for name in assets { _ = try await run(.keepAssets, name, release.description, folder) }
  }

  func announce(_ release: ReleaseName) async throws(PublishingError) {
    _ = try await run(.announce, release.description)
  }

  func rename(_ folder: String, to name: String) async throws(PublishingError) {
    _ = try await run(.rename, folder, name)
  }

  func flip() async throws(PublishingError) { _ = try await run(.flip) }

  func remove(_ folder: String) async throws(PublishingError) { _ = try await run(.remove, folder) }
}

extension SSHHost {
  /// What ssh needs to reach the host, and to notice within a minute that it has gone. None of it has a blank or a
  /// quote, so that rsync can take it apart again.
  private var options: [String] {
    ["-oBatchMode=yes", "-oConnectTimeout=20", "-oServerAliveInterval=15"]
      + (address.user.map { ["-l", $0] } ?? [])
      + (address.port.map { ["-p", String($0)] } ?? [])
  }

  private func run(_ script: RemoteScript, _ arguments: String..., input: [UInt8] = [])
    async throws(PublishingError) -> [UInt8]
  {
    let command = script.command([address.path] + arguments)
    return try await Tool.ssh.run(options + ["--", address.host, command], input: input, for: name)
  }

  /// Runs rsync from the site to a folder among the releases. Files count as the same by their bytes, whatever their
  /// times say, since every build on a fresh checkout gives them new ones.
  private func rsync(_ arguments: [String], _ site: InspectedSite, to folder: String)
    async throws(PublishingError) -> [UInt8]
  {
    let host = address.host.contains(":") ? "[\(address.host)]" : address.host
    return try await Tool.rsync.run(
      ["--recursive", "--checksum", "--delete", "--prune-empty-dirs", "--protect-args"] + arguments
        + ["--exclude=/\(Manifest.path.text)", "--exclude=/\(Workspace.nameInside)/"]
        + ["-e", (["ssh"] + options).joined(separator: " "), "--", site.path + "/"]
        + ["\(host):\(address.path)/\(TargetLayout.path(folder))/"],
      for: name)
  }

  private func manifestPath(in folder: String) -> String {
    TargetLayout.path(folder) + "/" + Manifest.path.text
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
