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
    let manifest = try Self.manifest(of: folder)
    failed = manifest.failed
    teams = try manifest.units.keys.compactMap { unit in if case .team(let key) = unit { key } else { nil } }
      .sorted().map { try Self.team($0, in: folder) }
  }

  /// What a built site lists.
  ///
  /// - Throws: `InputError` where the folder is no site of ours.
  static func manifest(of folder: String) throws -> Manifest {
    guard InputFolder.exists(folder) else {
      throw InputError(path: folder, reason: "There is no such folder")
    }
    let path = "\(folder)/\(Manifest.path.text)"
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw InputError(path: folder, reason: "It is no site that 'waybook build' made: it has no manifest")
    }
    do {
      return try Manifest(json: [UInt8](bytes))
    } catch {
      throw InputError(path: path, reason: "\(error)")
    }
  }

  /// What a built site recorded of a team.
  ///
  /// - Parameter bytes: of its record.
  /// - Throws: `InputError` where it cannot be read.
  static func record(_ bytes: [UInt8], of key: String, in folder: String) throws -> PlaybookRecord {
    do {
      return try PlaybookRecord(json: bytes)
    } catch {
      let path = "\(folder)/\(key)/\(PlaybookRecord.fileName)"
      throw InputError(path: path, reason: "\(error); build the team '\(key)' again")
    }
  }

  private static func team(_ key: String, in folder: String) throws -> TeamSnapshot {
    func contents(_ name: String) throws -> Data {
      let path = "\(folder)/\(key)/\(name)"
      guard let data = FileManager.default.contents(atPath: path) else {
        throw InputError(path: path, reason: "It is gone; build the team '\(key)' again")
      }
      return data
    }
    let record = try record([UInt8](try contents(PlaybookRecord.fileName)), of: key, in: folder)
    let markdown = String(decoding: try contents(PageTexts.fileName), as: UTF8.self)
    return TeamSnapshot(record: record, texts: PageTexts(markdown: markdown))
  }
}
