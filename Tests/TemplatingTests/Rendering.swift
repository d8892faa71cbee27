import Diagnostics
import Testing

@testable import Templating

/// Renders an HTML template; an open value is written as `?` and its question.
func rendered(
  _ template: String, _ sample: Sample, partials: [String: String] = [:], as type: TemplateType? = nil,
  diagnostics: inout [Diagnostic]
) -> String? {
  var files = partials
  files["page"] = template
  let templates = files.sorted { $0.key < $1.key }.map { name, text in
    let file = SourceFile(path: "\(name).html", text: text)
    return (name, Template(parsing: LocatedText(file), as: .html, diagnostics: &diagnostics))
  }
  let library = TemplateLibrary(Dictionary(uniqueKeysWithValues: templates))
  let type = type ?? sample.type
  let program = library.program("page", for: type, diagnostics: &diagnostics)
  guard let program, diagnostics.isEmpty else { return nil }
  var bytes: [UInt8] = []
  program.render(sample.value(as: type), into: &bytes) { open, buffer in
    buffer += "?\(open.questions.joined(separator: ","))".utf8
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Renders an HTML template that has no mistakes.
func rendered(
  _ template: String, _ sample: Sample, partials: [String: String] = [:],
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) -> String? {
  var diagnostics: [Diagnostic] = []
  let text = rendered(template, sample, partials: partials, diagnostics: &diagnostics)
  #expect(diagnostics == [], sourceLocation: sourceLocation)
  return text
}

/// A Markdown body.
func body(
  _ text: String, _ sample: Sample, as syntax: TemplateSyntax = .markdown, diagnostics: inout [Diagnostic]
) -> BodyTemplate {
  let file = SourceFile(path: "body.md", text: text)
  let template = Template(parsing: LocatedText(file), as: syntax, diagnostics: &diagnostics)
  return BodyTemplate(template, against: sample.shape, diagnostics: &diagnostics)
}

/// A Markdown body that has no mistakes.
func body(
  _ text: String, _ sample: Sample, as syntax: TemplateSyntax = .markdown,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) -> BodyTemplate {
  var diagnostics: [Diagnostic] = []
  let body = body(text, sample, as: syntax, diagnostics: &diagnostics)
  #expect(diagnostics == [], sourceLocation: sourceLocation)
  return body
}

extension LocatedText {
  /// The text with slots written as `‹0›`, `‹1›`.
  var dump: String {
    text.unicodeScalars.map { character in
      BodyPattern.slot(ofCharacter: character).map { "‹\($0)›" } ?? String(character)
    }.joined()
  }
}
