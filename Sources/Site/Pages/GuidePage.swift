import Authoring
import CommonMark
import Diagnostics
import Tailoring
import Templating

/// A page on a topic. `guide`
struct GuidePage: TemplateModel {
  let frame: PageFrame
  let anchor: String
  let title: String
  let summary: String?
  let body: [UInt8]
  let sources: [SourceLink]
  let why: WhyModel
  let contents: ContentsModel?
  /// Where its text is edited, as an attribute holds it; empty where nobody knows.
  let editURL: [UInt8]
  let previous: LinkModel?
  let next: LinkModel?

  /// - Parameter index: the guide's place among the team's.
  init(at index: Int, in context: inout PageContext) {
    let guides = context.tailored.guides
    let guide = guides[index]
    func link(_ index: Int) -> LinkModel? {
      guard guides.indices.contains(index) else { return nil }
      return LinkModel(title: guides[index].title, url: context.style.url(of: .guide(guides[index].id)))
    }
    frame = context.frame
    anchor = context.style.anchor(of: .guide, guide.id.text)
    title = guide.title
    summary = guide.summary
    previous = link(index - 1)
    next = link(index + 1)
    body = context.html(guide.body)
    why = WhyModel([guide.when].compactMap(\.self), in: context)
    editURL = context.addressForEditing(guide.body)
    contents = ContentsModel(of: guide.body, in: context)
    sources = context.links(toSources: guide.sources.map(\.value))
  }

  static let fields: [Field<Self>] = [
    .record("page", \.frame), .text("anchor", \.anchor), .text("title", \.title),
    .optionalText("summary", \.summary), .html("body", \.body), .list("sources", \.sources),
    .flag("has_sources") { !$0.sources.isEmpty }, .record("why", \.why),
    .optionalRecord("contents", \.contents), .html("edit_url", \.editURL),
    .optionalRecord("previous", \.previous),
    .optionalRecord("next", \.next),
  ]
}

/// The list of guides. `guides`
struct GuidesPage: TemplateModel {
  /// A guide in the list.
  struct Item: TemplateModel {
    let title: String
    let url: String
    let summary: String?

    static let fields: [Field<Self>] = [
      .text("title", \.title), .text("url", \.url), .optionalText("summary", \.summary),
    ]
  }

  let frame: PageFrame
  let guides: [Item]

  init(in context: PageContext) {
    frame = context.frame
    guides = context.tailored.guides.map {
      Item(title: $0.title, url: context.style.url(of: .guide($0.id)), summary: $0.summary)
    }
  }

  static let fields: [Field<Self>] = [.record("page", \.frame), .list("guides", \.guides)]
}
