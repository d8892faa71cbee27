import Authoring
import CommonMark
import Templating

/// The HTML of what texts hold beside their own words: citations, and open answers. Made once for all teams.
struct Marks: Sendable {
  private let citations: [String: [UInt8]]
  private let openQuestions: [String: [UInt8]]
  private let openValue: [UInt8]

  init(_ playbook: Playbook, theme: SiteTheme, style: LinkStyle) {
    func rendered<Model>(_ template: PageTemplate<Model>, _ model: Model) -> [UInt8] {
      var buffer: [UInt8] = []
      template.render(model, into: &buffer) { _, _ in }
      while buffer.last == UInt8(ascii: "\n") { buffer.removeLast() }
      return buffer
    }
    var citations: [String: [UInt8]] = [:]
    for (index, source) in playbook.sources.enumerated() {
      let mark = CitationMark(source, number: index + 1, style: style)
      citations[source.id.text] = rendered(theme.citation, mark)
    }
    var openQuestions: [String: [UInt8]] = [:]
    for question in playbook.questions where question.scope == .subject {
      let url = style.url(of: .question, question.id.text, on: .answers)
      let mark = OpenMark(text: theme.words[.notAnswered], label: question.label, url: url)
      openQuestions[question.id.text] = rendered(theme.open, mark)
    }
    self.citations = citations
    self.openQuestions = openQuestions
    openValue = rendered(theme.open, OpenMark(text: theme.words[.notAnswered], label: nil, url: nil))
  }

  /// The mark of a citation; none where there is no such source, which was reported.
  func citation(of source: String) -> [UInt8] { citations[source] ?? [] }

  /// The mark that stands for an open value.
  func open(_ value: OpenValue) -> [UInt8] {
    value.questions.lazy.compactMap { openQuestions[$0] }.first ?? openValue
  }
}

/// A citation in running text: `marks/citation`.
struct CitationMark: TemplateModel {
  let number: String
  let title: String
  let url: String
  let interest: String?

  init(_ source: Source, number: Int, style: LinkStyle) {
    self.number = String(number)
    title = source.title
    url = style.url(ofSource: source.id.text)
    interest = source.interest
  }

  static let fields: [Field<Self>] = [
    .text("number", \.number), .text("title", \.title), .text("url", \.url),
    .optionalText("interest", \.interest),
  ]
}

/// What stands in running text for an answer that nobody has given: `marks/open`.
struct OpenMark: TemplateModel {
  let text: String
  let label: String?
  let url: String?

  static let fields: [Field<Self>] = [
    .text("text", \.text), .optionalText("label", \.label), .optionalText("url", \.url),
  ]
}
