import Diagnostics

extension Resolver {
  /// A name that was found.
  private struct Found {
    var lookup: Lookup
    var type: TemplateType
    var path: [String]
  }

  /// The look-up of a value that is printed, nil where it cannot be, which is reported.
  mutating func printed(_ name: TagName, raw: Bool, tag: Range<Int>, of template: Template) -> Lookup? {
    guard let found = find(name, use: .printed, of: template) else { return nil }
    func report(_ mistake: (String, SourceLocation) -> Diagnostic) {
      self.report(mistake(name.text, template.text.location(tag)))
    }
    switch found.type.printed {
    case .text:
      if raw { report(Diagnostic.rawText) }
      return raw ? nil : found.lookup
    case .html:
      if template.syntax.isMarkdown {
        report(Diagnostic.htmlInMarkdown)
      } else if !raw {
        report(Diagnostic.escapedHTML)
      }
      return raw ? found.lookup : nil
    case nil:
      report { .notPrinted($0, found.type, at: $1) }
      return nil
    }
  }

  /// A name that a section is about.
  struct Section {
    var lookup: Lookup
    /// Whether it stands once for each element of a list.
    var repeats: Bool
    /// What names mean inside.
    var inside: Context
  }

  /// The look-up of a value that a section is about; a mistake is reported and the section never stands.
  mutating func section(
    _ name: TagName, use: TemplateReference.Use, of template: Template
  ) -> Section {
    guard let found = find(name, use: use, of: template) else {
      return Section(lookup: .nowhere, repeats: false, inside: Context(type: nil, path: []))
    }
    func section(_ type: TemplateType, repeats: Bool = false) -> Section {
      Section(lookup: found.lookup, repeats: repeats, inside: Context(type: type, path: found.path))
    }
    switch found.type {
    case .list(let element): return section(element, repeats: true)
    case .text, .html, .flag: return section(found.type)
    case .record(let record):
      switch record.section {
      case .condition: return section(found.type)
      case .list(let element): return section(element, repeats: true)
      case .none:
        report(.noSection(name.text, found.type, at: template.text.location(name.range)))
        return section(found.type)
      }
    }
  }

  /// Finds a name, or reports that there is none.
  private mutating func find(_ name: TagName, use: TemplateReference.Use, of template: Template) -> Found? {
    guard let parts = name.parts else { return nil }
    guard let (frame, depth) = base(of: name, parts, template) else { return nil }
    var found = frame
    for part in parts.dropFirst(depth) {
      guard let record = found.type.record, let index = record.index(of: part) else {
        if let record = found.type.record, !record.isComplete,
          NearMiss.of(part, among: record.fields.map(\.name)) == nil
        {
          return nil
        }
        report(
          .unknownField(
            part, of: found.path.isEmpty ? name.text : found.path.joined(separator: "."),
            found.type, at: template.text.location(name.range)))
        return nil
      }
      program.steps.append(index)
      found.type = record.fields[index].type
      found.path.append(part)
    }
    found.lookup.steps = found.lookup.steps.lowerBound..<program.steps.count
    // Of a theme nobody asks.
    if library == nil {
      references.append(
        TemplateReference(path: found.path, use: use, text: template.text, range: name.range))
    }
    return found
  }

  /// The context in which a name begins, and how many of its parts are used up by that.
  private mutating func base(of name: TagName, _ parts: [String], _ template: Template) -> (Found, Int)? {
    let steps = program.steps.count..<program.steps.count
    func found(_ frame: Int) -> Found? {
      contexts[frame].isNamed = true
      let context = contexts[frame]
      return context.type.map {
        Found(lookup: Lookup(frame: frame, steps: steps), type: $0, path: context.path)
      }
    }
    guard let first = parts.first else { return found(contexts.count - 1).map { ($0, 0) } }
    for frame in contexts.indices.reversed() {
      // What a mistaken section is about is not known, so nothing can be said of names inside it.
      guard let type = contexts[frame].type else { return nil }
      if type.record?.index(of: first) != nil { return found(frame).map { ($0, 0) } }
    }
    report(
      .unknownName(
        name.text, parts: parts, in: contexts.compactMap { $0.type?.record },
        at: template.text.location(name.range)))
    return nil
  }
}
