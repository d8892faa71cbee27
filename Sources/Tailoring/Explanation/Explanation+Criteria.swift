import Authoring
import Diagnostics
import Rules

extension Explanation {
  /// Each criterion: its sum, the rules that decided, and the facts and answers behind them.
  mutating func addCriteria() {
    text.heading("Criteria")
    for result in tailored.criteria { addCriterion(result) }
  }

  /// One criterion: its sum, the rules that decided, and what is behind them.
  mutating func addCriterion(_ result: TailoredCriterion) {
    text.line(summary(of: result))
    let rules = decidingRules(of: result)
    for rule in rules { addRule(rule) }
    if let level = result.level, level.when == nil {
      text.line("the last level, which needs no rule", place: "\(level.location)", level: 2)
    }
    addGrounds(of: rules + passedOver(by: result))
  }

  private func summary(of result: TailoredCriterion) -> String {
    let head = "\(result.criterion.id):"
    switch (result.state, result.criterion.reason) {
    case (.leftOut, _): return "\(head) left out; it does not concern the team"
    case (.notApplicable(let names), _):
      return "\(head) left out; \(names.sorted().joinedInWords) does not apply"
    case (.open(let names), let reason?):
      let points = result.possiblePoints.sorted { $0.key < $1.key }.map { option, range in
        "\(range.lowerBound.plain) to \(range.upperBound.plain) for \(option)"
      }
      return "\(head) open, weight \(reason.weight.plain), \(points.joinedInWords); "
        + "it hangs on \(names.sorted().joinedInWords)"
    case (.known, let reason?):
      let option = result.option.map { " for \($0)" } ?? ""
      return "\(head) weight \(reason.weight.plain) x strength \(result.strength.plain) = "
        + "\(result.points.plain) points\(option)"
    case (.open, nil), (.known, nil):
      let ruledOut = result.rulings.filter(\.state.isCertain).flatMap(\.ruling.verdicts).map(\.value.text)
      let open = result.rulings.filter(\.state.isOpen).flatMap(\.ruling.verdicts).map(\.value.text)
      let may = open.isEmpty ? "" : "; may rule out \(open.joinedInWords)"
      return "\(head) condition, rules out \(ruledOut.isEmpty ? "nothing" : ruledOut.joinedInWords)\(may)"
    }
  }

  /// The rules that made the result what it is: those that hold or are open, and a `when` that does not hold.
  private func decidingRules(of result: TailoredCriterion) -> [Rule] {
    let criterion = result.criterion
    switch result.state {
    case .leftOut: return [criterion.when].compactMap(\.self)
    case .notApplicable, .open: return criterion.rules
    case .known:
      let rulings = result.rulings.filter(\.state.isCertain).map(\.ruling.when)
      return [criterion.when, result.level?.when].compactMap(\.self) + rulings
    }
  }

  /// The rules that had to fail first: of the levels before the one that holds, and of a condition's cases.
  private func passedOver(by result: TailoredCriterion) -> [Rule] {
    guard case .known = result.state else { return [] }
    let levels = result.criterion.reason?.levels ?? []
    let before = levels.prefix(result.levelIndex ?? levels.count)
    return before.compactMap(\.when) + result.criterion.rulingsOut.map(\.when)
  }

  /// The facts and answers that rules use, with their places.
  private mutating func addGrounds(of rules: [Rule]) {
    let reach = derivation.reach(of: rules)
    for index in reach.facts.sorted() {
      let fact = tailored.facts[index]
      let isPrivate = derivation.reach(of: [fact.fact.rule]).questions.contains {
        derivation.questions[$0].isPrivate
      }
      let value = isPrivate ? "(private)" : fact.outcome.asValue
      text.line("facts.\(fact.fact.id) \(value)", place: "\(fact.fact.location)", level: 2)
    }
    for index in reach.questions.sorted() {
      let question = tailored.questions[index]
      let place = question.answer?.location ?? question.question.location
      text.line("answers.\(question.question.id) \(question.inWords)", place: "\(place)", level: 2)
    }
    for name in reach.team.sorted() { text.line("team.\(name)", level: 2) }
  }
}

extension TailoredQuestion {
  /// What the team said, as the end of a sentence.
  fileprivate var inWords: String {
    if question.isPrivate { return "(private)" }
    switch state {
    case .given(let value): return "= \(value.json)"
    case .open:
      if case .unknown(let who, let until)? = answer?.state {
        return "is open: \(who)\(until.map { ", until \($0)" } ?? "")"
      }
      return "is open"
    case .notApplicable(let reason): return "does not apply: \(reason)"
    case .notAsked: return "is not asked"
    case .undecided(let names): return "is open: whether it applies hangs on \(names.sorted().joinedInWords)"
    }
  }
}

extension Outcome {
  /// A fact's value, as the end of a sentence.
  fileprivate var asValue: String {
    switch self {
    case .value(let value): "= \(value.json)"
    case .unknown(let unknown): "is open: it hangs on \(unknown.names.sorted().joinedInWords)"
    case .notApplicable(let names): "does not apply, like \(names.sorted().joinedInWords)"
    case .error(let error): "failed: \(error.message)"
    }
  }
}
