import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import YAML

struct MutationTests {
  @Test("whatever is done to a file, it is read or refused, and every place is right", arguments: 0..<8)
  func mutations(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<rounds {
      var text = Array(Self.sample.unicodeScalars)
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let index = Int.random(in: 0..<text.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: text.remove(at: index)
        case 1: text.insert(Self.traps.randomElement(using: &random) ?? " ", at: index)
        default: text.swapAt(index, Int.random(in: 0..<text.count, using: &random))
        }
      }
      var mutated = String.UnicodeScalarView()
      mutated.append(contentsOf: text)
      check(SourceFile(path: "t.yaml", text: String(mutated)))
    }
  }

  private func check(_ file: SourceFile) {
    var diagnostics: [Diagnostic] = []
    let document = YAMLDocument(parsing: file, diagnostics: &diagnostics)
    #expect(document.root?.isUnreadable != true || diagnostics.containsErrors, "\(file.text)")
    if let root = document.root, diagnostics.isEmpty { check(root) }
    _ = FrontMatter.split(
      SourceFile(path: "t.md", text: "---\n" + file.text + "\n---\nx"), diagnostics: &diagnostics)
  }

  private func check(_ node: YAMLNode) {
    for item in node.sequence ?? [] { check(item) }
    for entry in node.mapping?.entries ?? [] {
      check(entry.key)
      check(entry.value)
    }
    if let scalar = node.scalar { check(scalar) }
  }

  private func check(_ scalar: YAMLScalar) {
    let located = scalar.located
    #expect(located.text.unicodeScalars.elementsEqual(scalar.text.unicodeScalars), "\(scalar.file.text)")
    var offset = 0
    let misplaced = scalar.text.unicodeScalars.first { character in
      let place = located.fileOffset(of: offset)
      offset += UTF8.width(character)
      guard !character.isBlank, scalar.file.byte(at: place) != UInt8(ascii: "\\") else { return false }
      let found = scalar.file.text(in: place..<place + UTF8.width(character))
      return !found.unicodeScalars.elementsEqual([character])
    }
    #expect(misplaced == nil, "\(scalar.file.text)")
  }

  private let rounds = ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1" ? 1_000 : 50

  private static let traps = Array(
    "\t :-#'\"[]{},&*!|>%@`?\\\n\r\u{1}é\u{85}\u{2028}\u{FEFF}a1~<".unicodeScalars)

  private static let sample = """
    title: Größe
    list: [a, "b c", {d: 'e''s'}]
    levels:
      - when: answers.x == 'many'   # comment
        because: "say \\"hi\\" \\u00e9 \\
          on and on"
        text: |
          literal ü
            text

        fold: >-
          folded
          text
      - &anchor strength: 0.0
        more: plain text
          on two lines
    alias: {k: &v [1, 2], l: *v}
    """
}
