import Foundation
import TestSupport

/// The small project of the case `build-two-teams`, to be changed and built.
///
/// Three sites: payments/ledger and payments/vault, which inherit from `_team.yaml`, and web; all inherit from
/// `_all.yaml`.
struct Project {
  let folder: TemporaryFolder

  init() throws { folder = try CaseFolder(name: "build-two-teams").copyOfInput() }

  /// Runs a command in the project's folder.
  @discardableResult
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Output {
    try Program.run(arguments, in: folder.url, environment: environment)
  }

  /// Replaces a text where it stands first in a file.
  func edit(_ file: String, _ old: String, _ new: String) throws { try folder.edit(file, old, new) }

  /// The files of a folder by relative path, hidden ones included.
  func contents(of site: String = "site") throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for file in folder.files(below: site) {
      contents[file] = try Data(contentsOf: folder.url.appending(path: "\(site)/\(file)"))
    }
    return contents
  }

  /// When each file of the site was last written.
  func times() throws -> [String: Date] {
    var times: [String: Date] = [:]
    for file in folder.files(below: "site") {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("site/\(file)"))
      times[file] = attributes[.modificationDate] as? Date
    }
    return times
  }

  /// Whether something is there.
  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: folder.path(path)) }

  /// Takes a file or folder away.
  func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: folder.path(path)) }
}
