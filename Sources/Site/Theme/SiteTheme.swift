import Templating

public import SiteFiles

/// How pages look: a template for each kind of page, checked against its view model, and assets.
public struct SiteTheme: Sendable {
  let overview: PageTemplate<OverviewPage>
  let decision: PageTemplate<DecisionPage>
  let criterion: PageTemplate<CriterionPage>
  let plan: PageTemplate<PlanPage>
  let step: PageTemplate<StepPage>
  let candidates: PageTemplate<CandidatesPage>
  let scorecard: PageTemplate<ScorecardPage>
  let guides: PageTemplate<GuidesPage>
  let guide: PageTemplate<GuidePage>
  let answers: PageTemplate<AnswersPage>
  let sources: PageTemplate<SourcesPage>
  let glossary: PageTemplate<GlossaryPage>
  let print: PageTemplate<PrintPage>
  let portfolio: PageTemplate<PortfolioPage>
  let matrix: PageTemplate<MatrixPage>
  let notFound: PageTemplate<NotFoundPage>
  let questionnaire: PageTemplate<QuestionnairePage>
  let navigation: PageTemplate<NavigationModel>
  let citation: PageTemplate<CitationMark>
  let open: PageTemplate<OpenMark>
  /// Pages that a project adds, by name.
  let ownPages: [OwnPage]
  /// What pages say where no template says it.
  public let words: Words
  /// Style sheets and whatever else stands in the folder `assets`.
  public let assets: ThemeAssets

  /// The templates that pages are made of.
  static let pageNames = [
    "overview", "decision", "criterion", "plan", "step", "candidates", "scorecard", "guides", "guide",
    "answers", "sources", "glossary", "print", "portfolio", "matrix", "404", "answer", "navigation",
    "marks/citation",
    "marks/open",
  ]
}
