import Authoring
import CommonMark
import Diagnostics
import Tailoring

/// One page of one team while its view model is made: what it is, how it links, what went wrong.
struct PageContext {
  /// The team.
  let team: TeamSite
  /// The page.
  let page: TeamPage
  /// How it links.
  let style: LinkStyle
  /// What stands around the page, and around each part of the page that holds everything.
  let frame: PageFrame
  /// The marks as this page has them.
  let marks: Marks
  /// What was found on the way.
  var diagnostics: [Diagnostic] = []
  /// The author's links that are not to content, with their places.
  var outsideLinks: [Located<OutsideLink>] = []

  init(_ team: TeamSite, _ page: TeamPage) {
    self.team = team
    self.page = page
    style = LinkStyle(page)
    frame = PageFrame(around: page, of: team)
    marks = team.shared.marks(for: style)
  }

  /// The team's playbook.
  var tailored: TailoredPlaybook { team.tailored }
  /// The words of running text.
  var words: Words { team.shared.words }

  /// The address of a piece of content; nil where the team's playbook does not have it.
  func url(of link: ContentLink) -> String? {
    team.links.url(of: link, in: style) { page, heading in team.hasHeading(heading, on: page) }
  }

  /// Where a text is edited, as an attribute holds it; empty where nobody knows.
  func addressForEditing(_ body: MarkdownText?) -> [UInt8] {
    body.flatMap { team.shared.editing[$0.location.file] }?.html ?? []
  }

  /// A step, linked where the team's playbook has it.
  func link(toStep id: Slug) -> LinkModel { link(ContentLink(kind: .step, id: id.text)) }

  /// A piece of content by its title, linked where the team's playbook has it.
  func link(_ link: ContentLink) -> LinkModel {
    LinkModel(title: team.shared.title(of: link), url: url(of: link))
  }

  /// Sources, linked, in the order given.
  func links(toSources ids: [Slug]) -> [SourceLink] {
    team.shared.links(toSources: ids, in: style)
  }

  /// What a rule hangs on, by its full names: questions first, in the playbook's order.
  func links(toNames names: Set<String>) -> [LinkModel] {
    let order = team.shared.questionOrder
    func rank(_ name: String) -> (Int, String) {
      let id = name.hasPrefix("answers.") ? String(name.dropFirst("answers.".count)) : ""
      return (order[id] ?? .max, name)
    }
    var seen: Set<LinkModel> = []
    return names.sorted { rank($0) < rank($1) }.map(link(toName:)).filter { seen.insert($0).inserted }
  }

  /// What one full name stands for, such as `answers.contract`.
  func link(toName name: String) -> LinkModel {
    let parts = name.split(separator: ".", maxSplits: 3).map(String.init)
    guard parts.count > 1 else { return LinkModel(title: name, url: nil) }
    let shared = team.shared
    switch parts[0] {
    case "answers" where shared.questionOrder[parts[1]] != nil:
      return link(ContentLink(kind: .question, id: parts[1]))
    case "components" where parts.count > 2:
      return LinkModel(title: shared.componentQuestionLabels[parts[2]] ?? parts[2], url: nil)
    case "measurements":
      let title = shared.measureTitles[parts[1]] ?? parts[1]
      return LinkModel(title: parts.count > 2 ? "\(title) (\(parts[2]))" : title, url: nil)
    case "verdict": return LinkModel(title: words[.verdict], url: style.url(of: .decision))
    case "candidate": return LinkModel(title: words[.startingPoint], url: style.url(of: .overview))
    case "gates": return link(ContentLink(kind: .step, id: parts[1]))
    case "criteria": return link(ContentLink(kind: .criterion, id: parts[1]))
    default: return LinkModel(title: name, url: nil)
    }
  }
}
