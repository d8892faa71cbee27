import Authoring
import CommonMark
import Diagnostics
import Templating

/// What all teams of a playbook share, prepared once. A class, since every team holds it.
final class PreparedPlaybook: Sendable {
  /// A source, and the number that citations show.
  struct NumberedSource: Sendable {
    let number: Int
    let source: Source
    /// Where it can be read, as an attribute holds it; empty where it says nothing.
    let url: [UInt8]
  }

  let playbook: Playbook
  /// Tells the state of its content from others.
  let revision: String?
  let theme: SiteTheme
  /// Those on the web that pages link to.
  let addresses: SiteAddresses
  /// Where the files of pages are edited.
  let editing: [String: WebAddress]
  let words: Words
  let texts: PlaybookTexts
  let names: NameTree
  let data: TemplateValue
  /// What is cited, in the order of the numbers.
  let numbered: [NumberedSource]
  let sources: [Slug: NumberedSource]
  /// All of them as a list in Markdown.
  let sourcesInMarkdown: String
  /// The glossary, by title.
  let terms: [Term]
  /// The place of each question about the subject in the playbook.
  let questionOrder: [String: Int]
  /// The place of each criterion in the playbook.
  let criterionOrder: [Slug: Int]
  let componentQuestionLabels: [String: String]
  let measureTitles: [String: String]
  let themeTitles: [Name: String]
  let optionTitles: [Name: String]
  let verdictTitles: [Name: String]
  let phaseTitles: [Slug: String]
  private let titles: [ContentLink.Kind: [String: String]]
  private let marks: [LinkStyle: Marks]
  private let sourceLinks: [LinkStyle: [Slug: SourceLink]]

  init(
    _ playbook: Playbook, revision: String?, theme: SiteTheme, addresses: SiteAddresses,
    highlighting: CodeHighlighting?
  ) {
    func dictionary<Key, Value>(_ pairs: [(Key, Value)]) -> [Key: Value] {
      // A second one of the same id was reported when the playbook was checked.
      Dictionary(pairs) { first, _ in first }
    }
    self.playbook = playbook
    self.revision = revision
    self.theme = theme
    self.addresses = addresses
    let bodies =
      playbook.criteria.compactMap(\.body) + playbook.steps.compactMap(\.body)
      + playbook.guides.compactMap(\.body)
    editing = dictionary(
      bodies.compactMap { body in
        addresses.editing(body.location.file).map { (body.location.file, $0) }
      })
    words = theme.words
    texts = PlaybookTexts(playbook, words: theme.words, highlighting: highlighting)
    let names = NameTree(TextNames(playbook).root)
    self.names = names
    data = playbook.dataValue(names)
    let numbered = playbook.sources.enumerated().map { index, source in
      NumberedSource(number: index + 1, source: source, url: source.url.flatMap(WebAddress.init)?.html ?? [])
    }
    sources = dictionary(numbered.map { ($0.source.id, $0) })
    self.numbered = numbered
    sourcesInMarkdown = numbered.map(\.inMarkdown).joined(separator: "\n")
    terms = playbook.terms.sorted { ($0.title.lowercased(), $0.id) < ($1.title.lowercased(), $1.id) }
    let questions = playbook.questions.filter { $0.scope == .subject }
    questionOrder = dictionary(questions.enumerated().map { ($0.element.id.text, $0.offset) })
    criterionOrder = dictionary(playbook.criteria.enumerated().map { ($0.element.id, $0.offset) })
    componentQuestionLabels = dictionary(
      playbook.questions.filter { $0.scope == .component }.map { ($0.id.text, $0.label) })
    measureTitles = dictionary(playbook.measures.map { ($0.id.text, $0.title) })
    themeTitles = dictionary(playbook.themes.map { ($0.id, $0.title) })
    optionTitles = dictionary(playbook.options.map { ($0.id, $0.title) })
    verdictTitles = dictionary(playbook.verdicts.map { ($0.id, $0.title) })
    phaseTitles = dictionary(playbook.phases.map { ($0.id, $0.title) })
    titles = [
      .step: dictionary(playbook.steps.map { ($0.id.text, $0.title) }),
      .criterion: dictionary(playbook.criteria.map { ($0.id.text, $0.title) }),
      .guide: dictionary(playbook.guides.map { ($0.id.text, $0.title) }),
      .question: dictionary(questions.map { ($0.id.text, $0.label) }),
      .term: dictionary(playbook.terms.map { ($0.id.text, $0.title) }),
    ]
    sourceLinks = dictionary(
      LinkStyle.allCases.map { style in
        (style, dictionary(numbered.map { ($0.source.id, SourceLink($0, style: style)) }))
      })
    marks = dictionary(
      LinkStyle.allCases.map { ($0, Marks(playbook, theme: theme, style: $0)) })
  }

  /// The marks as a page of this style has them.
  func marks(for style: LinkStyle) -> Marks {
    guard let marks = marks[style] else { preconditionFailure("There are marks for every style") }
    return marks
  }

  /// Sources, linked as a page of this style does it, in the order given.
  func links(toSources ids: [Slug], in style: LinkStyle) -> [SourceLink] {
    let links = sourceLinks[style]
    return ids.compactMap { links?[$0] }
  }

  /// The title of what a link leads to; its id where there is no such thing, which was reported.
  func title(of link: ContentLink) -> String { titles[link.kind]?[link.id] ?? link.id }
}

extension PreparedPlaybook.NumberedSource {
  /// A line of a list that says what can be read where.
  fileprivate var inMarkdown: String {
    let text = [source.title, source.author, source.date, source.interest].compactMap(\.self)
    let url = source.url.map { " <\($0.asMarkdownURL)>" } ?? ""
    return "\(number). \(text.joined(separator: ", ").asMarkdownText)\(url)"
  }
}
