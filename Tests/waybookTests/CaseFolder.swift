import Foundation
import TestSupport
import Testing

/// One folder of Cases: a whole command, and what must come of it.
///
///     command        one line, such as `waybook build --output site`; `<checkout>` is the folder of the sources
///     input/         the working folder, laid over that of the case named in `input-of`
///     compare        the files whose texts are compared, one a line; a case without it compares all
///     expected/      status, stdout, stderr, files (the names of all files that were written), output/…
struct CaseFolder: CustomTestStringConvertible, Sendable {
  /// The variable that writes what came out over what was expected.
  static let rewriteVariable = "WAYBOOK_REWRITE_CASES"

  let name: String

  var testDescription: String { name }

  /// All cases, by name.
  static let all: [CaseFolder] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: root.path(percentEncoded: false))
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted().map(CaseFolder.init(name:))
  }()

  private static let root = Checkout.root.appending(path: "Tests/waybookTests/Cases")

  private var folder: URL { Self.root.appending(path: name) }

  /// A copy of the case's input, to work in.
  func copyOfInput() throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    for source in [try text("input-of").map { CaseFolder(name: $0) }, self].compactMap(\.self) {
      let input = source.folder.appending(path: "input")
      for (file, data) in try Self.files(below: input) {
        let place = copy.url.appending(path: file)
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: place)
      }
    }
    return copy
  }

  /// Runs the command and gathers what came of it, by path below `expected`.
  func run() throws -> [String: String] {
    let copy = try copyOfInput()
    let before = Set(copy.files())
    let checkout = Checkout.root.path(percentEncoded: false)
    let words = try text("command")?.replacing("<checkout>/", with: checkout).split(separator: " ")
      .dropFirst()
      .map(String.init)
    let output = try Program.run(words ?? [], in: copy.url)
    let written = copy.files().filter { !before.contains($0) }
    var results = ["status": "\(output.status)\n"]
    results["stdout"] = output.stdout
    results["stderr"] = output.stderr
    results["files"] = written.map { $0 + "\n" }.joined()
    let compared = try text("compare")?.split(separator: "\n").map(String.init)
    let shown = written.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
    for file in shown where compared?.contains(file) ?? true {
      results["output/\(file)"] = try copy.text(file)
    }
    return results.filter { !$0.value.isEmpty }.mapValues { normalised($0, copy) }
  }

  /// What is expected, by path below `expected`.
  func expected() throws -> [String: String] {
    try Self.files(below: folder.appending(path: "expected")).mapValues {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Replaces what is expected.
  func rewrite(_ results: [String: String]) throws {
    let expected = folder.appending(path: "expected")
    try? FileManager.default.removeItem(at: expected)
    for (name, text) in results {
      let file = expected.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  /// A text without what differs from run to run and from machine to machine.
  private func normalised(_ text: String, _ folder: TemporaryFolder) -> String {
    // The folder of a theme's files is named after what they hold.
    text.replacing(/assets\/[0-9a-f]{8}\//, with: "assets/<theme>/")
      .replacing(/waybook: code is not highlighted: .*\n/, with: "")
      .replacing(folder.url.path(percentEncoded: false), with: "<folder>/")
      .replacing(Checkout.root.path(percentEncoded: false), with: "<checkout>/")
  }

  /// The files below a folder, by relative path; none where there is no such folder.
  private static func files(below folder: URL) throws -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))
    var files: [String: Data] = [:]
    while let name = names?.nextObject() as? String {
      guard names?.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
      files[name] = try Data(contentsOf: folder.appending(path: name))
    }
    return files
  }

  private func text(_ name: String) throws -> String? {
    let file = folder.appending(path: name)
    guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else { return nil }
    return String(decoding: try Data(contentsOf: file), as: UTF8.self).trimmingCharacters(in: .newlines)
  }
}
