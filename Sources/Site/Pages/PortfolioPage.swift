import SiteFiles
import Templating

/// The page over all teams: where they stand, what holds them up, and each in a row. `portfolio`
struct PortfolioPage: TemplateModel {
  /// A team's row.
  struct Row: TemplateModel {
    let team: PortfolioTeam
    let verdictValue: String

    private var record: PlaybookRecord { team.record }

    static let fields: [Field<Self>] = [
      .text("team", \.record.team), .text("subject", \.record.subject),
      .text("playbook", \.record.playbook.title),
      .text("version", \.record.playbook.version),
      .text("url") { "\($0.record.key)/index.html" }, .text("verdict", \.record.verdict.computed.title),
      .flag("settled") { $0.record.verdict.standing == "settled" },
      .flag("leaning") { $0.record.verdict.standing == "leaning" },
      .flag("open") { $0.record.verdict.standing == "open" },
      .optionalText("decision") { $0.record.verdict.decision?.verdict.title },
      .flag("differs") { row in
        let verdict = row.record.verdict
        return verdict.standing != "open" && verdict.decision.map { $0.verdict != verdict.computed } ?? false
      },
      .record("stage") { StageModel(stage: $0.team.stage) },
      .text("verdict_value", \.verdictValue), .text("standing_value") { $0.team.standing.rawValue },
      .texts("conditions") { $0.record.unmetConditions.map(\.title) },
      .flag("has_conditions") { !$0.record.rulings.isEmpty },
      .optionalText("gate") { $0.record.nextGate?.title },
      .text("done") { String($0.record.progress.done + $0.record.progress.skipped) },
      .text("total") { String($0.record.progress.total) },
      .flag("has_steps") { $0.record.progress.total > 0 }, .flag("kept", \.team.isKept),
      .optionalText("newest_answer", \.record.newestAnswer),
    ]
  }

  /// A team without pages, since no build of it has succeeded yet.
  struct Missing: TemplateModel {
    let key: String

    static let fields: [Field<Self>] = [.text("key", \.key)]
  }

  let frame: SiteFrame
  let title: String?
  let rows: [Row]
  let missing: [Missing]
  /// How many names of teams there are; a team may have several subjects.
  let teamCount: Int
  let stages: StagesModel
  let verdicts: [VerdictCount]
  /// How many teams have no verdict yet.
  let withoutVerdict: Int
  let isOfSeveralPlaybooks: Bool
  /// The conditions that are not met.
  let conditions: BlockerList
  /// The questions that undecided teams are to answer first.
  let questions: BlockerList
  /// The gates that teams wait at.
  let gates: BlockerList

  init(title: String?, teams: PortfolioTeams, missing: [String], frame: SiteFrame) {
    self.frame = frame
    self.title = title
    self.missing = missing.map(Missing.init)
    rows = teams.teams.map { Row(team: $0, verdictValue: teams.value(ofVerdictOf: $0)) }
    let records = teams.teams.map(\.record)
    teamCount = Set(records.map(\.team)).count
    stages = StagesModel(teams: teams.teams)
    verdicts = teams.verdicts
    withoutVerdict = teams.teams.count { $0.standing == .open }
    isOfSeveralPlaybooks = teams.playbooks.count > 1
    conditions = BlockerList(records, named: isOfSeveralPlaybooks) { $0.unmetConditions }
    questions = BlockerList(records, named: isOfSeveralPlaybooks) {
      [$0.questionToAskFirst].compactMap(\.self)
    }
    gates = BlockerList(
      records, named: isOfSeveralPlaybooks, { [$0.gateWaitedFor?.step].compactMap(\.self) },
      waitsFor: { record in record.gateWaitedFor.map { record.titles(ofWhatWaits: $0) } ?? [] })
  }

  static let fields: [Field<Self>] = [
    .record("page", \.frame), .optionalText("title", \.title), .list("teams", \.rows),
    .list("missing", \.missing), .flag("has_missing") { !$0.missing.isEmpty },
    .flag("any") { !$0.rows.isEmpty }, .flag("several") { $0.rows.count > 1 },
    .text("count") { String($0.rows.count) }, .text("team_count") { String($0.teamCount) },
    .record("stages", \.stages), .list("verdicts", \.verdicts),
    .text("without_verdict") { String($0.withoutVerdict) },
    .flag("any_without_verdict") { $0.withoutVerdict > 0 },
    .record("conditions_not_met", \.conditions), .record("first_questions", \.questions),
    .record("gates_waited_for", \.gates),
    .flag("any_blocker") { page in
      [page.conditions, page.questions, page.gates].contains { !$0.blockers.isEmpty }
    },
  ]
}
