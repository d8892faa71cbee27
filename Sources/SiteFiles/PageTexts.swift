/// The texts of pages in a team's Markdown file, `playbook.md`: what the authors wrote, as the team has it.
///
/// Comments that no reader of Markdown shows stand around them; a page may have several texts.
public struct PageTexts: Hashable, Sendable {
  /// The name of the file in a team's folder.
  public static let fileName = "playbook.md"

  /// The comment before the text of a page, by its path in the team's folder.
  public static func begin(_ path: String) -> String { "<!-- page: \(path) -->" }

  /// The comment behind the text of a page.
  public static let end = "<!-- end of page -->"

  /// The words of each page, by its path.
  public let words: [String: [String]]

  /// Reads the texts of a Markdown file; one without comments has none.
  public init(markdown: String) {
    var words: [String: [String]] = [:]
    var page: String?
    for line in markdown.split(whereSeparator: \.isNewline) {
      if line == Self.end {
        page = nil
      } else if let begun = Self.path(in: line) {
        page = begun
      } else if let page {
        words[page, default: []] += line.split(whereSeparator: \.isWhitespace).map(String.init)
      }
    }
    self.words = words
  }

  private static func path(in line: Substring) -> String? {
    let (before, after) = ("<!-- page: ", " -->")
    guard line.hasPrefix(before), line.hasSuffix(after), line.count > before.count + after.count else {
      return nil
    }
    return String(line.dropFirst(before.count).dropLast(after.count))
  }
}
