import Authoring
import Foundation
import SiteFiles

/// Sites that were built of some of the teams each, whose pages one site takes over as they are.
struct BuiltParts: Sendable {
  /// Where a team's files are.
  private struct Place: Sendable {
    let folder: String
    let files: Manifest.Files
  }

  private var places: [String: Place] = [:]

  /// Looks up teams in built sites.
  ///
  /// - Parameters:
  ///   - folders: of the sites; where several have a team, the last one counts.
  ///   - keys: the teams of the whole site.
  ///   - assets: the folder of the theme's files that their pages take in.
  ///   - input: what shares have to be made from.
  /// - Throws: `InputError` where a folder is no site of ours, was built with another theme, or of other input, or no site
  ///   knows a team.
  init(_ folders: [String], of keys: [TeamKey], assets: String, input: Fingerprint?) throws {
    var failed: Set<String> = []
    for folder in folders {
      let manifest = try BuiltSite.manifest(of: folder)
      guard manifest.units[.assets(assets)] != nil else {
        throw InputError(
          path: folder, reason: "It was built with another theme; build all shares from one revision")
      }
      if let other = manifest.input, other != input {
        throw InputError(
          path: folder,
          reason: "It was built of other content, answers or templates; build all shares from one revision")
      }
      for (unit, files) in manifest.units {
        if case .team(let key) = unit, !manifest.failed.contains(key) {
          places[key] = Place(folder: folder, files: files)
          failed.remove(key)
        }
      }
      for key in manifest.failed {
        places[key] = nil
        failed.insert(key)
      }
    }
    let missing = keys.map(\.description).filter { places[$0] == nil && !failed.contains($0) }
    guard missing.isEmpty else {
      throw InputError(
        path: folders.joined(separator: "', '"),
        reason: "None of them has \(missing.map { "'\($0)'" }.joined(separator: ", ")); was a site left out?")
    }
  }

  /// A team's files and what was recorded of it; nil where its build failed.
  ///
  /// - Throws: `InputError` where a file is gone, or not as it was built.
  func team(_ key: TeamKey) throws -> (files: [SiteFile], record: PlaybookRecord)? {
    guard let place = places[key.description] else { return nil }
    var record: PlaybookRecord?
    let files = try place.files.sorted { $0.key < $1.key }.map { path, fingerprint in
      let name = "\(place.folder)/\(path.text)"
      guard let data = FileManager.default.contents(atPath: name) else {
        throw InputError(path: name, reason: "It is gone; build the team '\(key)' again")
      }
      let file = SiteFile(path, bytes: [UInt8](data))
      guard Fingerprint(of: file.bytes) == fingerprint else {
        throw InputError(
          path: name, reason: "It was changed since it was built; build the team '\(key)' again")
      }
      if path.text == "\(key)/\(PlaybookRecord.fileName)" {
        record = try BuiltSite.record(file.bytes, of: key.description, in: place.folder)
      }
      return file
    }
    guard let record else {
      throw InputError(path: place.folder, reason: "It has no record of the team '\(key)'; build it again")
    }
    return (files, record)
  }
}
