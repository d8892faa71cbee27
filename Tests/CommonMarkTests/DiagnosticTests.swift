import Diagnostics
import TestSupport
import Testing

import CommonMark

/// Every diagnostic, at its place: between `⟦` and `⟧`.
@Suite struct DiagnosticTests {
  struct Case: Sendable, CustomStringConvertible {
    var id: String
    var marked: String
    var options = MarkdownOptions()
    var description: String { "\(id): \(marked)" }
  }

  static let cases: [Case] = [
    Case(id: "commonmark.raw-html", marked: "Text ⟦<b>⟧bold⟦</b>⟧\n"),
    Case(id: "commonmark.raw-html", marked: "a\n\n  ⟦<div>⟧\nx\n</div>\n"),
    Case(id: "commonmark.raw-html", marked: "- a `<b>` c\n  d ⟦<b>⟧ e\n"),
    Case(id: "commonmark.raw-html", marked: "> a [b](\n> /c) d\n> e ⟦<br>⟧ f\n"),
    Case(id: "commonmark.raw-html", marked: "| a |\n| - |\n| é ⟦<i>⟧ |\n"),
    Case(id: "commonmark.raw-html", marked: "x[^1]\n\n[^1]: y\n    ⟦<i>⟧\n"),
    Case(id: "commonmark.raw-html", marked: "![a ⟦<i>⟧](b)\n"),
    Case(id: "commonmark.tag-in-html", marked: "a <b title=\"⟦\u{F0000}⟧\">x</b>", options: htmlWithSlots),
    Case(id: "commonmark.tag-in-html", marked: "<div>\n⟦\u{F0000}⟧\n</div>\n", options: htmlWithSlots),
    Case(id: "commonmark.private-use", marked: "a ⟦\u{E000}⟧ b"),
    Case(id: "commonmark.private-use", marked: "a ⟦\u{100000}⟧ b", options: slots),
    Case(id: "commonmark.private-use", marked: "a ⟦&#xE000;⟧ b", options: slots),
    Case(id: "commonmark.private-use", marked: "[a](/b⟦&#xF0000;⟧) ⟦&#983040;⟧ b"),
    Case(id: "commonmark.link-scheme", marked: "[x](⟦javascript:alert(1)⟧)"),
    Case(id: "commonmark.link-scheme", marked: "é <⟦vbscript:x⟧> y"),
    Case(id: "commonmark.link-scheme", marked: "[x][r]\n\n[r]: ⟦data:text/html,x⟧\n"),
    Case(id: "commonmark.link-scheme", marked: "a\n- b ![x](<⟦file:///etc⟧>)"),
    Case(id: "commonmark.link-scheme", marked: "[x](⟦java&#115;cript:y⟧)"),
    Case(id: "commonmark.open-scheme", marked: "[x](⟦\u{F0000}:b⟧)", options: slots),
    Case(id: "commonmark.content-link", marked: "[x](⟦step:⟧)"),
    Case(id: "commonmark.content-link", marked: "[x](⟦step:a.b⟧)"),
    Case(id: "commonmark.content-link", marked: "[x](⟦guide:\u{F0000}⟧)", options: slots),
    Case(id: "commonmark.image", marked: "![x](⟦step:baseline⟧)"),
    Case(id: "commonmark.unknown-footnote", marked: "a[⟦^b⟧]\n"),
    Case(id: "commonmark.duplicate-footnote", marked: "[^a]\n\n[^a]: b\n[^⟦A⟧]: c\n"),
    Case(id: "commonmark.unknown-alert", marked: "> [!⟦NOTES⟧]\n> a\n"),
    Case(id: "commonmark.alert-in-text", marked: "> [!NOTE]\n> a\n> ⟦[!TIP]⟧\n> b\n"),
    Case(id: "commonmark.alert-in-text", marked: "- > é\n  >\n  > ⟦[!Note]⟧\n  > b\n"),
    Case(id: "commonmark.lone-compare", marked: "⟦```go compare⟧\na\n```\n\nb\n"),
    Case(id: "commonmark.fence-title", marked: "- ```go ⟦title=\"a⟧\n  ```\n"),
    Case(id: "commonmark.fence-lines", marked: "```go ⟦{1,b}⟧\na\n```\n"),
    Case(id: "commonmark.fence-lines", marked: "```go ⟦{3-1}⟧\na\n```\n"),
    Case(id: "commonmark.fence-word", marked: "```go ⟦comapre⟧\na\n```\n"),
  ]

  private static let slots = MarkdownOptions(opaqueCharacters: .slots)
  private static let htmlWithSlots = MarkdownOptions(rawHTML: .allowed, opaqueCharacters: .slots)

  @Test(arguments: cases)
  func `A mistake is reported where it stands`(mistake: Case) {
    let marked = TestSupport.MarkedText(mistake.marked, path: "a.md")
    var diagnostics: [Diagnostic] = []
    _ = Markdown(LocatedText(marked.file), options: mistake.options, diagnostics: &diagnostics)
    #expect(diagnostics.sortedForReading().map(\.location) == marked.locations)
    #expect(Set(diagnostics.map(\.id.rawValue)) == [mistake.id])
  }

  @Test func `Places are those of the file where the text is a part of it`() {
    let file = SourceFile(path: "a.yaml", text: "because: >\n  one <b>\n  two <i>\n")
    var text = LocatedText(emptyIn: file)
    text.append("one <b>", at: 13)
    text.append(" ", at: 20)
    text.append("two <i>\n", at: 23)
    var diagnostics: [Diagnostic] = []
    _ = Markdown(inline: text, diagnostics: &diagnostics)
    #expect(diagnostics.map(\.location?.description) == ["a.yaml:2:7", "a.yaml:3:7"])
  }

  @Test func `A near miss is named`() {
    var diagnostics: [Diagnostic] = []
    _ = parse("[x](criterium:a)", diagnostics: &diagnostics)
    #expect(diagnostics.first?.message.hasSuffix("did you mean 'criterion'?") == true)
  }

  @Test func `More marks than there are is an error and not a crash`() {
    var diagnostics: [Diagnostic] = []
    _ = parse(String(repeating: "[@a]", count: 70_000), diagnostics: &diagnostics)
    #expect(diagnostics.map(\.id) == ["commonmark.too-many-links"])
  }
}
