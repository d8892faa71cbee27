import Diagnostics
import Testing

@testable import YAML

struct ResolutionTests {
  @Test(
    "plain text resolves as the core schema of YAML 1.2 says",
    arguments: [
      ("true", true), ("True", true), ("FALSE", false), ("yes", nil), ("no", nil), ("on", nil), ("tRUE", nil),
      ("'true'", nil), ("1", nil),
    ])
  func booleans(text: String, value: Bool?) throws {
    #expect(try scalar(text).asBool == value)
  }

  @Test(
    "integers are decimal, hexadecimal or octal, and fit into 64 bits",
    arguments: [
      ("0", 0), ("-12", -12), ("+5", 5), ("007", 7), ("0x1F", 31), ("0o17", 15), ("0x-1", nil), ("-0x1", nil),
      ("9223372036854775807", Int64.max), ("9223372036854775808", nil), ("1_000", nil), ("1.0", nil),
      ("1e3", nil),
      ("\"1\"", nil), ("", nil), ("0x", nil),
    ])
  func integers(text: String, value: Int64?) throws {
    #expect(try scalar(text).asInt == value)
  }

  @Test(
    "numbers may have a fraction and an exponent",
    arguments: [
      ("4", 4), ("1.10", 1.1), (".5", 0.5), ("5.", 5), ("-1e3", -1000), ("+1.5E-2", 0.015),
      (".inf", .infinity),
      ("-.INF", -.infinity), (".", nil), ("1e", nil), ("e1", nil), ("0x1p3", nil), ("nan", nil), ("inf", nil),
      ("1.2.3", nil), ("'1'", nil), ("99999999999999999999", 1e20),
    ] as [(String, Double?)])
  func numbers(text: String, value: Double?) throws {
    #expect(try scalar(text).asDouble == value)
    #expect(try scalar(".nan").asDouble?.isNaN == true)
  }

  @Test(
    "an absent value, '~' and 'null' are null; quoted they are text",
    arguments: [
      ("", true), ("~", true), ("null", true), ("NULL", true), ("''", false), ("'~'", false), ("nil", false),
    ])
  func nulls(text: String, isNull: Bool) throws {
    #expect(try scalar(text).isNull == isNull)
  }

  @Test(
    "text that looks like an entry without a space names its key",
    arguments: [
      ("a:1", "a"), ("race_incidents:'many'", "race_incidents"), ("https://x.y", nil), ("a b:1", nil),
      ("'a:1'", nil),
    ])
  func keyWithoutSpace(text: String, key: String?) throws {
    #expect(try scalar(text).keyWithoutSpace == key)
  }

  private func scalar(_ text: String) throws -> YAMLScalar {
    var diagnostics: [Diagnostic] = []
    let document = YAMLDocument(
      parsing: SourceFile(path: "t.yaml", text: "- \(text)\n"), diagnostics: &diagnostics)
    return try #require(document.root?.sequence?.first?.scalar)
  }
}
