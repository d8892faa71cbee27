public import CommonMark
public import Diagnostics
import Templating

extension PlaybookCheck {
  /// Checks tags, links and citations of every text, also where no team sees them.
  ///
  /// - Returns: the ids of the sources that something cites, and what was made of each text, by its place.
  func checkTexts(_ diagnostics: inout [Diagnostic]) -> (
    cited: Set<String>, checked: [SourceLocation: CheckedText]
  ) {
    for choice in playbook.questions.flatMap(\.choices) where TextNames.answerFields.contains(choice.id.text)
    {
      diagnostics.append(.choiceNamedLikeField(choice))
    }
    let pages =
      playbook.criteria.map { (Page(.criterion, $0.id), $0.texts) }
      + playbook.steps.map { (Page(.step, $0.id), $0.texts) }
      + playbook.guides.map { (Page(.guide, $0.id), [$0.body].compactMap(\.self)) }
    var headings: [Page: Set<String>] = [:]
    var checked: [SourceLocation: CheckedText] = [:]
    var links: [Located<ContentLink>] = []
    var cited = Set(citedInLists.map(\.value.text))
    for (page, _) in pages { headings[page] = [] }
    let others =
      playbook.questions.compactMap(\.findOut) + playbook.sources.flatMap(\.claims)
      + playbook.terms.map(\.text)
    let sources = Set(playbook.sources.map(\.id.text))
    let placed =
      pages.flatMap { page, texts in texts.map { (page: page as Page?, text: $0) } }
      + others.map { (page: nil, text: $0) }
    for (place, text) in zip(placed, self.checked(placed.map(\.text), &diagnostics)) {
      links += text.whole.links
      if let page = place.page { headings[page, default: []].formUnion(text.whole.headings.map(\.id)) }
      checked[place.text.location] = text
      cited.formUnion(text.whole.citations.map(\.value.id))
      checkCitations(text.whole, among: sources, &diagnostics)
      checkOutsideLinks(text.whole, &diagnostics)
    }
    let lifting = playbook.criteria.flatMap(\.rulingsOut).compactMap(\.liftedBy).map {
      Located(ContentLink(kind: $0.kind, id: $0.id), at: $0.location)
    }
    let ids = Dictionary(uniqueKeysWithValues: ContentLink.Kind.allCases.map { ($0, self.ids(of: $0)) })
    for link in links + lifting {
      resolve(link, among: ids[link.value.kind, default: []], headings, &diagnostics)
    }
    return (cited, checked)
  }

  /// Looks up the names of texts, and renders each with all of its sections.
  private func checked(_ texts: [MarkdownText], _ diagnostics: inout [Diagnostic]) -> [CheckedText] {
    let (names, options) = (TextNames(playbook).root, playbook.markdownOptions)
    return texts.mappedSideBySide(&diagnostics) { text, diagnostics in
      let body = BodyTemplate(text.template, against: names, diagnostics: &diagnostics)
      let parsed = text.layout.parsed(body.allText, options: options)
      let whole = parsed.rendered(options: options, diagnostics: &diagnostics)
      return CheckedText(body: body, parsed: body.hasSections ? nil : parsed, whole: whole)
    }
  }

  /// A piece of content with a page of its own.
  private struct Page: Hashable {
    let kind: ContentLink.Kind
    let id: String

    init(_ kind: ContentLink.Kind, _ id: Slug) { (self.kind, self.id) = (kind, id.text) }
  }

  /// A text stands on pages in several folders, so it can link to its own headings, to content and to the web.
  private func checkOutsideLinks(_ markdown: Markdown, _ diagnostics: inout [Diagnostic]) {
    let headings = markdown.headings.map(\.id)
    // What a tag puts into an address is checked for each team.
    for link in markdown.outsideLinks
    where !link.value.destination.unicodeScalars.contains(where: \.isPrivateUse) {
      switch link.value.kind {
      case .web, .mail: break
      case .relative: diagnostics.append(.relativeLink(link))
      case .fragment:
        let id = String(link.value.destination.dropFirst())
        guard !headings.contains(id) else { break }
        diagnostics.append(
          .unknownName(Located(id, at: link.location), noun: "heading of this text", among: headings))
      }
    }
  }

  private func checkCitations(
    _ markdown: Markdown, among known: Set<String>, _ diagnostics: inout [Diagnostic]
  ) {
    for citation in markdown.citations {
      require(Located(citation.value.id, at: citation.location), .source, known, &diagnostics)
    }
  }

  /// What a link of a kind may lead to.
  private func ids(of kind: ContentLink.Kind) -> Set<String> {
    switch kind {
    case .step: Set(ids.steps.keys.map(\.text))
    case .criterion: Set(ids.criteria.keys.map(\.text))
    case .guide: Set(ids.guides.keys.map(\.text))
    case .question: Set(playbook.questions.filter { $0.scope == .subject }.map(\.id.text))
    case .term: Set(playbook.terms.map(\.id.text))
    }
  }

  private func resolve(
    _ link: Located<ContentLink>, among known: Set<String>, _ headings: [Page: Set<String>],
    _ diagnostics: inout [Diagnostic]
  ) {
    let (kind, id) = (link.value.kind, link.value.id)
    require(Located(id, at: link.location), kind.names, known, &diagnostics)
    guard known.contains(id), let fragment = link.value.fragment else { return }
    let page = Slug(id).flatMap { headings[Page(kind, $0)] }
    // Of a page that could not be read nobody knows the headings.
    if page == nil, playbook.unread.contains(kind.names) { return }
    let anchors = page ?? []
    guard !anchors.contains(fragment) else { return }
    diagnostics.append(
      .unknownName(
        Located(fragment, at: link.location), noun: "heading of \(kind.rawValue) \(id)",
        among: anchors.sorted()))
  }
}

extension ContentLink.Kind {
  /// The names that it leads to.
  fileprivate var names: NameKind {
    switch self {
    case .step: .step
    case .criterion: .criterion
    case .guide: .guide
    case .question: .question
    case .term: .term
    }
  }
}

extension MarkdownText.Layout {
  /// Parses Markdown in this layout.
  ///
  /// - Parameters:
  ///   - text: what a template yielded, with slots.
  ///   - options: the playbook's.
  public func parsed(_ text: LocatedText, options: MarkdownOptions) -> ParsedMarkdown {
    switch self {
    case .blocks: ParsedMarkdown(text, options: options)
    case .line: ParsedMarkdown(inline: text, options: options)
    }
  }
}

extension Playbook {
  /// What its texts may hold.
  public var markdownOptions: MarkdownOptions {
    MarkdownOptions(rawHTML: allowsHTML ? .allowed : .refused, opaqueCharacters: .slots)
  }
}
