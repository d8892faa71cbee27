public import Diagnostics

/// Words of a theme that a program fills with values of its own: `week {{number}}`.
public struct Phrase: Sendable {
  private enum Piece {
    case text(String)
    case value(Int)
  }

  private let pieces: [Piece]

  /// Takes words apart.
  ///
  /// - Parameters:
  ///   - template: parsed as words.
  ///   - names: of the values; each may stand in the words any number of times, and no other tag may.
  /// - Returns: nil where the words have another tag, which is reported.
  public init?(_ template: Template, names: [String], diagnostics: inout [Diagnostic]) {
    var isWhole = true
    pieces = template.nodes.compactMap { node in
      switch node.content {
      case .literal: return .text(template.text[node.range].text)
      case .variable(let name):
        if let index = names.firstIndex(of: name.text) { return .value(index) }
      case .raw, .section, .inverse, .partial, .parent, .block: break
      }
      diagnostics.append(.notAValueOfWords(names, at: template.text.location(node.range)))
      isWhole = false
      return nil
    }
    guard isWhole else { return nil }
  }

  /// The words with values in them, as plain text.
  ///
  /// - Parameter values: in the order of the names.
  public func text(_ values: [String]) -> String {
    pieces.reduce(into: "") { text, piece in
      switch piece {
      case .text(let literal): text += literal
      case .value(let index): text += values[index]
      }
    }
  }
}
