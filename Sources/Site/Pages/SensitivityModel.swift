import Authoring
import CommonMark
import Tailoring
import Templating

/// What the verdict hangs on, with the most telling changes.
struct SensitivityModel: TemplateModel {
  /// How many changes of either kind, and how many questions, a page about the decision lists.
  static let most = 5
  /// How many of them a page lists that has more to say.
  static let few = 3

  /// A change in words.
  struct Change: TemplateModel {
    let text: String

    static let fields: [Field<Self>] = [.text("text", \.text)]
  }

  /// The share of weightings under which the verdict stands; nil where there is none to doubt yet.
  let robustness: String?
  let draws: String?
  /// Changes that the team can bring about.
  let couldDo: [Change]
  /// Changes that would mean that an answer is wrong.
  let wouldMatter: [Change]
  /// Open questions that can still change the verdict, the most telling first.
  let answerFirst: [LinkModel]

  /// - Parameter most: how many changes of either kind, and how many questions, are listed.
  init(_ sensitivity: Sensitivity, most: Int = most, in context: PageContext) {
    let words = context.words
    robustness = sensitivity.robustness.map { words.percent($0.share) }
    draws = sensitivity.robustness.map { words.number(Int64($0.draws)) }
    func changes(_ points: [TippingPoint]) -> [Change] {
      points.prefix(most).map { point in Change(text: point.sentence(in: words.wording)) }
    }
    couldDo = changes(sensitivity.tippingPoints.filter(\.isChangeable))
    wouldMatter = changes(sensitivity.tippingPoints.filter { !$0.isChangeable })
    answerFirst = sensitivity.openQuestions.filter(\.canChangeVerdict).prefix(most).map {
      LinkModel(
        title: $0.question.label,
        url: context.style.url(of: .question, $0.question.id.text, on: .answers))
    }
  }

  static let fields: [Field<Self>] = [
    .optionalText("robustness", \.robustness), .optionalText("draws", \.draws), .list("could_do", \.couldDo),
    .flag("anything_to_do") { !$0.couldDo.isEmpty }, .list("would_matter", \.wouldMatter),
    .flag("anything_matters") { !$0.wouldMatter.isEmpty },
    .flag("nothing_changes_it") { $0.robustness != nil && $0.couldDo.isEmpty && $0.wouldMatter.isEmpty },
    .list("answer_first", \.answerFirst), .flag("anything_to_answer") { !$0.answerFirst.isEmpty },
  ]
}
