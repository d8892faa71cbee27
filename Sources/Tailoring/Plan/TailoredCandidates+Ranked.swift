import Authoring
import Diagnostics
import Rules

extension TailoredCandidates {
  /// Ranks the components that are eligible by the least that their weighted sum can be.
  init(
    _ ranking: CandidateRanking, _ components: [Answers.Component], in situation: Situation,
    by tailor: Tailor,
    log: inout RuleLog
  ) {
    let bindings = situation.bindings
    var ranked: [(component: Answers.Component, parts: [Part], least: Points, most: Points)] = []
    var leftOut: [LeftOut] = []
    for component in components {
      let fields = component.bindings(tailor.componentQuestions, in: bindings, log: &log)
      var bindings = bindings
      bindings["component"] = .record(fields)
      let outcome = log.outcome(of: ranking.eligible, in: bindings)
      guard outcome.holding == .holds else {
        let search = tailor.eligibility.map { EligibilitySearch($0, component, in: situation, by: tailor) }
        leftOut.append(
          LeftOut(component: component, outcome: outcome, remedies: search?.run() ?? []))
        continue
      }
      let parts = ranking.parts.map { Part($0, answer: fields[$0.question.value.text]) }
      let least = parts.reduce(.zero) { $0 + Points($1.part.weight * $1.value.lowerBound) }
      let most = parts.reduce(.zero) { $0 + Points($1.part.weight * $1.value.upperBound) }
      ranked.append((component, parts, least, most))
    }
    ranked.sort { ($1.least, $0.component.id) < ($0.least, $1.component.id) }
    self.init(
      ranked: ranked.map { one in
        Ranked(
          component: one.component, parts: one.parts, total: one.least.number...one.most.number,
          isTied: ranked.count { $0.least == one.least } > 1)
      },
      leftOut: leftOut)
  }

  /// What the rules of steps see: not applicable where nothing is eligible, the first by id in a tie.
  var binding: Binding {
    if let first = ranked.first {
      return .record(["id": .value(.string(first.component.id.text)), "tied": .value(.bool(first.isTied))])
    }
    let names = Set(leftOut.flatMap(\.outcome.openNames))
    let none: Binding = names.isEmpty ? .notApplicable(["candidate"]) : .unknown(Unknown(names: names))
    return .record(["id": none, "tied": none])
  }
}

extension Answers.Component {
  /// What `component` stands for, question by question.
  ///
  /// - Parameter values: other answers to some questions.
  func bindings(
    _ questions: [Question], in bindings: Bindings, changing values: [Name: RuleValue] = [:],
    log: inout RuleLog
  ) -> [String: Binding] {
    var bindings = bindings
    var fields: [String: Binding] = [:]
    for question in questions {
      if question.when != nil { bindings["component"] = .record(fields) }
      let answer = answers[question.id]
      let said = values[question.id].map { .given($0) } ?? answer?.state
      let when = log.outcome(of: question.when, in: bindings).holding
      let state = Situation.state(of: said, when: when)
      if case .notAsked = state, let answer, let when = question.when, answer.isIgnoredAloud {
        log.append(.ignoredAnswer(answer, to: question, when: when))
      }
      fields[question.id.text] = Situation.binding(of: state, question.id, said, in: "components.\(id)")
    }
    return fields
  }
}

extension TailoredCandidates.Part {
  /// The value of an answer.
  fileprivate init(_ part: CandidateRanking.Part, answer: Binding?) {
    switch answer {
    case .value(let value)?:
      let number = part.scale.value(of: value)
      self.init(part: part, value: number...number, isOpen: false)
    case .unknown?: self.init(part: part, value: part.scale.range, isOpen: true)
    case .notApplicable?, .record?, nil: self.init(part: part, value: 0...0, isOpen: false)
    }
  }
}

extension CandidateRanking.Scale {
  /// What an answer is worth, 0 to 1; a choice that the author gave no value is worth nothing.
  fileprivate func value(of answer: RuleValue) -> Double {
    switch (self, answer) {
    case (.linear(let from, let to), .int(let number)): Self.linear(Double(number), from: from, to: to)
    case (.linear(let from, let to), .double(let number)): Self.linear(number, from: from, to: to)
    case (.choices(let values), .string(let choice)): Name(choice).flatMap { values[$0]?.value } ?? 0
    case (.linear, _), (.choices, _): 0
    }
  }

  /// What any answer can be worth.
  fileprivate var range: ClosedRange<Double> {
    switch self {
    case .linear: 0...1
    case .choices(let values):
      (values.values.map(\.value).min() ?? 0)...(values.values.map(\.value).max() ?? 0)
    }
  }

  private static func linear(_ number: Double, from: Double, to: Double) -> Double {
    guard from != to else { return number >= to ? 1 : 0 }
    return min(max((number - from) / (to - from), 0), 1)
  }
}
