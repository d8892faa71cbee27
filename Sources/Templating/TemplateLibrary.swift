public import Diagnostics

/// The templates of a theme by name, of which pages are made.
public struct TemplateLibrary: Sendable {
  /// What the names of words begin with.
  static let wordsName = "words"

  let templates: [String: Template]
  let words: [String: Template]

  /// Makes a library of parsed HTML templates.
  ///
  /// - Parameters:
  ///   - templates: by the name that `{{> name}}` uses, such as `step` or `parts/navigation`.
  ///   - words: by the name that `{{words.name}}` uses, such as `plan.title`; each stands in the place of its tag
  ///     and sees what the tag sees.
  public init(_ templates: [String: Template], words: [String: Template] = [:]) {
    self.templates = templates
    self.words = words
  }

  /// The page of a name, checked against its view model; nil where anything is wrong with it, which is reported.
  public func page<Model: TemplateModel>(
    _ name: String, for model: Model.Type, diagnostics: inout [Diagnostic]
  ) -> PageTemplate<Model>? {
    program(name, for: .record(Model.templateType), diagnostics: &diagnostics).map(PageTemplate.init)
  }

  /// The program of a name for a root of a type; nil where anything is wrong with it, which is reported.
  func program(
    _ name: String, for root: TemplateType, diagnostics: inout [Diagnostic]
  ) -> Program? {
    guard let template = templates[name] else {
      diagnostics.append(.unknownFile(name, among: templates.keys.sorted(), at: nil))
      return nil
    }
    var resolver = Resolver(root: root, library: self)
    resolver.resolve(template, named: name)
    // A partial is seen by every page that has it, and its mistakes are the same ones each time.
    for diagnostic in resolver.diagnostics where !diagnostics.contains(diagnostic) {
      diagnostics.append(diagnostic)
    }
    return resolver.diagnostics.containsErrors ? nil : resolver.program
  }
}
