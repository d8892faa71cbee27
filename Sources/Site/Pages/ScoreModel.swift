import Authoring
import Tailoring
import Templating

/// What speaks for an option.
struct ScoreModel: TemplateModel {
  /// The points of a theme.
  struct Part: TemplateModel {
    let theme: String?
    let points: String
    /// What the criteria would bring without the cap; nil where it does not bite.
    let uncapped: String?

    static let fields: [Field<Self>] = [
      .optionalText("theme", \.theme), .text("points", \.points), .optionalText("uncapped", \.uncapped),
    ]
  }

  let title: String
  let points: String
  /// `1 point`, `2.4 points`
  let counted: String
  /// What the points can still become; nil where nothing is open.
  let range: RangeModel?
  let parts: [Part]
  /// The criteria that speak for it, strongest first.
  let reasons: [CriterionItem]

  init(_ score: Score, in context: inout PageContext) {
    let words = context.words
    title = score.option.title
    points = words.rounded(score.points)
    counted = words.points(score.points)
    let (low, high) = (words.rounded(score.possible.lowerBound), words.rounded(score.possible.upperBound))
    range = low == high ? nil : RangeModel(low: low, high: high)
    parts = score.parts.filter { $0.uncapped != 0 }.map { part in
      let uncapped = part.uncapped > part.points ? words.rounded(part.uncapped) : nil
      return Part(theme: part.theme?.title, points: words.rounded(part.points), uncapped: uncapped)
    }
    let reasons = context.tailored.criteria.enumerated()
      .filter { $0.element.option == score.option.id && $0.element.points > 0 && $0.element.concernsTeam }
      .sorted { ($1.element.points, $0.offset) < ($0.element.points, $1.offset) }
    self.reasons = reasons.map { CriterionItem($0.element, in: &context) }
  }

  static let fields: [Field<Self>] = [
    .text("title", \.title), .text("points", \.points), .text("counted", \.counted),
    .optionalRecord("range", \.range), .list("parts", \.parts), .list("reasons", \.reasons),
  ]
}

/// From least to most.
struct RangeModel: TemplateModel {
  let low: String
  let high: String

  static let fields: [Field<Self>] = [.text("low", \.low), .text("high", \.high)]
}
