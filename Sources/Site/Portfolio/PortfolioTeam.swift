import SiteFiles
import Templating

/// A listed team, as the pages over all teams see it.
struct PortfolioTeam: Sendable {
  /// How sure a verdict is, or that it was decided.
  enum Standing: String {
    case decided, settled, leaning, open
  }

  let record: PlaybookRecord
  let stage: Stage
  /// Whether its pages are those of an earlier build.
  let isKept: Bool

  init(_ record: PlaybookRecord, isKept: Bool) {
    self.record = record
    self.isKept = isKept
    stage = Stage(record)
  }

  var standing: Standing {
    if record.verdict.decision != nil { return .decided }
    // A word that nobody knows is as good as none.
    return Standing(rawValue: record.verdict.standing) ?? .open
  }

  /// What was decided, else the verdict so far; nil while there is none.
  var verdict: PlaybookRecord.Named? {
    standing == .open ? nil : record.verdict.decision?.verdict ?? record.verdict.computed
  }
}

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

/// A team's stage, and what it is stuck on.
struct StageModel: TemplateModel {
  let stage: Stage

  static let fields: [Field<Self>] = [
    .flag("ready") { $0.stage.kind == .ready }, .flag("under_way") { $0.stage.kind == .underWay },
    .flag("stuck") { $0.stage.kind == .stuck }, .flag("unknown") { $0.stage.kind == .unknown },
    .flag("finished") { $0.stage.kind == .done },
    .flag("on_condition") { $0.stage.causes.contains(.condition) },
    .flag("on_answers") { $0.stage.causes.contains(.answers) },
    .flag("on_gate") { $0.stage.causes.contains(.gate) },
    .flag("on_decision") { $0.stage.causes.contains(.decision) },
    .text("value") { model in
      ([model.stage.kind.rawValue] + model.stage.causes.map(\.rawValue)).joined(separator: " ")
    },
  ]
}

/// The teams at each stage, and what those that are stuck wait for.
struct StagesModel: TemplateModel {
  let teams: [PortfolioTeam]

  private func at(_ kind: Stage.Kind) -> TeamList {
    TeamList(teams.filter { $0.stage.kind == kind }.map(\.record))
  }

  private func stuck(on cause: Stage.Cause) -> TeamList {
    TeamList(teams.filter { $0.stage.causes.contains(cause) }.map(\.record))
  }

  static let fields: [Field<Self>] = [
    .record("ready") { $0.at(.ready) }, .record("under_way") { $0.at(.underWay) },
    .text("stuck_count") { model in String(model.teams.count { $0.stage.kind == .stuck }) },
    .record("on_condition") { $0.stuck(on: .condition) }, .record("on_answers") { $0.stuck(on: .answers) },
    .record("on_gate") { $0.stuck(on: .gate) }, .record("on_decision") { $0.stuck(on: .decision) },
    .record("unknown") { $0.at(.unknown) }, .record("finished") { $0.at(.done) },
  ]
}
