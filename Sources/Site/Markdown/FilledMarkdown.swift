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

  private(set) var pieces: [Piece] = []

  /// Cuts a pattern's text.
  ///
  /// - Parameter headingShift: how many levels its headings go down.
  init(_ text: String, headingShift: Int) {
    var fence: Substring?
    // A link may go on over several lines of a block.
    var block = text.startIndex..<text.startIndex
    func isHeading(_ line: Substring) -> Bool {
      line.utf8.contains(UInt8(ascii: "#")) && line.prefixMatch(of: #/ {0,3}#{1,6}(?=\s|$)/#) != nil
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let end = line.endIndex < text.endIndex ? text.index(after: line.endIndex) : line.endIndex
      let whole = line.startIndex..<end
      let mark = line.drop { " \t>".contains($0) }.prefixMatch(of: #/`{3,}|~{3,}/#)?.output
      let isCode = fence != nil || mark != nil
      if isCode || line.isEmpty || isHeading(line) {
        addMarkdown(text[block], headingShift: 0)
        block = end..<end
        if isCode { add(text[whole], .code) } else { addMarkdown(text[whole], headingShift: headingShift) }
      } else {
        block = block.lowerBound..<end
      }
      if let open = fence {
        if let mark, mark.hasPrefix(open) { fence = nil }
      } else {
        fence = mark
      }
    }
    addMarkdown(text[block], headingShift: 0)
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
        let source = playbook.numbered.first { $0.source.id.text == id }
        text += source.map { "\\[\($0.number)\\]" } ?? ""
      }
    }
  }

  private mutating func addMarkdown(_ block: Substring, headingShift: Int) {
    var rest = block
    if headingShift > 0, rest.utf8.contains(UInt8(ascii: "#")),
      let heading = rest.prefixMatch(of: #/ {0,3}(#{1,6})(?=\s|$)/#)
    {
      let level = min(6, heading.1.count + headingShift)
      pieces.append(.text(String(repeating: "#", count: level)))
      rest = rest[heading.range.upperBound...]
    }
    // Most blocks have nothing to look for, and looking takes longer than all else.
    guard rest.utf8.contains(UInt8(ascii: "[")) else { return add(rest, .text) }
    let marks =
      #/(?<code>(`+)[^`].*?\2(?!`))|\[@(?<source>[a-z0-9-]+)\]|\[(?<words>[^\]]*)\]\((?<kind>step|criterion|guide|question|term):(?<id>[^)#]*)[^)]*\)|(?<before>\]\(|^ {0,3}\[[^\]]+\]:\s*)(?<url>[^)\s]*)/#
    while let match = rest.firstMatch(of: marks) {
      add(rest[..<match.range.lowerBound], .text)
      if let code = match.code {
        add(code, .code)
      } else if let source = match.source {
        pieces.append(.citation(String(source)))
      } else if let words = match.words, let id = match.id {
        if words.isEmpty, let kind = match.kind.flatMap({ ContentLink.Kind(rawValue: String($0)) }) {
          pieces.append(.title(kind, String(id)))
        } else {
          add(words, .text)
        }
      } else if let before = match.before, let url = match.url {
        add(before, .text)
        add(url, .url)
      }
      rest = rest[match.range.upperBound...]
    }
    add(rest, .text)
  }

  private mutating func add(_ text: Substring, _ context: Context) {
    var literal = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let slot = BodyPattern.slot(ofCharacter: scalar) else {
        literal.append(scalar)
        continue
      }
      pieces.append(.text(String(literal)))
      pieces.append(.slot(slot, context))
      literal = String.UnicodeScalarView()
    }
    pieces.append(.text(String(literal)))
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
    case (.open, .text), (.open, .code): words.notAnswered
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
