import Authoring
import Diagnostics
import Tailoring
import Templating

/// The page of a criterion with a text of its own. `criterion`
struct CriterionPage: TemplateModel {
  let frame: PageFrame
  let criterion: CriterionItem
  let body: [UInt8]
  let sources: [SourceLink]
  let why: WhyModel
  let contents: ContentsModel?
  /// Where its text is edited, as an attribute holds it; empty where nobody knows.
  let editURL: [UInt8]

  init(_ tailored: TailoredCriterion, in context: inout PageContext) {
    frame = context.frame
    criterion = CriterionItem(tailored, in: &context)
    body = context.html(tailored.criterion.body)
    why = WhyModel([tailored.criterion.when, tailored.level?.when].compactMap(\.self), in: context)
    editURL = context.addressForEditing(tailored.criterion.body)
    contents = ContentsModel(of: tailored.criterion.body, in: context)
    sources = context.links(toSources: tailored.criterion.sources.map(\.value))
  }

  static let fields: [Field<Self>] = [
    .record("page", \.frame), .record("criterion", \.criterion), .html("body", \.body),
    .list("sources", \.sources), .flag("has_sources") { !$0.sources.isEmpty },
    .record("why", \.why), .optionalRecord("contents", \.contents), .html("edit_url", \.editURL),
  ]
}
