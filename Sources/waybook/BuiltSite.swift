import Authoring
import Comparison
import Foundation
import SiteFiles

/// A site that was built, as `diff` reads it.
struct BuiltSite {
  /// What it says of each team, by key.
  let teams: [TeamSnapshot]
  /// The teams whose last build failed; their pages, where they have any, are older.
  let failed: Set<String>

  /// Reads the records and texts of all teams.
  ///
  /// - Throws: `InputError` where the folder is no site of ours, or a file of it is gone or broken.
  init(_ folder: String) throws {
    guard InputFolder.exists(folder) else {
      throw InputError(path: folder, reason: "There is no such folder")
    }
    let path = "\(folder)/\(Manifest.path.text)"
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw InputError(path: folder, reason: "It is no site that 'waybook build' made: it has no manifest")
    }
    let manifest: Manifest
    do {
      manifest = try Manifest(json: [UInt8](bytes))
    } catch {
      throw InputError(path: path, reason: "\(error)")
    }
    failed = manifest.failed
    teams = try manifest.units.keys.compactMap { unit in if case .team(let key) = unit { key } else { nil } }
      .sorted().map { try Self.team($0, in: folder) }
  }

  private static func team(_ key: String, in folder: String) throws -> TeamSnapshot {
    func contents(_ name: String) throws -> Data {
      let path = "\(folder)/\(key)/\(name)"
      guard let data = FileManager.default.contents(atPath: path) else {
        throw InputError(path: path, reason: "It is gone; build the team '\(key)' again")
      }
      return data
    }
    let record: PlaybookRecord
    do {
      record = try PlaybookRecord(json: [UInt8](try contents(PlaybookRecord.fileName)))
    } catch let error as PlaybookRecord.Problem {
      let path = "\(folder)/\(key)/\(PlaybookRecord.fileName)"
      throw InputError(path: path, reason: "\(error); build the team '\(key)' again")
    }
    let markdown = String(decoding: try contents(PageTexts.fileName), as: UTF8.self)
    return TeamSnapshot(record: record, texts: PageTexts(markdown: markdown))
  }
}
