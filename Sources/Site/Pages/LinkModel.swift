import Templating

/// A title, and the address that it leads to, if any.
struct LinkModel: TemplateModel, Hashable {
  let title: String
  let url: String?

  static let fields: [Field<Self>] = [.text("title", \.title), .optionalText("url", \.url)]
}

/// A source by its number.
struct SourceLink: TemplateModel {
  let number: String
  let title: String
  let url: String
  let interest: String?

  static let fields: [Field<Self>] = [
    .text("number", \.number), .text("title", \.title), .text("url", \.url),
    .optionalText("interest", \.interest),
  ]
}
