import SiteFiles

/// A Markdown file in the making. What is added as text stays text, whatever it holds.
struct MarkdownDocument {
  private(set) var text = ""

  /// The bytes of the file.
  var bytes: [UInt8] { Array(text.utf8) }

  mutating func add(heading level: Int, _ title: String) {
    add(markdown: String(repeating: "#", count: level) + " " + title.asMarkdownText)
  }

  mutating func add(_ paragraph: String) { add(markdown: paragraph.asMarkdownText) }

  mutating func add(list items: some Sequence<String>) { add(markdownList: items.map(\.asMarkdownText)) }

  /// Adds blocks that are Markdown already.
  mutating func add(markdown: String) {
    guard markdown.contains(where: { !$0.isWhitespace }) else { return }
    text += markdown
    while text.last?.isNewline == true { text.removeLast() }
    text += "\n\n"
  }

  /// Adds what an author wrote about a page, between comments that name the page, so that programs can tell the texts
  /// of two builds apart, whatever was computed around them.
  mutating func add(textOf page: TeamPage, _ markdown: String?) {
    guard let markdown, markdown.contains(where: { !$0.isWhitespace }) else { return }
    add(markdown: PageTexts.begin(page.path))
    add(markdown: markdown)
    add(markdown: PageTexts.end)
  }

  /// Adds a list of lines that are Markdown already.
  mutating func add(markdownList items: [String]) {
    add(markdown: items.map { "- \($0)" }.joined(separator: "\n"))
  }
}
