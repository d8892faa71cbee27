import Authoring
import CommonMark
import Tailoring
import Templating

/// One team's playbook on its way to pages. A class, since the context of every page and item holds it.
final class TeamSite: Sendable {
  let shared: PreparedPlaybook
  let tailored: TailoredPlaybook
  /// The steps of the plan, in order.
  let steps: [PlannedStep]
  /// The place of each of them in the plan.
  let stepOrder: [Slug: Int]
  /// The values that texts see.
  let names: NamedValues
  let links: TeamLinks
  let verdict: VerdictModel
  let progress: ProgressModel
  /// The day of the newest answer that pages may show.
  let newestAnswer: String?
  private let navigation: Navigation
  /// The navigation on pages in a folder of their own.
  private let nestedNavigation: Navigation

  init(_ tailored: TailoredPlaybook, shared: PreparedPlaybook) {
    self.shared = shared
    self.tailored = tailored
    steps = tailored.plan.steps
    stepOrder = Dictionary(steps.enumerated().map { ($0.element.step.id, $0.offset) }) { first, _ in first }
    names = TeamNames(tailored: tailored, words: shared.words, data: shared.data).values(shared.names)
    links = TeamLinks(tailored)
    verdict = VerdictModel(tailored, words: shared.words)
    progress = ProgressModel(tailored.plan)
    newestAnswer = tailored.newestAnswer?.description
    navigation = Navigation(tailored, theme: shared.theme, style: .top)
    nestedNavigation = Navigation(tailored, theme: shared.theme, style: .nested)
  }

  /// Where its pages stand.
  var key: TeamKey { tailored.answers.key }

  /// The navigation on a page, which is marked as the current one.
  func navigation(for page: TeamPage) -> [UInt8] {
    let navigation = page.root.isEmpty ? navigation : nestedNavigation
    return navigation.html(on: page.root + page.path)
  }

  /// Whether a page's text has a heading of an id, for this team.
  func hasHeading(_ id: String, on page: TeamPage) -> Bool {
    guard let body = body(of: page) else { return false }
    do {
      return try shared.texts[body].filled(from: names, style: .top).output.headings.contains { $0.id == id }
    } catch {
      // The page itself reports it.
      return false
    }
  }

  private func body(of page: TeamPage) -> MarkdownText? {
    switch page {
    case .criterion(let id): shared.playbook.criteria.first { $0.id == id }?.body
    case .step(let id): shared.playbook.steps.first { $0.id == id }?.body
    case .guide(let id): shared.playbook.guides.first { $0.id == id }?.body
    case .overview, .decision, .plan, .candidates, .scorecard, .guides, .answers, .sources, .glossary,
      .print:
      nil
    }
  }

  /// Every page of the team, in the order of the navigation.
  var pages: [TeamPage] {
    let playbook = tailored.playbook
    var pages: [TeamPage] = [.overview, .decision]
    pages += tailored.criteria.filter { $0.concernsTeam && $0.criterion.body != nil }.map {
      .criterion($0.criterion.id)
    }
    pages.append(.plan)
    pages += steps.map { .step($0.step.id) } + tailored.plan.possible.map { .step($0.step.id) }
    if tailored.hasCandidates { pages.append(.candidates) }
    if tailored.hasScorecard { pages.append(.scorecard) }
    if !tailored.guides.isEmpty { pages.append(.guides) }
    pages += tailored.guides.map { .guide($0.id) }
    pages.append(.answers)
    if !playbook.sources.isEmpty { pages.append(.sources) }
    if !playbook.terms.isEmpty { pages.append(.glossary) }
    return pages + [.print]
  }
}

extension TailoredPlaybook {
  /// Whether there is a page about where to start.
  var hasCandidates: Bool { candidates != nil && !answers.components.isEmpty }
  /// Whether there is a page about what was measured.
  var hasScorecard: Bool { !measurements.isEmpty }
  /// The day of the newest answer that pages may show; nil where none is dated.
  var newestAnswer: CalendarDate? {
    (questions + components.flatMap(\.questions)).filter { !$0.question.isPrivate }
      .compactMap { $0.answer?.evidence.on }.max()
  }
}
