public import Diagnostics

/// A Markdown template, checked against the names of a playbook: what is read once for all teams.
public struct BodyTemplate: Sendable {
  /// Every name that was found, in the order of the text.
  public let references: [TemplateReference]
  let program: Program
  /// Whether the text depends on answers; where it does not, `allText` is what every team has.
  public let hasSections: Bool
  private let text: LocatedText

  /// Checks a template. A name with a mistake is reported and then stands for nothing, so that the rest of the
  /// body, links for example, can be checked as well.
  public init(_ template: Template, against type: TemplateRecordType, diagnostics: inout [Diagnostic]) {
    var resolver = Resolver(root: .record(type), library: nil)
    resolver.resolve(template, named: nil)
    diagnostics += resolver.diagnostics
    references = resolver.references
    program = resolver.program
    hasSections = program.instructions.contains { instruction in
      switch instruction {
      case .section, .inverse: true
      case .literal, .print, .printHTML: false
      }
    }
    text = template.text
  }

  /// Which sections stand for a team, and how long its lists are: all that the text depends on.
  public func key(for root: any TemplateRecord) -> PatternKey {
    var key = PatternKey()
    guard hasSections else { return key }
    var frames = [Frame(.record(root))]
    program.decide(program.instructions.indices, &frames, &key)
    return key
  }

  /// The text of a key.
  ///
  /// - Throws: a diagnostic where the text would have more values than there are characters for them.
  public func pattern(for key: PatternKey) throws(Diagnostic) -> BodyPattern {
    var builder = PatternBuilder(program: program, source: text, key: key)
    guard builder.build() else { throw .tooManyValues(at: text.location(0..<0)) }
    return builder.pattern
  }

  /// The text with every section and every inverse standing once, for checks that are to see all of it.
  public var allText: LocatedText {
    var builder = PatternBuilder(program: program, source: text, key: nil)
    // A template has fewer tags than there are characters for values.
    _ = builder.build()
    return builder.pattern.text
  }
}
