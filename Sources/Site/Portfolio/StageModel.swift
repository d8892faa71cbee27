import Templating

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
