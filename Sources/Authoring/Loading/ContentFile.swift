import Diagnostics

/// A file that adds to what playbook.yaml and the questions say, and builds on nothing else.
enum ContentFile {
  case sources
  case glossary
  case criterion(String, Slug)
  case step(String, Slug)
  case guide(String, Slug)
  case data(String, Name)

  /// What such a file holds.
  enum Content: Sendable {
    case sources(Listing<Source>)
    case glossary(Listing<Term>)
    case criterion(Criterion)
    case step(Step)
    case guide(Guide)
    case data(Name, DataValue)
  }

  /// Its path in the playbook's folder.
  var path: String {
    switch self {
    case .sources: "sources.yaml"
    case .glossary: "glossary.yaml"
    case .criterion(let path, _), .step(let path, _), .guide(let path, _), .data(let path, _): path
    }
  }

  /// What it gives names to.
  var kind: NameKind {
    switch self {
    case .sources: .source
    case .glossary: .term
    case .criterion: .criterion
    case .step: .step
    case .guide: .guide
    case .data: .data
    }
  }

  /// Reads the file; nil, after a diagnostic, where it does not have its form.
  ///
  /// - Parameters:
  ///   - playbook: with all that playbook.yaml and the questions say.
  ///   - questions: those of the playbook.
  func read(
    from folder: InputFolder, of playbook: Playbook, _ questions: QuestionIndex,
    _ diagnostics: inout [Diagnostic]
  ) -> Content? {
    switch self {
    case .sources: return folder.read(path, .sourcesFile, &diagnostics).map(Content.sources)
    case .glossary: return folder.read(path, .glossaryFile, &diagnostics).map(Content.glossary)
    case .data(_, let name): return folder.read(path, .data, &diagnostics).map { .data(name, $0) }
    case .criterion(_, let id):
      let criterion = folder.page(path, &diagnostics) { .criterion(id: id, body: $0, questions: questions) }
      return criterion.map(Content.criterion)
    case .step(_, let id):
      let step = folder.page(path, &diagnostics) {
        .step(id: id, fileName: fileName, body: $0, in: playbook, questions)
      }
      return step.map(Content.step)
    case .guide(_, let id):
      let guide = folder.page(path, &diagnostics) { .guide(id: id, fileName: fileName, body: $0) }
      return guide.map(Content.guide)
    }
  }

  private var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }
}

extension Playbook {
  /// Adds what a file holds.
  ///
  /// - Parameters:
  ///   - content: nil where it could not be read.
  ///   - kind: what the file gives names to.
  mutating func add(_ content: ContentFile.Content?, of kind: NameKind) {
    var isWhole = true
    switch content {
    case .sources(let listing): (sources, isWhole) = (listing.items, listing.isWhole)
    case .glossary(let listing): (terms, isWhole) = (listing.items, listing.isWhole)
    case .criterion(let criterion): criteria.append(criterion)
    case .step(let step): steps.append(step)
    case .guide(let guide): guides.append(guide)
    case .data(let name, let value): data[name] = value
    case nil: isWhole = false
    }
    if !isWhole { unread.insert(kind) }
  }
}
