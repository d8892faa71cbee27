import Authoring
import Templating

/// A title, and the address that it leads to, if any.
struct LinkModel: TemplateModel, Hashable {
  let title: String
  let url: String?

  static let fields: [Field<Self>] = [.text("title", \.title), .optionalText("url", \.url)]
}

/// A source by its number. A class, as `PageFrame` is.
final class SourceLink: TemplateModel {
  let number: String
  let title: String
  let url: String
  let interest: String?

  init(_ numbered: PreparedPlaybook.NumberedSource, style: LinkStyle) {
    number = String(numbered.number)
    title = numbered.source.title
    url = style.url(ofSource: numbered.source.id.text)
    interest = numbered.source.interest
  }

  static let fields: [Field<SourceLink>] = [
    .text("number", \.number), .text("title", \.title), .text("url", \.url),
    .optionalText("interest", \.interest),
  ]
}
