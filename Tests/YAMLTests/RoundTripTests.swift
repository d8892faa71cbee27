import Diagnostics
import TestSupport
import Testing

@testable import YAML

struct RoundTripTests {
  @Test("whatever value is set in a file is read back", arguments: 0..<200)
  func roundTrip(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let texts = ["", "a: {x: 1} # c\nb:\n  - 1\n", "a: ~\r\nb:\r\n", "a: |\n  x\n# end"]
    var edit = YAMLEdit(SourceFile(path: "t.yaml", text: texts.randomElement(using: &random) ?? ""))
    let key = ["a", "b", "new", "a b: 'c' #"].randomElement(using: &random) ?? ""
    let value = value(depth: 3, &random)
    do {
      try edit.set([.key(key)], to: value)
    } catch {
      #expect(error.message.contains("a comment would be lost"))
      return
    }
    var diagnostics: [Diagnostic] = []
    let root = YAMLDocument(parsing: edit.file, diagnostics: &diagnostics).root
    #expect(diagnostics.isEmpty)
    #expect(root?.mapping?[key].map(YAMLValue.init) == value.asRead)
  }

  private func value(depth: Int, _ random: inout SplitMix) -> YAMLValue {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
    case 0: .null
    case 1: .bool(.random(using: &random))
    case 2: .int(.random(in: .min ... .max, using: &random))
    case 3: .double(.random(in: -1e9...1e9, using: &random))
    case 4, 5: .text(text(&random))
    case 6: .list((0..<Int.random(in: 0..<4, using: &random)).map { _ in value(depth: depth - 1, &random) })
    default:
      .map(
        (0..<Int.random(in: 0..<4, using: &random)).map { index in
          .init("\(index)\(text(&random))", value(depth: depth - 1, &random))
        })
    }
  }

  private func text(_ random: inout SplitMix) -> String {
    let parts = [
      "a", "word", " ", "\n", "\t", ":", ": ", "#", " #", "'", "\"", "\\", "-", "- ", "[", "{", "}}", "é",
      "\u{85}", "\r",
      "\u{FEFF}", "1", "true", "~", "@", "!", "&", "*", "|", ">", "%", "`", "?", ",", "=", "<<", "...", "---",
      "\u{1F600}",
    ]
    return (0..<Int.random(in: 0..<6, using: &random)).compactMap { _ in parts.randomElement(using: &random) }
      .joined()
  }
}
