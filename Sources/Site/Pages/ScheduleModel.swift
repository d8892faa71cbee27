import Authoring
import Tailoring
import Templating

/// How long the plan takes to the first open gate, by its authors' estimates.
struct ScheduleModel: TemplateModel {
  /// A step's place in time.
  struct Row: TemplateModel {
    let step: LinkModel
    let begins: String
    let ends: String
    let isCritical: Bool
    let isUnestimated: Bool

    static let fields: [Field<Self>] = [
      .record("step", \.step), .text("begins", \.begins), .text("ends", \.ends),
      .flag("critical", \.isCritical), .flag("unestimated", \.isUnestimated),
    ]
  }

  let length: String
  /// The work of all steps together, in person-days.
  let work: RangeModel
  let likelyWork: String
  /// The step whose gate ends it.
  let gate: LinkModel?
  let people: String
  let isAssumed: Bool
  /// The part of their time that people have; nil where it is all.
  let availability: String?
  let start: String?
  /// The last day, by the likely estimates.
  let end: String?
  let criticalPath: [LinkModel]
  let rows: [Row]
  private let chart: TimelineChart

  init(_ schedule: Schedule, in context: PageContext) {
    let words = context.words
    length = words.length(of: schedule)
    work = RangeModel(low: words.rounded(schedule.work.low), high: words.rounded(schedule.work.high))
    likelyWork = words.rounded(schedule.work.likely)
    gate = schedule.gate.map(context.link(toStep:))
    people = words.people(schedule.people)
    isAssumed = schedule.isForOnePersonAssumed
    availability = schedule.availability < 1 ? words.percent(schedule.availability) : nil
    start = schedule.start?.description
    end = schedule.likelyEnd?.description
    criticalPath = schedule.criticalPath.map(context.link(toStep:))
    rows = schedule.items.map { item in
      let dates = schedule.dates(of: item.likely)
      return Row(
        step: context.link(toStep: item.step),
        begins: dates?.lowerBound.description ?? words.week(ofDay: item.likely.start),
        ends: dates?.upperBound.description
          ?? words.week(ofDay: max(item.likely.end - 1e-6, item.likely.start)),
        isCritical: item.isCritical, isUnestimated: item.isUnestimated)
    }
    chart = TimelineChart(schedule: schedule, plan: context.tailored.plan, words: words)
  }

  static let fields: [Field<Self>] = [
    .text("length", \.length), .record("work", \.work), .text("likely_work", \.likelyWork),
    .optionalRecord("gate", \.gate), .text("people", \.people), .flag("assumed", \.isAssumed),
    .optionalText("availability", \.availability), .optionalText("start", \.start),
    .optionalText("end", \.end), .list("critical_path", \.criticalPath), .list("rows", \.rows),
    .flag("anything_unestimated") { $0.rows.contains(where: \.isUnestimated) }, .html("picture", \.chart.svg),
  ]
}
