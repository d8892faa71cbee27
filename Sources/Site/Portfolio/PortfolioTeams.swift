import SiteFiles
import Templating

/// How many teams have a verdict. Each team counts once.
struct VerdictCount: TemplateModel {
  let title: String
  /// Nil where the site has one playbook.
  let playbook: String?
  /// What a filter knows it by.
  let value: String
  let decided, settled, leaning: Int

  static let fields: [Field<Self>] = [
    .text("title", \.title), .optionalText("playbook", \.playbook), .text("value", \.value),
    .text("decided") { String($0.decided) }, .text("settled") { String($0.settled) },
    .text("leaning") { String($0.leaning) },
    .text("count") { String($0.decided + $0.settled + $0.leaning) },
  ]
}

/// All listed teams, by key.
struct PortfolioTeams: Sendable {
  private struct VerdictKey: Hashable {
    let playbook, verdict: String
  }

  let teams: [PortfolioTeam]
  /// The verdicts that teams have, by playbook, the most common first.
  let verdicts: [VerdictCount]
  /// The ids of the playbooks, in order.
  let playbooks: [String]
  private let values: [VerdictKey: String]

  init(_ records: [PlaybookRecord], failed: Set<String>) {
    let teams = records.filter(\.isListed).sorted { $0.key < $1.key }
      .map { PortfolioTeam($0, isKept: failed.contains($0.key)) }
    let playbooks = Set(teams.map(\.record.playbook.id)).sorted()
    var groups: [VerdictKey: [PortfolioTeam]] = [:]
    for team in teams {
      if let key = Self.key(team) { groups[key, default: []].append(team) }
    }
    let sorted = groups.sorted {
      ($0.key.playbook, $1.value.count, $0.key.verdict) < ($1.key.playbook, $0.value.count, $1.key.verdict)
    }
    let values = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.key, String($0 + 1)) })
    verdicts = sorted.map { key, teams in
      func count(_ standing: PortfolioTeam.Standing) -> Int { teams.count { $0.standing == standing } }
      return VerdictCount(
        title: teams[0].verdict?.title ?? key.verdict,
        playbook: playbooks.count > 1 ? teams[0].record.playbook.title : nil, value: values[key] ?? "",
        decided: count(.decided), settled: count(.settled), leaning: count(.leaning))
    }
    (self.teams, self.playbooks, self.values) = (teams, playbooks, values)
  }

  /// What a filter knows a team's verdict by; nothing where it has none yet.
  func value(ofVerdictOf team: PortfolioTeam) -> String { Self.key(team).flatMap { values[$0] } ?? "" }

  private static func key(_ team: PortfolioTeam) -> VerdictKey? {
    team.verdict.map { VerdictKey(playbook: team.record.playbook.id, verdict: $0.id) }
  }
}
