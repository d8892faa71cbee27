internal import Diagnostics

// The wordings of what the tree builder reports. Those of syntax errors are in Diagnostic+SyntaxError.

extension Diagnostic {
  static func fileTooLarge(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .error, "yaml.file-too-large", at: file.wholeLocation,
      "The YAML has \(file.text.utf8.count) bytes; at most \(YAMLDocument.maximumBytes) are read")
  }

  static func refusedCharacter(_ character: Substring, at location: SourceLocation) -> Diagnostic {
    let scalar = character.unicodeScalars.first?.value ?? 0
    let hex = String(scalar, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    return Diagnostic(
      .error, "yaml.refused-character", at: location,
      "The invisible character \(name) cannot stand in YAML; remove it")
  }

  static func severalDocuments(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.several-documents", at: location,
      "'---' begins a second document; a file holds one")
  }

  static func tag(at range: Range<Int>, in file: SourceFile) -> Diagnostic {
    let text = String(file.text(in: range))
    let shown = text.prefix { !$0.isNewline }
    return Diagnostic(
      .error, "yaml.tag", at: file.location(range),
      "'\(shown)' begins with '!', which YAML takes for a tag and drops; put the value in quotes",
      fix: shown == text ? Fix(replacement: WrittenText.quoted(text)) : nil)
  }

  static func tagOfCollection(at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "yaml.tag", at: location, "Tags ('!') are not allowed; remove it")
  }

  static func duplicateKey(
    _ key: String, at location: SourceLocation, first: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "yaml.duplicate-key", at: location, "The key '\(key)' stands here a second time",
      notes: [Note("It is first here", at: first)])
  }

  static func mergeKey(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.merge-key", at: location,
      "Merge keys ('<<') are not allowed; write the keys out, or use an alias as a value")
  }

  static func emptyKey(at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "yaml.empty-key", at: location, "A key is missing before ':'")
  }

  static func keyNotText(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.key-not-text", at: location,
      "A key must be text, not a list or a mapping; put it in quotes if text is meant")
  }

  static func unquotedTemplateTag(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.unquoted-template-tag", at: location,
      "'{{' at the start of a value is YAML's own brace; put the whole value in quotes")
  }

  static func unknownAnchor(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.unknown-anchor", at: location,
      "'*\(name)' names no anchor above; put the value in quotes if text is meant")
  }

  static func aliasInsideItsAnchor(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.alias-in-itself", at: location, "'*\(name)' stands inside the value that '&\(name)' names"
    )
  }

  static func tooManyAliases(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.too-many-aliases", at: location,
      "The aliases up to here stand for more than \(YAMLDocument.maximumAliasedNodes) values")
  }

  static func tooDeep(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.too-deep", at: location,
      "Lists and mappings nest deeper than \(YAMLDocument.maximumDepth) levels here")
  }

  static func commentCutsText(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.comment-cuts-text", at: location,
      "' #' begins a comment and cuts the value off, inside a quote or a bracket; put the whole value in quotes"
    )
  }

  static func commentMayCutText(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "yaml.comment-may-cut-text", at: location,
      "' #' begins a comment, so this is not part of the value; put the value in quotes if it belongs to it")
  }

  static func frontMatterNotClosed(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.front-matter-not-closed", at: location,
      "The front matter that begins here is not closed by a second '---' line")
  }
}

extension Diagnostic.Note {
  /// Said in the last diagnostic where there are too many.
  static let moreIsNotListed = Diagnostic.Note("Further mistakes in this file are not listed")
}
