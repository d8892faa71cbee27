import Authoring
import Tailoring
import Templating

/// What was measured, what it says, and the gates that wait for it. `scorecard`
struct ScorecardPage: TemplateModel {
  /// A moment of measuring.
  struct Moment: TemplateModel {
    let title: String

    static let fields: [Field<Self>] = [.text("title", \.title)]
  }

  /// A measure with what the team measured.
  struct Row: TemplateModel {
    let title: String
    let why: String?
    let collect: String?
    /// Whether less of it is better.
    let isLowerBetter: Bool
    let values: [Value]
    let comparison: TailoredMeasure.Comparison
    /// How the last value compares with the first, in percent; nil where that cannot be said.
    let change: String?
    /// How many would be expected at the rate of before, for a count that says nothing yet.
    let expected: String?

    /// Whether the playbook says why it is measured, or how.
    var isExplained: Bool { why != nil || collect != nil }

    static let fields: [Field<Self>] = [
      .text("title", \.title), .optionalText("why", \.why), .optionalText("collect", \.collect),
      .flag("is_explained", \.isExplained), .flag("lower_is_better", \.isLowerBetter),
      .list("values", \.values), .optionalText("change", \.change), .optionalText("expected", \.expected),
      .flag("better") { if case .better = $0.comparison { true } else { false } },
      .flag("not_better") { if case .notBetter = $0.comparison { true } else { false } },
      .flag("too_early") { if case .tooEarly = $0.comparison { true } else { false } },
      .flag("missing") { if case .missing = $0.comparison { true } else { false } },
    ]
  }

  /// What was measured at one moment.
  struct Value: TemplateModel {
    let text: String?
    /// The exposure of a count, in weeks.
    let weeks: String?
    /// How many would be expected at the rate of before.
    let expected: String?
    let on: String?
    let source: String?

    static let fields: [Field<Self>] = [
      .optionalText("text", \.text), .optionalText("weeks", \.weeks), .optionalText("expected", \.expected),
      .optionalText("on", \.on), .optionalText("source", \.source),
    ]
  }

  /// A step that ends with a gate.
  struct Gate: TemplateModel {
    let step: LinkModel
    let gate: GateModel

    static let fields: [Field<Self>] = [.record("step", \.step), .record("gate", \.gate)]
  }

  let frame: PageFrame
  let moments: [Moment]
  let measures: [Row]
  let gates: [Gate]

  init(in context: PageContext) {
    let (tailored, words) = (context.tailored, context.words)
    frame = context.frame
    moments = tailored.playbook.moments.map { Moment(title: $0.text) }
    measures = tailored.measurements.map { Row($0, words: words) }
    gates = tailored.plan.steps.compactMap { step in
      step.gate.map {
        Gate(step: context.link(toStep: step.step.id), gate: GateModel($0, of: step.step, in: context))
      }
    }
  }

  static let fields: [Field<Self>] = [
    .record("page", \.frame), .list("moments", \.moments), .list("measures", \.measures),
    .list("gates", \.gates), .flag("has_gates") { !$0.gates.isEmpty },
    .flag("has_explanations") { $0.measures.contains(where: \.isExplained) },
  ]
}

extension ScorecardPage.Row {
  fileprivate init(_ tailored: TailoredMeasure, words: Words) {
    let measure = tailored.measure
    title = measure.title
    (why, collect) = (measure.why, measure.collect)
    isLowerBetter = measure.better == .lower
    values = tailored.values.map { value in
      ScorecardPage.Value(
        text: value.measurement.map { words.withUnit(words.rounded($0.value), measure.unit) },
        weeks: value.measurement?.weeks.map { words.rounded($0) },
        expected: value.expected.map { words.rounded($0) }, on: value.measurement?.on?.description,
        source: value.measurement?.source)
    }
    comparison = tailored.comparison
    if case .tooEarly(let expected) = tailored.comparison {
      self.expected = words.rounded(expected)
    } else {
      expected = nil
    }
    change = tailored.change.map { "\($0 > 0 ? "+" : "")\(words.percent($0))" }
  }
}

extension TailoredMeasure {
  /// How much the last value is above the first, as a share of it; counts by their rate. Nil where one is
  /// missing, the first is zero, or it is too early to tell.
  fileprivate var change: Double? {
    switch comparison {
    case .tooEarly, .missing: return nil
    case .better, .notBetter: break
    }
    func number(_ value: Value) -> Double? { measure.kind == .count ? value.rate : value.measurement?.value }
    guard let first = values.first.flatMap(number), first != 0,
      let last = values.dropFirst().last(where: { $0.measurement != nil }).flatMap(number)
    else { return nil }
    return last / first - 1
  }
}
