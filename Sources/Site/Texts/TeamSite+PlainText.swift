import Authoring
import CommonMark
import Templating

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
