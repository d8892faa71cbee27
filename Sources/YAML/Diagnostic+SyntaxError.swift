internal import Diagnostics

// The wordings for texts that are no YAML, one for each trap.

extension Diagnostic {
  static func tab(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.tab", at: location, "A tab cannot indent YAML; use spaces", fix: Fix(replacement: "  "))
  }

  static func unclosedQuote(at location: SourceLocation, _ quote: Substring) -> Diagnostic {
    Diagnostic(
      .error, "yaml.unclosed-quote", at: location,
      "The quote (\(quote)) that opens here is not closed before the next entry")
  }

  static func unclosedBracket(_ bracket: Substring, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.unclosed-bracket", at: location,
      "'\(bracket)' is not closed before the next entry; put the value in quotes if text is meant")
  }

  static func missingSpace(after key: Substring, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.missing-space", at: location, "A space is missing after '\(key)'",
      fix: Fix(replacement: key + " "))
  }

  static func strayLine(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.stray-line", at: location,
      "This line is no 'key: value'; indent it deeper if it belongs to the value above")
  }

  static func misplacedKey(_ key: Substring, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.indentation", at: location,
      "'\(key)' is indented as part of the value above; indent it like its neighbours, or put that value in quotes"
    )
  }

  static func misplacedEntry(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.indentation", at: location,
      "This entry fits nothing above it; indent it like its neighbours")
  }

  static func conditionalNeedsQuotes(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.colon-in-value", at: location,
      "The ':' of 'a ? b : c' ends a key in YAML; put the whole rule in quotes")
  }

  static func colonNeedsQuotes(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.colon-in-value", at: location,
      "': ' inside a value ends a key in YAML; put the whole value in quotes")
  }

  static func textAfterQuote(_ quote: String, at location: SourceLocation) -> Diagnostic {
    let inside = quote == "'" ? "''" : "\\\""
    return Diagnostic(
      .error, "yaml.text-after-quote", at: location,
      "The value ends at its closing quote (\(quote)); put all of it in quotes, and write \(inside) for one inside"
    )
  }

  static func valueBegins(with character: String, at location: SourceLocation) -> Diagnostic {
    let meaning =
      switch character {
      case "&": "names an anchor"
      case "*": "begins an alias"
      case "|", ">": "begins a block of text"
      case "[": "begins a list"
      case "{": "begins a mapping"
      case "!": "begins a tag"
      default: "cannot stand"
      }
    return Diagnostic(
      .error, "yaml.reserved-start", at: location,
      "'\(character)' \(meaning) at the start of a value; put the whole value in quotes")
  }

  static func listOnKeyLine(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.list-on-key-line", at: location,
      "A list begins on a line of its own; put the value in quotes if text is meant")
  }

  static func missingComma(closing bracket: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.missing-comma", at: location,
      "',' or '\(bracket)' is missing before this; put the value in quotes if text is meant")
  }

  static func textAfterEnd(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.text-after-end", at: location,
      "The file's value ends before this, and nothing may follow it")
  }

  static func escape(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.escape", at: location,
      "Double quotes know no such escape; write '\\\\' for a backslash, or use single quotes")
  }

  /// What libyaml says, where nothing better is known.
  static func syntax(_ problem: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "yaml.syntax", at: location, "This is no YAML: \(problem)")
  }
}

extension Diagnostic.Note {
  /// Said where a file could not be read on after a syntax error.
  static let restIsNotChecked = Diagnostic.Note("The rest of the file is not checked until this is mended")
}
