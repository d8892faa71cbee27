import Authoring

/// A page of a team's site.
enum TeamPage: Hashable, Sendable {
  case overview, decision, plan, candidates, scorecard, guides, answers, sources, glossary, print
  case criterion(Slug), step(Slug), guide(Slug)

  /// Its path in the team's folder.
  var path: String {
    switch self {
    case .overview: "index.html"
    case .decision: "decision.html"
    case .plan: "plan.html"
    case .candidates: "candidates.html"
    case .scorecard: "scorecard.html"
    case .guides: "guides.html"
    case .answers: "answers.html"
    case .sources: "sources.html"
    case .glossary: "glossary.html"
    case .print: "print.html"
    case .criterion(let id): "criteria/\(id).html"
    case .step(let id): "steps/\(id).html"
    case .guide(let id): "guides/\(id).html"
    }
  }

  /// The way from the page to the team's folder.
  var root: String {
    switch self {
    case .overview, .decision, .plan, .candidates, .scorecard, .guides, .answers, .sources, .glossary,
      .print:
      ""
    case .criterion, .step, .guide: "../"
    }
  }
}

extension TeamKey {
  /// The way from the team's folder to the site's.
  var siteRoot: String { subject == nil ? "../" : "../../" }
}
