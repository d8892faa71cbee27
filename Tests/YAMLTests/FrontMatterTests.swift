import Diagnostics
import TestSupport
import Testing

@testable import YAML

struct FrontMatterTests {
  @Test(
    "a file is split at its second '---' line",
    arguments: [
      ("---\na: 1\n---\nText\n---\n", "{a: 1}", "Text\n---\n"),
      ("---  \r\na: 1\r\n---\r\nText\r\n", "{a: 1}", "Text\r\n"),
      ("---\n---\nText", "", "Text"),
      ("---\na: 1\n---", "{a: 1}", ""),
      ("---\na: |\n  x\n\n---\n", "{a: |\"x\\n\"}", ""),
    ])
  func split(text: String, dump: String, body: String) {
    var diagnostics: [Diagnostic] = []
    let parts = FrontMatter.split(SourceFile(path: "t.md", text: text), diagnostics: &diagnostics)
    #expect(parts.document != nil)
    #expect(parts.document?.root?.dump ?? "" == dump)
    #expect(parts.body.text == body)
    #expect(diagnostics.isEmpty)
  }

  @Test("a file that does not begin with '---' is all body", arguments: ["", "Text\n---\n---\n", "----\n"])
  func bodyOnly(text: String) {
    var diagnostics: [Diagnostic] = []
    let parts = FrontMatter.split(SourceFile(path: "t.md", text: text), diagnostics: &diagnostics)
    #expect(parts.document == nil)
    #expect(parts.body.text == text)
    #expect(diagnostics.isEmpty)
  }

  @Test("front matter without an end is reported where it begins, and nothing else is")
  func notClosed() {
    var diagnostics: [Diagnostic] = []
    let marked = MarkedText("⟦---⟧\na: @\n\nText\n")
    let parts = FrontMatter.split(marked.file, diagnostics: &diagnostics)
    #expect(diagnostics.map(\.id) == ["yaml.front-matter-not-closed"])
    #expect(diagnostics.map(\.location) == marked.locations)
    #expect(parts.document?.root?.isUnreadable == true)
  }

  @Test("places in front matter and body are the file's")
  func places() throws {
    var diagnostics: [Diagnostic] = []
    let marked = MarkedText("---\ntitle: ⟦Größe⟧\nwhen: ⟦@⟧\nb: ⟦[⟧\n---\n⟦Text⟧\n")
    let parts = FrontMatter.split(marked.file, diagnostics: &diagnostics)
    let title = try #require(parts.document?.root?.mapping?["title"])
    #expect(
      [title.location] + diagnostics.sortedForReading().map(\.location) + [parts.body.location(0..<4)]
        == marked.locations)
  }
}
