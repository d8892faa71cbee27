import Authoring
import CommonMark
import Tailoring

/// Which content a team's playbook has, and so can be linked to.
struct TeamLinks: Sendable {
  private let steps: [String: TeamPage]
  private let criteria: [String: TeamPage]
  private let guides: [String: TeamPage]

  init(_ tailored: TailoredPlaybook) {
    func pages(_ pairs: [(Slug, TeamPage)]) -> [String: TeamPage] {
      Dictionary(pairs.map { ($0.text, $1) }) { first, _ in first }
    }
    let steps = tailored.plan.steps.map(\.step.id) + tailored.plan.possible.map(\.step.id)
    self.steps = pages(steps.map { ($0, .step($0)) })
    guides = pages(tailored.guides.map { ($0.id, .guide($0.id)) })
    let concerning = tailored.criteria.filter(\.concernsTeam).map(\.criterion)
    criteria = pages(concerning.map { ($0.id, $0.body == nil ? .decision : .criterion($0.id)) })
  }

  /// The page that a link leads to; nil where the team's playbook does not have it.
  func page(of link: ContentLink) -> TeamPage? {
    switch link.kind {
    case .step: steps[link.id]
    case .guide: guides[link.id]
    case .criterion: criteria[link.id]
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
