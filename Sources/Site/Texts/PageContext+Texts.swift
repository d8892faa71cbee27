import Authoring
import CommonMark
import Diagnostics
import Templating

extension PageContext {
  /// A text for this team and this page.
  mutating func html(_ text: MarkdownText) -> [UInt8] {
    let compiled = team.shared.texts[text]
    do {
      let (rendered, values) = try compiled.filled(from: team.names, style: style)
      if !rendered.diagnostics.isEmpty { diagnostics += rendered.diagnostics }
      if !rendered.outsideLinks.isEmpty { outsideLinks += rendered.outsideLinks }
      return rendered.constant ?? filled(rendered.pieces, with: values, at: compiled.location)
    } catch {
      diagnostics.append(error)
      return []
    }
  }

  /// A text that may be missing; nothing then.
  mutating func html(_ text: MarkdownText?) -> [UInt8] {
    guard let text else { return [] }
    return html(text)
  }

  /// Copies the pieces, with the team's values in their slots.
  private mutating func filled(
    _ pieces: [HTMLPiece], with values: [SlotValue], at location: SourceLocation
  ) -> [UInt8] {
    var buffer: [UInt8] = []
    buffer.reserveCapacity(pieces.reduce(256) { $0 + $1.size })
    var isLinked = false
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .bytes(let bytes): buffer += bytes
      case .slot(let character, let context):
        guard let slot = BodyPattern.slot(ofCharacter: character), values.indices.contains(slot) else {
          preconditionFailure("A pattern's slots are those of its text")
        }
        write(values[slot], in: context, at: location, into: &buffer)
      case .linkStart(let link):
        let url = url(of: link)
        isLinked = url != nil
        if let url {
          buffer += "<a class=\"to-\(link.kind.rawValue)\" href=\"".utf8
          buffer.appendEscaped(url)
          buffer += "\">".utf8
        }
        if index + 1 < pieces.count, pieces[index + 1] == .linkEnd(link) {
          buffer.appendEscaped(team.shared.title(of: link))
        }
      case .linkEnd:
        if isLinked { buffer += "</a>".utf8 }
      case .citation(let citation): buffer += marks.citation(of: citation.id)
      }
    }
    return buffer
  }

  private mutating func write(
    _ value: SlotValue, in context: SlotContext, at location: SourceLocation, into buffer: inout [UInt8]
  ) {
    switch (value, context) {
    case (.text(let text), _):
      do {
        try context.write(text, into: &buffer)
      } catch {
        diagnostics.append(.refusedURL(scheme: error.scheme, team: team.key, at: location))
      }
    case (.open(let open), .text):
      buffer += marks.open(open)
    case (.open, .linkText), (.open, .code), (.open, .attribute):
      buffer.appendEscaped(team.shared.words[.notAnswered])
    case (.open(let open), .urlStart):
      // An address that is not known yet leads to the question.
      let question = open.questions.first.map { style.url(of: .question, $0, on: .answers) }
      buffer.appendEscaped(question ?? style.url(of: .answers))
    case (.open, .url): break
    }
  }
}

extension TeamSite {
  /// A line for this team without markup and citations; empty where it has too many values, which the page reports.
  func plainText(of line: MarkdownText) -> String {
    do {
      let (rendered, values) = try shared.texts[line].filled(from: names, style: .top)
      return plainText(rendered.pieces, with: values)
    } catch {
      return ""
    }
  }

  /// Pieces of a text without markup and citations.
  func plainText(_ pieces: [HTMLPiece], with values: [SlotValue]) -> String {
    pieces.plainText { character in
      guard let slot = BodyPattern.slot(ofCharacter: character), values.indices.contains(slot) else {
        preconditionFailure("A pattern's slots are those of its text")
      }
      switch values[slot] {
      case .text(let value): return value
      case .open: return shared.words[.notAnswered]
      }
    }
  }
}

extension HTMLPiece {
  /// About how many bytes it becomes.
  fileprivate var size: Int {
    switch self {
    case .bytes(let bytes): bytes.count
    case .slot, .linkStart, .linkEnd: 64
    case .citation: 256
    }
  }
}
