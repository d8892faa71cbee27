import Authoring
import Diagnostics
import Tailoring
import Templating

/// The page of a step, planned or possible. `step`
struct StepPage: TemplateModel {
  /// A piece of work to tick.
  struct Item: TemplateModel {
    let id: String
    let text: [UInt8]
    /// Stands for the text as this team reads it, and is another one where the text is.
    let version: String
    let isDone: Bool

    static let fields: [Field<Self>] = [
      .text("id", \.id), .html("text", \.text), .text("version", \.version), .flag("done", \.isDone),
    ]
  }

  /// Evidence that the step is done.
  struct Exit: TemplateModel {
    let text: [UInt8]
    let state: PlannedStep.ExitState
    let hangsOn: [LinkModel]

    static let fields: [Field<Self>] = [
      .html("text", \.text),
      .flag("met") { if case .met = $0.state { true } else { false } },
      .flag("not_met") { if case .notMet = $0.state { true } else { false } },
      .flag("open") { if case .open = $0.state { true } else { false } },
      .list("hangs_on", \.hangsOn),
    ]
  }

  let frame: PageFrame
  let step: StepItem
  let body: [UInt8]
  let checklist: [Item]
  /// What the answers file says of the step.
  let recorded: RecordedProgress?
  let exits: [Exit]
  let rollback: [UInt8]
  let sources: [SourceLink]
  let why: WhyModel
  let contents: ContentsModel?
  /// Where its text is edited, as an attribute holds it; empty where nobody knows.
  let editURL: [UInt8]
  let previous: LinkModel?
  let next: LinkModel?

  init(_ planned: PlannedStep, in context: inout PageContext) {
    let steps = context.team.steps
    let index = planned.number - 1
    self.init(
      planned.step, StepItem(planned, in: &context), exitStates: planned.exits,
      previous: index > 0 ? steps[index - 1].step.id : nil,
      next: index + 1 < steps.count ? steps[index + 1].step.id : nil, in: &context)
  }

  init(_ possible: PossibleStep, in context: inout PageContext) {
    self.init(
      possible.step, StepItem(possible, in: &context), exitStates: [], previous: nil, next: nil, in: &context)
  }

  private init(
    _ content: Step, _ item: StepItem, exitStates: [PlannedStep.ExitState],
    previous: Slug?, next: Slug?, in context: inout PageContext
  ) {
    frame = context.frame
    step = item
    body = context.html(content.body)
    let progress = context.tailored.answers.progress[content.id]
    checklist = content.checklist.map {
      Item(
        id: $0.id.text, text: context.html($0.text), version: context.team.version(of: $0.text),
        isDone: progress?.hasDone($0.id) ?? false)
    }
    recorded = progress.map(RecordedProgress.init)
    exits = content.exits.enumerated().map { index, exit in
      let state = exitStates.indices.contains(index) ? exitStates[index] : .judged
      var hangsOn: [LinkModel] = []
      if case .open(let names) = state { hangsOn = context.links(toNames: names) }
      return Exit(text: context.html(exit.text), state: state, hangsOn: hangsOn)
    }
    rollback = context.html(content.rollback)
    let phase = context.tailored.playbook.phases.first { $0.id == content.phase.value }
    why = WhyModel([phase?.when, content.when].compactMap(\.self), in: context)
    editURL = context.addressForEditing(content.body)
    contents = ContentsModel(of: content.body, in: context)
    sources = context.links(toSources: content.sources.map(\.value))
    self.previous = previous.map(context.link(toStep:))
    self.next = next.map(context.link(toStep:))
  }

  static let fields: [Field<Self>] = [
    .record("page", \.frame), .record("step", \.step), .html("body", \.body),
    .list("checklist", \.checklist), .flag("has_checklist") { !$0.checklist.isEmpty },
    .optionalRecord("recorded", \.recorded),
    .list("exits", \.exits), .flag("has_exits") { !$0.exits.isEmpty }, .html("rollback", \.rollback),
    .list("sources", \.sources), .flag("has_sources") { !$0.sources.isEmpty },
    .record("why", \.why), .optionalRecord("contents", \.contents), .html("edit_url", \.editURL),
    .optionalRecord("previous", \.previous), .optionalRecord("next", \.next),
  ]
}
