import SiteFiles
import Templating

/// What each criterion says about each team: a table for each playbook. `matrix`
struct MatrixPage: TemplateModel {
  /// The teams of one playbook.
  struct Table: TemplateModel {
    let playbook: String
    let options: [Option]
    let columns: [Column]
    let rows: [Row]

    static let fields: [Field<Self>] = [
      .text("playbook", \.playbook), .list("options", \.options), .list("criteria", \.columns),
      .list("teams", \.rows),
    ]
  }

  /// An option, and the number of its shape.
  struct Option: TemplateModel {
    let title: String
    let shape: String

    static let fields: [Field<Self>] = [.text("title", \.title), .text("shape", \.shape)]
  }

  /// A criterion.
  struct Column: TemplateModel {
    let id: String
    let title: String
    let isCondition: Bool

    static let fields: [Field<Self>] = [.text("title", \.title), .flag("condition", \.isCondition)]
  }

  /// A team.
  struct Row: TemplateModel {
    let team: PortfolioTeam
    let verdictValue: String
    let cells: [Cell]

    static let fields: [Field<Self>] = [
      .record("link") { TeamLink($0.team.record) }, .record("stage") { StageModel(stage: $0.team.stage) },
      .text("verdict_value", \.verdictValue), .text("standing_value") { $0.team.standing.rawValue },
      .optionalText("verdict", \.team.verdict?.title),
      .flag("decided") { $0.team.standing == .decided }, .flag("settled") { $0.team.standing == .settled },
      .flag("leaning") { $0.team.standing == .leaning }, .list("cells", \.cells),
    ]
  }

  /// What a criterion says about a team.
  struct Cell: TemplateModel {
    enum Kind {
      /// A reason speaks for an option: at least two thirds of its full strength, or less.
      case strong(Option)
      case some(Option)
      /// A reason brings no points.
      case none
      /// A condition rules verdicts out.
      case rulesOut([String])
      case met
      case open
      case leftOut
      /// The version of the playbook that the team was built with does not have it.
      case missing
    }

    static let strong = 2.0 / 3

    let kind: Kind

    static let fields: [Field<Self>] = [
      .optionalRecord("strong") { if case .strong(let option) = $0.kind { option } else { nil } },
      .optionalRecord("some") { if case .some(let option) = $0.kind { option } else { nil } },
      .flag("none") { if case .none = $0.kind { true } else { false } },
      .texts("ruled_out") { if case .rulesOut(let verdicts) = $0.kind { verdicts } else { [] } },
      .flag("rules_out") { if case .rulesOut = $0.kind { true } else { false } },
      .flag("met") { if case .met = $0.kind { true } else { false } },
      .flag("open") { if case .open = $0.kind { true } else { false } },
      .flag("left_out") { if case .leftOut = $0.kind { true } else { false } },
      .flag("missing") { if case .missing = $0.kind { true } else { false } },
    ]
  }

  let frame: SiteFrame
  let title: String?
  let verdicts: [VerdictCount]
  let tables: [Table]

  init(title: String?, teams: PortfolioTeams, frame: SiteFrame) {
    self.frame = frame
    self.title = title
    verdicts = teams.verdicts
    tables = teams.playbooks.map { id in
      Table(teams.teams.filter { $0.record.playbook.id == id }, of: teams)
    }
  }

  static let fields: [Field<Self>] = [
    .record("page", \.frame), .optionalText("title", \.title),
    .list("verdicts", \.verdicts), .list("tables", \.tables), .flag("any") { !$0.tables.isEmpty },
    .flag("several") { $0.tables.reduce(0) { $0 + $1.rows.count } > 1 },
  ]
}

extension MatrixPage.Table {
  /// - Parameter teams: at least one, all of one playbook, perhaps of several versions of it.
  fileprivate init(_ teams: [PortfolioTeam], of all: PortfolioTeams) {
    let records = teams.map(\.record)
    playbook = records[0].playbook.title
    var options: [String: MatrixPage.Option] = [:]
    var ordered: [MatrixPage.Option] = []
    for option in records.flatMap(\.scores).map(\.option) where options[option.id] == nil {
      let numbered = MatrixPage.Option(title: option.title, shape: String(min(ordered.count + 1, 4)))
      options[option.id] = numbered
      ordered.append(numbered)
    }
    self.options = ordered
    var seen: Set<String> = []
    let criteria = records.flatMap(\.criteria).filter { seen.insert($0.id).inserted }.map {
      MatrixPage.Column(id: $0.id, title: $0.title, isCondition: $0.isCondition)
    }
    let columns = criteria.filter { !$0.isCondition } + criteria.filter(\.isCondition)
    self.columns = columns
    rows = teams.map { team in
      let found = Dictionary(team.record.criteria.map { ($0.id, $0) }) { first, _ in first }
      return MatrixPage.Row(
        team: team, verdictValue: all.value(ofVerdictOf: team),
        cells: columns.map { column in
          MatrixPage.Cell(found[column.id], of: team.record, options: options)
        })
    }
  }
}

extension MatrixPage.Cell {
  fileprivate init(
    _ criterion: PlaybookRecord.Criterion?, of record: PlaybookRecord, options: [String: MatrixPage.Option]
  ) {
    guard let criterion else {
      kind = .missing
      return
    }
    var seen: Set<String> = []
    let ruledOut = record.rulings.filter { $0.criterion.id == criterion.id }.map(\.verdict)
      .filter { seen.insert($0.id).inserted }.map(\.title)
    let option = criterion.option.flatMap { options[$0] }
    switch (criterion.state, criterion.strength, option) {
    // A condition can rule out one verdict and be open about another.
    case _ where !ruledOut.isEmpty: kind = .rulesOut(ruledOut)
    case (.open, _, _): kind = .open
    case (.leftOut, _, _), (.notApplicable, _, _): kind = .leftOut
    case (.known, nil, _): kind = .met
    case (.known, let strength?, let option?) where strength >= Self.strong: kind = .strong(option)
    case (.known, let strength?, let option?) where strength > 0: kind = .some(option)
    case (.known, _, _): kind = .none
    }
  }
}

extension PlaybookRecord.Criterion {
  /// Whether it has no strength, as conditions have none.
  fileprivate var isCondition: Bool { strength == nil }
}
