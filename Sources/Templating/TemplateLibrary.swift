public import Diagnostics

/// The templates of a theme by name, of which pages are made.
public struct TemplateLibrary: Sendable {
  private let templates: [String: Template]

  /// Makes a library of parsed HTML templates.
  ///
  /// - Parameter templates: by the name that `{{> name}}` uses, such as `step` or `parts/navigation`.
  public init(_ templates: [String: Template]) { self.templates = templates }

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
    var resolver = Resolver(root: root, library: templates)
    resolver.resolve(template, named: name)
    // A partial is seen by every page that has it, and its mistakes are the same ones each time.
    for diagnostic in resolver.diagnostics where !diagnostics.contains(diagnostic) {
      diagnostics.append(diagnostic)
    }
    return resolver.diagnostics.containsErrors ? nil : resolver.program
  }
}
