import Authoring
import CommonMark
import Templating

/// The Markdown of a text's pattern, cut where a team's values, citations and titles are put in.
///
/// For files that leave the site: links to content become their text, citations the number of their source,
/// and headings go down below those of the file.
struct FilledMarkdown: Sendable {
  /// Where a value stands, which says how it is escaped.
  enum Context {
    case text, url, code
  }

  /// A piece of the text.
  enum Piece: Sendable {
    case text(String)
    case slot(Int, Context)
    case citation(String)
    case title(ContentLink.Kind, String)
  }

  private let pieces: [Piece]

  /// Cuts a pattern's text.
  ///
  /// - Parameters:
  ///   - headingShift: how many levels its headings go down.
  ///   - footnotePrefix: begins the labels of its footnotes, which the file has only once.
  init(_ text: String, headingShift: Int, footnotePrefix: String = "") {
    pieces = MarkdownScan(text, headingShift: headingShift, footnotePrefix: footnotePrefix).pieces
  }

  /// The text for a team.
  ///
  /// - Parameters:
  ///   - values: the team's, by slot.
  ///   - playbook: whose sources and titles are named.
  func text(with values: [SlotValue], of playbook: PreparedPlaybook) -> String {
    pieces.reduce(into: "") { text, piece in
      switch piece {
      case .text(let literal): text += literal
      case .slot(let slot, let context): text += context.written(values[slot], playbook.words)
      case .title(let kind, let id):
        text += playbook.title(of: ContentLink(kind: kind, id: id)).asMarkdownText
      case .citation(let id):
        let source = Slug(id).flatMap { playbook.sources[$0] }
        text += source.map { "\\[\($0.number)\\]" } ?? ""
      }
    }
  }
}

extension FilledMarkdown.Context {
  /// A value as it stands here: never more than text.
  fileprivate func written(_ value: SlotValue, _ words: Words) -> String {
    switch (value, self) {
    case (.text(let text), .text): text.asMarkdownText
    case (.text(let text), .url): text.asMarkdownURL
    // Nothing is escaped in code, so a value there must not end it.
    case (.text(let text), .code): text.onOneLine.replacing(#/[`~]{2,}/#, with: "'")
    case (.open, .url): ""
    case (.open, .text), (.open, .code): words[.notAnswered]
    }
  }
}

extension TeamSite {
  /// A text as Markdown, with the team's values as plain text in it.
  func markdown(_ text: MarkdownText) -> String {
    do {
      let (filled, values) = try shared.texts[text].markdown(from: names)
      return filled.text(with: values, of: shared)
    } catch {
      // The page itself reports it.
      return ""
    }
  }
}
