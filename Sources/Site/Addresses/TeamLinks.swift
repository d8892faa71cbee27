import Authoring
import CommonMark
import Tailoring

/// Which content a team's playbook has, and so can be linked to.
struct TeamLinks: Sendable {
  private let steps: Set<String>
  /// Criteria, with whether each has a page of its own.
  private let criteria: [String: Bool]
  private let guides: Set<String>

  init(_ tailored: TailoredPlaybook) {
    steps = Set(tailored.plan.steps.map(\.step.id.text) + tailored.plan.possible.map(\.step.id.text))
    guides = Set(tailored.guides.map(\.id.text))
    let concerning = tailored.criteria.filter(\.concernsTeam).map(\.criterion)
    criteria = Dictionary(concerning.map { ($0.id.text, $0.body != nil) }) { first, _ in first }
  }

  /// The page that a link leads to; nil where the team's playbook does not have it.
  func page(of link: ContentLink) -> TeamPage? {
    switch link.kind {
    case .step: steps.contains(link.id) ? Slug(link.id).map(TeamPage.step) : nil
    case .guide: guides.contains(link.id) ? Slug(link.id).map(TeamPage.guide) : nil
    case .criterion:
      criteria[link.id].flatMap { hasPage in hasPage ? Slug(link.id).map(TeamPage.criterion) : .decision }
    case .question: .answers
    case .term: .glossary
    }
  }

  /// The address of a link; nil where the team's playbook does not have it.
  ///
  /// - Parameter hasHeading: whether the text of a page has a heading of an id, for this team.
  func url(of link: ContentLink, in style: LinkStyle, hasHeading: (TeamPage, String) -> Bool) -> String? {
    guard let page = page(of: link) else { return nil }
    switch page {
    case .criterion, .step, .guide:
      let fragment = link.fragment.flatMap { hasHeading(page, $0) ? $0 : nil }
      return style.url(of: page, fragment: fragment)
    case .overview, .decision, .plan, .candidates, .scorecard, .guides, .answers, .sources, .glossary,
      .print:
      return style.url(of: link.kind, link.id, on: page)
    }
  }
}

extension TailoredCriterion {
  /// Whether it is part of the team's playbook, decided or open.
  var concernsTeam: Bool {
    switch state {
    case .known, .open: true
    case .leftOut, .notApplicable: false
    }
  }
}
