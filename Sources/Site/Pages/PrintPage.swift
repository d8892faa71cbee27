import Authoring
import Tailoring
import Templating

/// Everything on one page; its links lead to its own ids. `print`
struct PrintPage: TemplateModel {
  let overview: OverviewPage
  let decision: DecisionPage
  /// The criteria with texts.
  let criteria: [CriterionPage]
  let plan: PlanPage
  let steps: [StepPage]
  /// Nil where there are no components.
  let candidates: CandidatesPage?
  /// Nil where nothing is measured.
  let scorecard: ScorecardPage?
  let guides: [GuidePage]
  let answers: AnswersPage
  let sources: SourcesPage
  let glossary: GlossaryPage

  init(in context: inout PageContext) {
    let tailored = context.tailored
    overview = OverviewPage(in: &context)
    decision = DecisionPage(in: &context)
    criteria = tailored.criteria.filter { $0.concernsTeam && $0.criterion.body != nil }
      .map { CriterionPage($0, in: &context) }
    plan = PlanPage(in: &context)
    steps =
      context.team.steps.map { StepPage($0, in: &context) }
      + tailored.plan.possible.map { StepPage($0, in: &context) }
    candidates =
      context.team.pages.contains(.candidates)
      ? tailored.candidates.map { CandidatesPage($0, in: context) } : nil
    scorecard = context.team.pages.contains(.scorecard) ? ScorecardPage(in: context) : nil
    guides = tailored.guides.indices.map { GuidePage(at: $0, in: &context) }
    answers = AnswersPage(in: &context)
    sources = SourcesPage(in: &context)
    glossary = GlossaryPage(in: &context)
  }

  static let fields: [Field<Self>] = [
    .record("page", \.overview.frame), .record("overview", \.overview), .record("decision", \.decision),
    .list("criteria", \.criteria), .record("plan", \.plan), .list("steps", \.steps),
    .optionalRecord("candidates", \.candidates), .optionalRecord("scorecard", \.scorecard),
    .list("guides", \.guides), .flag("has_guides") { !$0.guides.isEmpty }, .record("answers", \.answers),
    .record("sources", \.sources), .flag("has_sources") { !$0.sources.sources.isEmpty },
    .record("glossary", \.glossary), .flag("has_terms") { !$0.glossary.terms.isEmpty },
  ]
}
