import Authoring
import Tailoring
import Templating

/// What to do in which order. `plan`
struct PlanPage: TemplateModel {
  /// A phase with its steps.
  struct PhaseGroup: TemplateModel {
    let title: String
    let steps: [StepItem]

    static let fields: [Field<Self>] = [.text("title", \.title), .list("steps", \.steps)]
  }

  /// A step that does not apply.
  struct LeftOut: TemplateModel {
    let title: String
    /// The not-applicable answers that it hangs on.
    let hangsOn: [LinkModel]

    static let fields: [Field<Self>] = [.text("title", \.title), .list("hangs_on", \.hangsOn)]
  }

  let frame: PageFrame
  let schedule: ScheduleModel?
  let phases: [PhaseGroup]
  let possible: [StepItem]
  let leftOut: [LeftOut]
  /// Whose progress it is; made into entries only where a template asks for them.
  private let team: TeamSite

  init(in context: inout PageContext) {
    let plan = context.tailored.plan
    frame = context.frame
    team = context.team
    schedule = context.tailored.schedule.map { ScheduleModel($0, in: context) }
    phases = plan.phases.map { phase in
      PhaseGroup(title: phase.phase.title, steps: phase.steps.map { StepItem($0, in: &context) })
    }
    possible = plan.possible.map { StepItem($0, in: &context) }
    leftOut = plan.leftOut.map {
      LeftOut(title: $0.step.title, hangsOn: context.links(toNames: $0.notApplicable))
    }
  }

  static let fields: [Field<Self>] = [
    .record("page", \.frame), .optionalRecord("schedule", \.schedule), .list("phases", \.phases),
    .flag("has_steps") { !$0.phases.isEmpty },
    .list("possible", \.possible), .flag("anything_possible") { !$0.possible.isEmpty },
    .list("left_out", \.leftOut), .flag("anything_left_out") { !$0.leftOut.isEmpty },
    .list("progress") { $0.team.progressEntries },
  ]
}
