/// Diagnostics as workflow commands, which GitHub Actions shows as annotations beside the lines of a pull request.
///
/// See docs.github.com, "Workflow commands for GitHub Actions": `::error file=…,line=…,col=…::message`, with
/// `%`, CR and LF escaped everywhere, and `:` and `,` in properties.
public enum GitHubAnnotations {
  /// The commands for some diagnostics, one line each; notes follow their message.
  public static func text(of diagnostics: [Diagnostic]) -> String {
    diagnostics.map { command(for: $0) + "\n" }.joined()
  }

  private static func command(for diagnostic: Diagnostic) -> String {
    var properties: [(String, String)] = []
    if let location = diagnostic.location {
      properties.append(("file", location.file))
      if let start = location.start, let end = location.end {
        properties += [("line", "\(start.line)"), ("col", "\(start.column)")]
        properties.append(("endLine", "\(end.line)"))
        if end.line == start.line { properties.append(("endColumn", "\(end.column)")) }
      }
    }
    properties.append(("title", diagnostic.id.rawValue))
    let list = properties.map { "\($0)=\(escapedProperty($1))" }.joined(separator: ",")
    let notes = diagnostic.notes.map { note in
      "\nnote: \(note.message)" + (note.location.map { " (\($0))" } ?? "")
    }
    return "::\(diagnostic.severity.rawValue) \(list)::\(escaped(diagnostic.message + notes.joined()))"
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      default: String(scalar)
      }
    }.joined()
  }

  private static func escapedProperty(_ text: String) -> String {
    escaped(text).unicodeScalars.map { scalar in
      switch scalar {
      case ":": "%3A"
      case ",": "%2C"
      default: String(scalar)
      }
    }.joined()
  }
}
