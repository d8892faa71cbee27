import Authoring
import Tailoring
import Templating

/// Where to start.
struct CandidateModel: TemplateModel {
  /// One part of its value.
  struct Part: TemplateModel {
    let title: String
    let value: String
    let isOpen: Bool

    static let fields: [Field<Self>] = [
      .text("title", \.title), .text("value", \.value), .flag("open", \.isOpen),
    ]
  }

  let title: String
  let total: String
  /// The most that a component can have.
  let most: String
  /// What the total can still become; nil where nothing is open.
  let range: RangeModel?
  /// The others in the same place, in one phrase.
  let tiedWith: String?
  /// The components behind it, in order, in one phrase.
  let followedBy: String?
  let parts: [Part]

  /// The first of the ranked components; nil where none is ranked.
  init?(_ candidates: TailoredCandidates, words: Words) {
    guard let first = candidates.ranked.first else { return nil }
    let total = first.total
    title = first.component.title
    self.total = words.rounded(total.lowerBound)
    most = words.rounded(first.parts.map(\.part.weight).reduce(0, +))
    range =
      total.lowerBound == total.upperBound
      ? nil : RangeModel(low: words.rounded(total.lowerBound), high: words.rounded(total.upperBound))
    let rest = candidates.ranked.dropFirst()
    let tied = rest.filter { first.isTied && $0.total == total }
    let others = rest.filter { !(first.isTied && $0.total == total) }
    tiedWith = tied.isEmpty ? nil : words.shortList(tied.map(\.component.title))
    followedBy = others.isEmpty ? nil : words.shortList(others.map(\.component.title))
    parts = first.parts.map {
      Part(title: $0.part.title, value: words.percent($0.value.lowerBound), isOpen: $0.isOpen)
    }
  }

  static let fields: [Field<Self>] = [
    .text("title", \.title), .text("total", \.total), .text("most", \.most),
    .optionalRecord("range", \.range),
    .optionalText("tied_with", \.tiedWith), .optionalText("followed_by", \.followedBy),
    .list("parts", \.parts),
  ]
}
