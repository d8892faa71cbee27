import SiteFiles
import Templating

/// A team by name, with the way to its pages.
struct TeamLink: TemplateModel {
  let team: String
  /// Nil where it has the team's name.
  let subject: String?
  let url: String

  init(_ record: PlaybookRecord) {
    team = record.team
    subject = record.subject == record.team ? nil : record.subject
    url = "\(record.key)/index.html"
  }

  static let fields: [Field<Self>] = [
    .text("team", \.team), .optionalText("subject", \.subject), .text("url", \.url),
  ]
}

/// Some teams in the portfolio's order: the first few at once, the others behind a click.
struct TeamList: TemplateModel {
  private static let few = 5

  let teams: [TeamLink]

  init(_ records: [PlaybookRecord]) { teams = records.map(TeamLink.init) }

  static let fields: [Field<Self>] = [
    .text("count") { String($0.teams.count) }, .flag("any") { !$0.teams.isEmpty },
    .list("first") { Array($0.teams.prefix(few)) }, .list("others") { Array($0.teams.dropFirst(few)) },
    .flag("more") { $0.teams.count > few }, .text("more_count") { String($0.teams.count - few) },
  ]
}
