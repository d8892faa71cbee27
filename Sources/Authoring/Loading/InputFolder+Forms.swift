import Diagnostics
import Templating
import YAML

extension InputFolder {
  /// Reads a YAML file; nil, after a diagnostic, where it cannot be read or does not have the form.
  func read<Value>(_ file: String, _ form: Form<Value>, _ diagnostics: inout [Diagnostic])
    -> Value?
  {
    guard let source = source(file, diagnostics: &diagnostics) else { return nil }
    guard let root = YAMLDocument(parsing: source, diagnostics: &diagnostics).root else {
      diagnostics.append(.emptyFile(source.path))
      return nil
    }
    return form.read(root, &diagnostics)
  }

  /// Reads a Markdown file: front matter, whose form may take up the body. Nil, after a diagnostic, as above.
  func page<Value>(
    _ file: String, _ diagnostics: inout [Diagnostic], _ form: (MarkdownText?) -> Form<Value>
  ) -> Value? {
    guard let source = source(file, diagnostics: &diagnostics) else { return nil }
    let matter = FrontMatter.split(source, diagnostics: &diagnostics)
    var body: MarkdownText?
    if matter.body.text.contains(where: { !$0.isWhitespace }) {
      let template = Template(parsing: matter.body, as: .markdown, diagnostics: &diagnostics)
      body = MarkdownText(template: template, layout: .blocks)
    }
    guard let root = matter.document?.root else {
      diagnostics.append(.noFrontMatter(source.path))
      return nil
    }
    return form(body).read(root, &diagnostics)
  }
}
