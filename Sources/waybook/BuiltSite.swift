import Authoring
import Comparison
import Foundation
import SiteFiles

/// A site that was built, as `diff` reads it.
struct BuiltSite {
  /// The keys of its teams.
  let teams: Set<String>
  /// The teams whose last build failed; their pages, where they have any, are older.
  let failed: Set<String>
  private let folder: String

  /// A site without teams.
  static let none = BuiltSite(teams: [], failed: [], folder: "")

  private init(teams: Set<String>, failed: Set<String>, folder: String) {
    (self.teams, self.failed, self.folder) = (teams, failed, folder)
  }

  /// Reads which teams a site has.
  ///
  /// - Throws: `InputError` where the folder is no site of ours.
  init(_ folder: String) throws {
    let manifest = try Self.manifest(of: folder)
    self.folder = folder
    failed = manifest.failed
    teams = Set(manifest.units.keys.compactMap { unit in if case .team(let key) = unit { key } else { nil } })
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

  /// Reads what the site says of a team.
  ///
  /// - Throws: `InputError` where a file of it is gone or broken.
  func team(_ key: String) throws -> TeamSnapshot {
    func contents(_ name: String) throws -> [UInt8] {
      let path = "\(folder)/\(key)/\(name)"
      guard let data = FileManager.default.contents(atPath: path) else {
        throw InputError(path: path, reason: "It is gone; build the team '\(key)' again")
      }
      return [UInt8](data)
    }
    let record = try Self.record(try contents(PlaybookRecord.fileName), of: key, in: folder)
    let markdown = String(decoding: try contents(PageTexts.fileName), as: UTF8.self)
    return TeamSnapshot(record: record, texts: PageTexts(markdown: markdown))
  }
}
