import Foundation
import SiteFiles

@testable import Publishing

/// The files of a site by unit, as a test writes them.
typealias ExampleSite = [SiteUnit: [RelativePath: String]]

/// Two versions of a site, between which every kind of change happens.
enum Example {
  static let before: ExampleSite = [
    .shared: ["index.html": "portfolio 1", "assets/style.css": "colour 1", "assets/logo.svg": "logo"],
    .team("payments"): [
      "payments/index.html": "payments 1", "payments/same.html": "same", "payments/stale.html": "stale",
      "payments/to-folder": "a file", "payments/to-file/a.html": "in a folder",
    ],
    .team("left"): ["left/index.html": "left", "left/deep/down/page.html": "left"],
    .team("kept/one"): ["kept/one/index.html": "kept"],
  ]

  static let after: ExampleSite = [
    .shared: ["index.html": "portfolio 2", "assets/style.css": "colour 2", "assets/logo.svg": "logo"],
    .team("payments"): [
      "payments/index.html": "payments 2", "payments/same.html": "same", "payments/new.html": "new",
      "payments/to-folder/a.html": "in a folder", "payments/to-file": "a file",
    ],
    .team("joined"): ["joined/index.html": "joined"],
  ]

  static let unitsAfter: Set<SiteUnit> = [.shared, .team("payments"), .team("joined"), .team("kept/one")]

  /// What a user put into the folder of the site.
  static func addUserFiles(to site: String, in folder: TemporaryFolder) throws {
    try folder.write("mine", to: "\(site)/notes.txt")
    try folder.write("mine", to: "\(site)/payments/mine/deep/notes.txt")
    try folder.write("mine", to: "\(site)/left/notes.txt")
    let files = FileManager.default
    try files.createDirectory(atPath: folder("\(site)/empty"), withIntermediateDirectories: false)
    try files.createSymbolicLink(atPath: folder("\(site)/link"), withDestinationPath: "nowhere")
  }

  /// Writes the first version and the user's files.
  static func makeBefore(_ site: String, in folder: TemporaryFolder) throws {
    try publish(before, to: folder(site))
    try addUserFiles(to: site, in: folder)
  }

  /// Writes the second version over the first.
  @discardableResult
  static func makeAfter(_ site: String, in folder: TemporaryFolder, on disk: Disk = Disk()) throws
    -> Publication
  {
    try publish(after, to: folder(site), removingAllBut: unitsAfter, on: disk)
  }
}

/// Writes a site as a whole run does.
@discardableResult
func publish(
  _ site: ExampleSite, to output: String, removingAllBut existing: Set<SiteUnit>? = nil,
  on disk: Disk = Disk()
) throws -> Publication {
  try finish(site, with: SiteWriter(output: output, disk: disk), removingAllBut: existing)
}

/// Writes all units of a site, and finishes it.
func finish(
  _ site: ExampleSite, with writer: SiteWriter, removingAllBut existing: Set<SiteUnit>?
) throws -> Publication {
  for (unit, files) in site.sorted(by: { $0.key < $1.key }) {
    try writer.write(unit, files: files.sorted { $0.key < $1.key }.map { SiteFile($0.key, text: $0.value) })
  }
  return try writer.finish(removingAllBut: existing)
}
