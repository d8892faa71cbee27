import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import YAML

struct HostileInputTests {
  @Test(
    "nesting beyond the limit is one diagnostic",
    arguments: [
      String(repeating: "[", count: 10_000),
      String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000),
      "a: " + String(repeating: "{a: ", count: 10_000),
      String(repeating: "- ", count: 10_000) + "a",
      "b: 1\na:\n" + (1...200).map { String(repeating: " ", count: $0) + "k:\n" }.joined(),
    ])
  func deep(text: String) {
    let result = parse(SourceFile(path: "t.yaml", text: text))
    #expect(result.diagnostics.map(\.id) == ["yaml.too-deep"])
  }

  @Test("aliases cannot nest deeper than the limit either")
  func deepAliases() {
    let lines = (1...100).map { "k\($0): &a\($0) [*a\($0 - 1)]\n" }
    let result = parse(SourceFile(path: "t.yaml", text: "k0: &a0 x\n" + lines.joined()))
    #expect(Set(result.diagnostics.map(\.id)) == ["yaml.too-deep"])
  }

  @Test("a billion laughs are one diagnostic")
  func laughs() {
    let lines = (1...40).map { level in
      "k\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
        + "]\n"
    }
    let result = parse(SourceFile(path: "t.yaml", text: "k0: &a0 [ha, ha]\n" + lines.joined()))
    #expect(result.diagnostics.map(\.id) == ["yaml.too-many-aliases"])
  }

  @Test("a file beyond the size limit is refused without being read")
  func large() {
    let result = parse(
      SourceFile(path: "t.yaml", text: String(repeating: "a", count: YAMLDocument.maximumBytes + 1)))
    #expect(result.diagnostics.map(\.id) == ["yaml.file-too-large"])
    #expect(result.dump == "?")
  }

  @Test(
    "large or broken texts end soon",
    arguments: [
      String(repeating: "- a\n", count: 20 * scale),
      String(repeating: "a", count: 400 * scale),
      "a: " + String(repeating: "\"\\x41", count: 10 * scale),
      String(repeating: "a: b: c\n", count: 10 * scale),
      String(repeating: "k: [\n", count: 10 * scale),
      String(repeating: "\t\n", count: 10 * scale) + "\ta: b",
      String(repeating: "'", count: 100 * scale + 1),
      String(repeating: "a:1\n", count: 20 * scale),
      String(repeating: "{{x}}", count: 20 * scale),
      String(repeating: " ", count: 100 * scale) + "@",
      String(repeating: "&a *a ", count: 10 * scale),
      "[" + String(repeating: "a, ", count: 30 * scale) + "]",
      String(repeating: "? - ", count: 10 * scale),
      "{" + String(repeating: "a: 1, ", count: 30 * scale) + "}",
      "{" + (1...10 * scale).map { "k\($0): 1, " }.joined() + "}",
      String(repeating: "\u{1}", count: 100 * scale),
      String(repeating: "a #1\n", count: 10 * scale),
    ])
  func bounded(text: String) {
    let time = ContinuousClock().measure { _ = parse(SourceFile(path: "t.yaml", text: text)) }
    #expect(time < .seconds(20))
  }

  /// Ten times as much where there is time for it.
  private static let scale = ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1" ? 10_000 : 300
}
