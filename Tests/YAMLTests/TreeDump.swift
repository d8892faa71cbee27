import Diagnostics

@testable import YAML

extension YAMLNode {
  /// The tree on one line, for comparison.
  var dump: String {
    switch content {
    case .scalar(let text, let style):
      switch style {
      case .plain: isNull ? "~" : text
      case .singleQuoted: "'\(text)'"
      case .doubleQuoted: "\"\(text)\""
      case .literal: "|\(text.debugDescription)"
      case .folded: ">\(text.debugDescription)"
      }
    case .sequence(let items):
      "[" + items.map(\.dump).joined(separator: ", ") + "]"
    case .mapping(let mapping):
      "{"
        + (mapping.entries.map { "\($0.key.text): \($0.value.dump)" } + (mapping.isComplete ? [] : ["..."]))
        .joined(separator: ", ") + "}"
    case .unreadable:
      "?"
    }
  }
}

/// Parses a text and gives the dump of its tree with the diagnostics.
func parse(_ file: SourceFile) -> (dump: String, diagnostics: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  let document = YAMLDocument(parsing: file, diagnostics: &diagnostics)
  return (document.root?.dump ?? "", diagnostics.sortedForReading())
}
