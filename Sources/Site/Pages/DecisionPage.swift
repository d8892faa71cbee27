import Authoring
import Diagnostics
import Tailoring
import Templating

/// All that bears on the decision: criteria by theme, conditions, verdicts, what is open. `decision`
struct DecisionPage: TemplateModel {
  /// The reasons of a theme.
  struct ThemeGroup: TemplateModel {
    let title: String?
    let atMost: String?
    let criteria: [CriterionItem]

    static let fields: [Field<Self>] = [
      .optionalText("title", \.title), .optionalText("at_most", \.atMost), .list("criteria", \.criteria),
    ]
  }

  /// A criterion that does not concern the team.
  struct LeftOut: TemplateModel {
    let title: String
    /// The not-applicable answers that it hangs on.
    let hangsOn: [LinkModel]

    static let fields: [Field<Self>] = [.text("title", \.title), .list("hangs_on", \.hangsOn)]
  }

  let frame: PageFrame
  let scores: [ScoreModel]
  /// The points as a picture; nothing where no criterion brings any.
  let picture: [UInt8]
  let sensitivity: SensitivityModel?
  let verdicts: [VerdictItem]
  let themes: [ThemeGroup]
  let conditions: [CriterionItem]
  let openQuestions: [QuestionItem]
  let leftOut: [LeftOut]

  init(in context: inout PageContext) {
    let tailored = context.tailored
    frame = context.frame
    scores = tailored.scores.map { ScoreModel($0, in: &context) }
    picture = PointsChart(tailored.scores, themes: tailored.playbook.themes, words: context.words)?.svg ?? []
    sensitivity = tailored.sensitivity.map { SensitivityModel($0, in: context) }
    verdicts = tailored.verdict.candidates.map { VerdictItem($0, in: &context) }
    let reasons = tailored.criteria.filter { $0.concernsTeam && $0.criterion.reason != nil }
    let themes = tailored.playbook.themes.map(Optional.some) + [nil]
    self.themes = themes.compactMap { theme in
      let own = reasons.filter { $0.criterion.theme?.value == theme?.id }
      guard !own.isEmpty else { return nil }
      return ThemeGroup(
        title: theme?.title, atMost: theme?.atMost.map { context.words.points($0) },
        criteria: own.map { CriterionItem($0, in: &context) })
    }
    conditions = tailored.criteria.filter { $0.concernsTeam && $0.criterion.reason == nil }
      .map { CriterionItem($0, in: &context) }
    openQuestions = context.openQuestions()
    leftOut = tailored.criteria.compactMap { criterion in
      switch criterion.state {
      case .known, .open: nil
      case .leftOut: LeftOut(title: criterion.criterion.title, hangsOn: [])
      case .notApplicable(let names):
        LeftOut(title: criterion.criterion.title, hangsOn: context.links(toNames: names))
      }
    }
  }

  static let fields: [Field<Self>] = [
    .record("page", \.frame), .list("scores", \.scores), .html("picture", \.picture),
    .optionalRecord("sensitivity", \.sensitivity), .list("verdicts", \.verdicts),
    .list("themes", \.themes), .list("conditions", \.conditions),
    .flag("has_conditions") { !$0.conditions.isEmpty }, .list("open_questions", \.openQuestions),
    .flag("anything_open") { !$0.openQuestions.isEmpty }, .list("left_out", \.leftOut),
    .flag("anything_left_out") { !$0.leftOut.isEmpty },
  ]
}
