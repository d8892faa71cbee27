import Authoring
import Tailoring
import Templating

/// The way to all pages of a team. `navigation`
struct NavigationModel: TemplateModel {
  /// A phase with its steps.
  struct Phase: TemplateModel {
    let title: String
    let steps: [StepLink]

    static let fields: [Field<Self>] = [.text("title", \.title), .list("steps", \.steps)]
  }

  /// A step.
  struct StepLink: TemplateModel {
    let title: String
    let url: String
    let isFinished: Bool

    static let fields: [Field<Self>] = [
      .text("title", \.title), .text("url", \.url), .flag("finished", \.isFinished),
    ]
  }

  /// The way to the team's folder, empty or ending in `/`.
  let root: String
  let criteria: [LinkModel]
  let phases: [Phase]
  let hasCandidates: Bool
  let hasScorecard: Bool
  let guides: [LinkModel]
  let hasSources: Bool
  let hasTerms: Bool

  init(_ tailored: TailoredPlaybook, style: LinkStyle) {
    root = style == .nested ? "../" : ""
    criteria = tailored.criteria.filter { $0.concernsTeam && $0.criterion.body != nil }.map {
      LinkModel(title: $0.criterion.title, url: style.url(of: .criterion($0.criterion.id)))
    }
    phases = tailored.plan.phases.map { phase in
      Phase(
        title: phase.phase.title,
        steps: phase.steps.map {
          StepLink(title: $0.step.title, url: style.url(of: .step($0.step.id)), isFinished: $0.isFinished)
        })
    }
    hasCandidates = tailored.hasCandidates
    hasScorecard = tailored.hasScorecard
    guides = tailored.guides.map { LinkModel(title: $0.title, url: style.url(of: .guide($0.id))) }
    hasSources = !tailored.playbook.sources.isEmpty
    hasTerms = !tailored.playbook.terms.isEmpty
  }

  static let fields: [Field<Self>] = [
    .text("root", \.root), .list("criteria", \.criteria), .list("phases", \.phases),
    .flag("has_candidates", \.hasCandidates), .flag("has_scorecard", \.hasScorecard),
    .list("guides", \.guides), .flag("has_guides") { !$0.guides.isEmpty },
    .flag("has_sources", \.hasSources), .flag("has_terms", \.hasTerms),
  ]
}
