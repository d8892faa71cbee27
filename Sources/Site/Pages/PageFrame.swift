import Authoring
import Tailoring
import Templating

/// What stands around every page of a team: `page` in templates.
///
/// A class, as other models with many fields that templates name within another one: each such name gets the whole.
final class PageFrame: TemplateModel {
  /// The way to the site's folder, empty or ending in `/`.
  let siteRoot: String
  /// The way to the theme's files, ending in `/`.
  let assets: String
  /// The way to the team's folder, empty or ending in `/`.
  let root: String
  /// The ids of the playbook and of the team and subject, under which a script keeps what a reader does here.
  let playbookID: String
  let key: String
  let team: String
  let subject: String
  /// The kind of subject, such as service.
  let subjectKind: String
  let playbook: String
  let version: String
  /// The day of the newest answer that has one.
  let newestAnswer: String?
  let verdict: VerdictModel
  let progress: ProgressModel
  /// Pages that the project adds.
  let ownPages: [LinkModel]
  /// The finished navigation.
  let navigation: [UInt8]

  init(around page: TeamPage, of team: TeamSite) {
    siteRoot = page.root + team.key.siteRoot
    assets = siteRoot + team.shared.theme.assets.path
    root = page.root
    playbookID = team.tailored.playbook.id.text
    key = team.key.description
    self.team = team.tailored.answers.team
    subject = team.tailored.answers.subject
    subjectKind = team.tailored.playbook.subject
    playbook = team.tailored.playbook.title
    version = team.tailored.playbook.version.description
    newestAnswer = team.newestAnswer
    verdict = team.verdict
    progress = team.progress
    let siteRoot = siteRoot
    ownPages = team.shared.theme.ownPages.map { $0.link(from: siteRoot) }
    navigation = team.navigation(for: page)
  }

  static let fields: [Field<PageFrame>] = [
    .text("site_root", \.siteRoot), .text("assets", \.assets), .text("root", \.root),
    .text("playbook_id", \.playbookID), .text("key", \.key), .text("team", \.team),
    .text("subject", \.subject), .text("subject_kind", \.subjectKind), .text("playbook", \.playbook),
    .text("version", \.version), .optionalText("newest_answer", \.newestAnswer),
    .record("verdict", \.verdict), .record("progress", \.progress), .list("own_pages", \.ownPages),
    .html("navigation", \.navigation),
  ]
}

/// How far the team is.
struct ProgressModel: TemplateModel {
  let done: Int
  let total: Int

  init(_ plan: Plan) {
    done = plan.steps.count(where: \.isFinished)
    total = plan.steps.count
  }

  static let fields: [Field<Self>] = [
    .text("done") { String($0.done) }, .text("total") { String($0.total) }, .flag("any") { $0.done > 0 },
    .flag("all") { $0.done == $0.total && $0.total > 0 },
  ]
}
