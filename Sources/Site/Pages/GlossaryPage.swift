import Authoring
import CommonMark
import Diagnostics
import Templating

/// Words and their meanings, by title. `glossary`
struct GlossaryPage: TemplateModel {
  /// A word.
  struct Item: TemplateModel {
    let anchor: String
    let title: String
    let also: String?
    let text: [UInt8]
    let sources: [SourceLink]

    static let fields: [Field<Self>] = [
      .text("anchor", \.anchor), .text("title", \.title), .optionalText("also", \.also),
      .html("text", \.text), .list("sources", \.sources), .flag("has_sources") { !$0.sources.isEmpty },
    ]
  }

  let frame: PageFrame
  let terms: [Item]

  init(in context: inout PageContext) {
    frame = context.frame
    terms = context.team.shared.terms.map { term in
      Item(
        anchor: context.style.anchor(of: .term, term.id.text), title: term.title,
        also: term.also.isEmpty ? nil : context.words.list(term.also), text: context.html(term.text),
        sources: context.links(toSources: term.sources.map(\.value)))
    }
  }

  static let fields: [Field<Self>] = [.record("page", \.frame), .list("terms", \.terms)]
}
