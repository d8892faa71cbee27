import Authoring
import Tailoring
import Templating

/// What the playbook cites, numbered. `sources`
struct SourcesPage: TemplateModel {
  /// A source. A class, as `PageFrame` is.
  final class Item: TemplateModel {
    let anchor: String
    let number: String
    let title: String
    let url: [UInt8]
    let author: String?
    let date: String?
    let kind: String?
    let interest: String?
    let claims: [Claim]
    let reading: Source.Reading?
    let via: String?
    let accessed: String?

    init(_ numbered: PreparedPlaybook.NumberedSource, in context: inout PageContext) {
      let source = numbered.source
      anchor = context.style.anchor(ofSource: source.id.text)
      number = String(numbered.number)
      title = source.title
      url = numbered.url
      author = source.author
      date = source.date
      kind = source.kind
      interest = source.interest
      claims = source.claims.map { Claim(text: context.html($0)) }
      reading = source.read
      via = source.via
      accessed = source.accessed?.description
    }

    static let fields: [Field<Item>] = [
      .text("anchor", \.anchor), .text("number", \.number), .text("title", \.title), .html("url", \.url),
      .optionalText("author", \.author), .optionalText("date", \.date), .optionalText("kind", \.kind),
      .optionalText("interest", \.interest), .list("claims", \.claims),
      .flag("has_claims") { !$0.claims.isEmpty },
      .flag("read_in_part") { $0.reading == .part }, .flag("read_second_hand") { $0.reading == .secondary },
      .optionalText("via", \.via), .optionalText("accessed", \.accessed),
    ]
  }

  /// Something that a source says.
  struct Claim: TemplateModel {
    let text: [UInt8]

    static let fields: [Field<Self>] = [.html("text", \.text)]
  }

  let frame: PageFrame
  let sources: [Item]

  init(in context: inout PageContext) {
    frame = context.frame
    sources = context.team.shared.numbered.map { Item($0, in: &context) }
  }

  static let fields: [Field<Self>] = [.record("page", \.frame), .list("sources", \.sources)]
}
