import Authoring
import CommonMark
import Diagnostics
import Tailoring
import Templating

/// A step in a list or on its own page. A class, as `PageFrame` is.
final class StepItem: TemplateModel {
  /// How far it is; `possible` where it is open whether it applies.
  enum Status {
    case open, inProgress, done, skipped, possible
  }

  let id: String
  let anchor: String
  /// Its number in the plan; nil while it is open whether it applies.
  let number: String?
  let title: String
  let url: String
  let phase: String
  let owner: String?
  let status: Status
  let on: String?
  let ticket: String?
  /// Where the ticket is, as an attribute holds it; empty where nobody knows.
  let ticketURL: [UInt8]
  let note: String?
  let effort: EffortModel?
  let wait: String?
  let needs: [LinkModel]
  let gate: GateModel?
  /// What it hangs on whether a possible step applies.
  let hangsOn: [LinkModel]
  /// Whether its rule has ceased to hold, and it stays for its progress.
  let isKept: Bool

  init(_ planned: PlannedStep, in context: inout PageContext) {
    let (step, words) = (planned.step, context.words)
    id = step.id.text
    anchor = context.style.anchor(of: .step, step.id.text)
    number = String(planned.number)
    title = step.title
    url = context.style.url(of: .step(step.id))
    phase = context.team.shared.phaseTitles[step.phase.value] ?? step.phase.value.text
    owner = step.owner
    status = Status(planned.progress?.status)
    on = planned.progress?.on?.description
    ticket = planned.progress?.ticket
    ticketURL = ticket.flatMap(context.team.shared.addresses.ticket)?.html ?? []
    note = planned.progress?.note
    effort = planned.effort.map { EffortModel($0, words: words) }
    wait = planned.wait.flatMap { $0 > 0 ? words.workingDays($0) : nil }
    needs = planned.needs.map(context.link(toStep:))
    gate = planned.gate.map { GateModel($0, of: step, in: context) }
    hangsOn = []
    isKept = planned.isKeptForProgress
  }

  init(_ possible: PossibleStep, in context: inout PageContext) {
    let step = possible.step
    id = step.id.text
    anchor = context.style.anchor(of: .step, step.id.text)
    ticketURL = []
    (number, on, ticket, note, effort, wait, gate) = (nil, nil, nil, nil, nil, nil, nil)
    title = step.title
    url = context.style.url(of: .step(step.id))
    phase = context.team.shared.phaseTitles[step.phase.value] ?? step.phase.value.text
    owner = step.owner
    status = .possible
    needs = step.needs.map { context.link(toStep: $0.value) }
    hangsOn = context.links(toNames: possible.hangsOn)
    isKept = false
  }

  static let fields: [Field<StepItem>] = [
    .text("id", \.id), .text("anchor", \.anchor), .optionalText("number", \.number),
    .text("title", \.title), .text("url", \.url), .text("phase", \.phase), .optionalText("owner", \.owner),
    .flag("open") { $0.status == .open }, .flag("in_progress") { $0.status == .inProgress },
    .flag("done") { $0.status == .done }, .flag("skipped") { $0.status == .skipped },
    .flag("possible") { $0.status == .possible }, .optionalText("on", \.on),
    .optionalText("ticket", \.ticket), .html("ticket_url", \.ticketURL), .optionalText("note", \.note),
    .optionalRecord("effort", \.effort), .optionalText("wait", \.wait), .list("needs", \.needs),
    .flag("has_needs") { !$0.needs.isEmpty },
    .optionalRecord("gate", \.gate), .list("hangs_on", \.hangsOn), .flag("kept", \.isKept),
  ]
}

extension StepItem.Status {
  init(_ status: Answers.Progress.Status?) {
    switch status {
    case nil, .open: self = .open
    case .inProgress: self = .inProgress
    case .done: self = .done
    case .skipped: self = .skipped
    }
  }
}

/// The work in person-days.
struct EffortModel: TemplateModel {
  let low: String?
  let likely: String?
  let high: String?
  /// The likely one: `1 person-day`
  let counted: String?

  init(_ effort: PlannedStep.Effort, words: Words) {
    low = effort.low.map(words.rounded)
    likely = effort.likely.map(words.rounded)
    counted = effort.likely.map { words.personDays($0) }
    high = effort.high.map(words.rounded)
  }

  static let fields: [Field<Self>] = [
    .optionalText("low", \.low), .optionalText("likely", \.likely), .optionalText("high", \.high),
    .optionalText("counted", \.counted),
    .flag("known") { $0.low != nil && $0.likely != nil && $0.high != nil },
    .flag("fixed") { $0.low != nil && $0.low == $0.high },
  ]
}

/// The decision at the end of a step.
struct GateModel: TemplateModel {
  /// One outcome.
  struct Outcome: TemplateModel {
    let title: String
    let isChosen: Bool

    static let fields: [Field<Self>] = [.text("title", \.title), .flag("chosen", \.isChosen)]
  }

  /// The outcome that holds; nil where none does or it waits.
  let outcome: String?
  let outcomes: [Outcome]
  let isWaiting: Bool
  let waitsFor: [LinkModel]

  init(_ state: PlannedStep.GateState, of step: Step, in context: PageContext) {
    let chosen: Step.GateOutcome?
    switch state {
    case .outcome(let outcome): (chosen, isWaiting, waitsFor) = (outcome, false, [])
    case .waiting(let names): (chosen, isWaiting, waitsFor) = (nil, true, context.links(toNames: names))
    case .undecided: (chosen, isWaiting, waitsFor) = (nil, false, [])
    }
    outcome = chosen?.title
    outcomes = step.gate.map { Outcome(title: $0.title, isChosen: $0.id == chosen?.id) }
  }

  static let fields: [Field<Self>] = [
    .optionalText("outcome", \.outcome), .list("outcomes", \.outcomes), .flag("waiting", \.isWaiting),
    .list("waits_for", \.waitsFor),
  ]
}
