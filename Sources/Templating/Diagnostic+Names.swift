import Diagnostics

// Names that mean nothing, or not what the tag says.
extension Diagnostic {
  static func unknownName(
    _ name: String, parts: [String], in records: [TemplateRecordType], at location: SourceLocation
  ) -> Diagnostic {
    let first = parts.first ?? name
    let names = records.flatMap { $0.fields.map(\.name) }
    let inner = records.flatMap(\.fields).first { $0.type.record?.index(of: first) != nil }
    let hint =
      inner.map { "; did you mean '\($0.name).\(name)'?" } ?? NearMiss.hint(for: first, among: names)
    return Diagnostic(
      .error, "templating.unknown-name", at: location, "There is no name '\(first)' here\(hint)",
      notes: listing(names))
  }

  static func unknownField(
    _ part: String, of whole: String, _ type: TemplateType, at location: SourceLocation
  ) -> Diagnostic {
    guard let record = type.record else {
      return Diagnostic(
        .error, "templating.unknown-name", at: location,
        "'\(whole)' is \(type.noun) and has no '\(part)'")
    }
    let names = record.fields.map(\.name)
    return Diagnostic(
      .error, "templating.unknown-name", at: location,
      "'\(whole)' has no '\(part)'\(NearMiss.hint(for: part, among: names))", notes: listing(names))
  }

  private static func listing(_ names: [String]) -> [Note] {
    guard (1...12).contains(names.count) else { return [] }
    return [Note("The names are \(names.joined(separator: ", "))")]
  }

  static func notPrinted(_ name: String, _ type: TemplateType, at location: SourceLocation) -> Diagnostic {
    let advice: String
    switch type {
    case .flag: advice = "ask it with a section, {{#\(name)}}…{{/\(name)}}"
    case .list: advice = "repeat a text for each element, {{#\(name)}}…{{/\(name)}}"
    case .record(let record):
      advice =
        record.fields.first { $0.type.printed == .text }.map { field in
          "print one of its fields, such as {{\(name == "." ? field.name : "\(name).\(field.name)")}}"
        } ?? "leave it out"
    case .text, .html: advice = "leave it out"
    }
    return Diagnostic(
      .error, "templating.not-printed", at: location,
      "'\(name)' is \(type.noun) and cannot be printed; \(advice)")
  }

  static func noSection(_ name: String, _ type: TemplateType, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "templating.no-section", at: location,
      "'\(name)' is \(type.noun) and neither holds nor fails, so it cannot be a section")
  }

  static func repeatedUnchanged(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "templating.repeated-unchanged", at: location,
      "This text stands once for each element of '\(name)' and is the same each time; print the element in it, or ask for "
        + "something that holds or does not")
  }

  static func escapedHTML(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "templating.escaped-html", at: location,
      "'\(name)' is finished HTML; print it with three braces", fix: Fix(replacement: "{{{\(name)}}}"))
  }

  static func rawText(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "templating.raw-text", at: location,
      "'\(name)' is text and must be escaped; print it with two braces",
      fix: Fix(replacement: "{{\(name)}}"))
  }

  static func htmlInMarkdown(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "templating.html-in-markdown", at: location,
      "'\(name)' is finished HTML, which only theme templates can print")
  }
}

// Files of a theme.
extension Diagnostic {
  static func unknownFile(
    _ name: String, among names: [String], at location: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, "templating.unknown-file", at: location,
      "There is no template '\(name)'\(NearMiss.hint(for: name, among: names))")
  }

  static func unknownWords(_ name: String, among names: [String], at location: SourceLocation) -> Diagnostic {
    let names = names.map { "\(TemplateLibrary.wordsName).\($0)" }
    return Diagnostic(
      .error, "templating.unknown-words", at: location,
      "There are no words '\(name)'\(NearMiss.hint(for: name, among: names))")
  }

  static func notAValueOfWords(_ names: [String], at location: SourceLocation) -> Diagnostic {
    let tags = names.map { "{{\($0)}}" }.joined(separator: " and ")
    return Diagnostic(
      .error, "templating.not-a-value-of-words", at: location,
      "These words are \(names.isEmpty ? "text without tags" : "text with the tags \(tags) and no others")")
  }

  static func circle(_ names: [String], at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "templating.circle", at: location,
      "This template contains itself: \(names.joined(separator: " > "))")
  }

  static func unknownBlock(
    _ name: String, of parent: String, among names: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "templating.unknown-block", at: location,
      "'\(parent)' shows no block '\(name)'\(NearMiss.hint(for: name, among: names))")
  }

  static func duplicateBlock(_ name: String, at location: SourceLocation, earlier: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      .error, "templating.duplicate-block", at: location, "The block '\(name)' is given twice",
      notes: [Note("It is given here as well", at: earlier)])
  }

  static func textInParent(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "templating.text-in-parent", at: location,
      "Between {{<\(name)}} and {{/\(name)}} only blocks are shown; put this into a block")
  }
}
