import Diagnostics

// Tags that are not what they should be.
extension Diagnostic {
  static func unclosedTag(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "templating.unclosed-tag", at: location,
      "This tag is not closed; end it with }}, or write braces that mean themselves as code: `{{`")
  }

  static func unclosedTriple(at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "templating.unclosed-tag", at: location, "A tag that begins with {{{ ends with }}}")
  }

  static func emptyTag(at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "templating.empty-tag", at: location, "This tag names nothing")
  }

  static func notAName(_ written: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "templating.not-a-name", at: location,
      "'\(written)' is not a name; names are letters, digits, '_' and '-', with dots between them")
  }

  static func dynamicName(_ written: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "templating.dynamic-name", at: location,
      "'\(written)' is a dynamic name, and files are named when a template is written; use sections")
  }

  static func setDelimiter(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "templating.set-delimiter", at: location,
      "Delimiters cannot be set; tags are always written {{name}}")
  }

  static func rawInMarkdown(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "templating.raw-in-markdown", at: location,
      "Markdown has no raw tags, as no value can become markup; write {{name}}")
  }

  static func partialInMarkdown(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "templating.partial-in-markdown", at: location,
      "Markdown has no partials, parents or blocks; they are for theme templates")
  }

  static func privateUse(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "templating.private-use", at: location,
      "This private-use character cannot stand in a text, as such characters stand for values; remove it")
  }

  static func tooManyTags(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "templating.too-many-tags", at: location,
      "A template has at most \(Template.tagLimit) tags; divide it")
  }

  static func tooManyValues(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "templating.too-many-values", at: location,
      "This text comes to more than \(PrivateUse.slotCount) values for one team; divide it")
  }
}

// Sections that do not match.
extension Diagnostic {
  static func unclosed(_ tag: String, name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "templating.unclosed-section", at: location, "\(tag) is not closed; add {{/\(name)}}")
  }

  static func unopened(
    _ tag: String, innermost: (name: String, at: SourceLocation)?, meant: String?, at location: SourceLocation
  ) -> Diagnostic {
    let hint = meant.map { "; did you mean '\($0)'?" } ?? ""
    let notes = innermost.map { [Note("'\($0.name)' is open here", at: $0.at)] } ?? []
    return Diagnostic(
      .error, "templating.unopened-section", at: location, "\(tag) closes nothing\(hint)",
      notes: notes)
  }

  static func crossed(
    _ tag: String, at location: SourceLocation, inner: String, opened: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "templating.crossed-sections", at: location,
      "\(tag) closes before \(inner) inside it is closed", notes: [Note("\(inner) opens here", at: opened)])
  }

  static func split(_ name: String, at location: SourceLocation, closing: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "templating.split-blocks", at: location,
      "The section '\(name)' begins in one block of the Markdown and ends in another; give both tags a line of "
        + "their own, or keep both in one paragraph",
      notes: [Note("It ends here", at: closing)])
  }

  static func tooDeep(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "templating.too-deep", at: location,
      "Sections, blocks and partials stand in each other at most \(Template.nestingLimit) deep")
  }

  static func tooLarge(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "templating.too-large", at: location,
      "With its partials in place this template is too large; do not repeat partials within partials")
  }
}
