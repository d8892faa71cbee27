import CommonMark
import Diagnostics

/// Renders a text and says what it came to as one string; slots stand as `{code point:context}`.
func render(
  _ markdown: String, options: MarkdownOptions = MarkdownOptions(), inline: Bool = false
) -> String {
  var diagnostics: [Diagnostic] = []
  return parse(markdown, options: options, inline: inline, diagnostics: &diagnostics).pieces.dumped
}

/// Parses a text of a file `text.md`.
func parse(
  _ markdown: String, options: MarkdownOptions = MarkdownOptions(), inline: Bool = false,
  diagnostics: inout [Diagnostic]
) -> Markdown {
  let text = LocatedText(SourceFile(path: "text.md", text: markdown))
  return inline
    ? Markdown(inline: text, options: options, diagnostics: &diagnostics)
    : Markdown(text, options: options, diagnostics: &diagnostics)
}

extension Sequence<HTMLPiece> {
  /// Everything as one string.
  var dumped: String {
    map { piece in
      switch piece {
      case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
      case .slot(let scalar, let context): "{\(String(scalar.value, radix: 16)):\(context)}"
      case .linkStart(let link):
        "{link \(link.kind):\(link.id)\(link.fragment.map { "#\($0)" } ?? "")}"
      case .linkEnd: "{/link}"
      case .citation(let citation): "{cite \(citation.id)}"
      }
    }.joined()
  }
}
