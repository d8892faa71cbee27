import Authoring
import Rules

/// Looks for other answers, about a component or the subject, with which the component is eligible: single ones, or
/// else two together. An open answer counts as well as one that was given; what does not apply stays so.
struct EligibilitySearch {
  /// An answer that can be changed.
  private struct Variable {
    var question: Question
    /// The answer as it is; nil where there is none.
    var from: RuleValue?
    var alternatives: [Alternative]
  }

  /// Another answer with which the component is eligible.
  private struct Way {
    var value: RuleValue
    var target: TippingPoint.Target
    var distance: Int
    /// Whether no number before it was tried that does not make the component eligible.
    var isEnd = false
  }

  private let eligibility: Eligibility
  private let component: Answers.Component
  private let situation: Situation
  private let tailor: Tailor
  private let variables: [Variable]

  init(
    _ eligibility: Eligibility, _ component: Answers.Component, in situation: Situation, by tailor: Tailor
  ) {
    self.eligibility = eligibility
    self.component = component
    self.situation = situation
    self.tailor = tailor
    variables = eligibility.questions.compactMap { question in
      let answer =
        switch question.scope {
        case .component: component.answers[question.id]
        case .subject: situation.answer(to: question)
        }
      let thresholds = eligibility.thresholds(of: question)
      switch answer?.state {
      case .given(let value)?:
        return Variable(
          question: question, from: value, alternatives: question.alternatives(to: value, thresholds))
      case .unknown?, nil:
        return Variable(question: question, from: nil, alternatives: question.alternativesToNone(thresholds))
      case .notApplicable?: return nil
      }
    }
  }

  /// The single changes, or else the nearest two of each two answers; the nearest first, then in the order of the
  /// questions. Those that look the same without values are one.
  func run() -> [EligibilityRemedy] {
    var found = variables.flatMap { variable in
      ways(variable).map { (remedy: remedy([(variable, $0)]), distance: $0.distance) }
    }
    if found.isEmpty { found = pairs() }
    var hidden: Set<[Name]> = []
    return found.enumerated()
      .sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
      .map(\.element.remedy)
      .filter { !$0.isPrivate || hidden.insert($0.changes.map(\.question.id)).inserted }
  }

  /// The other answers to a question that make the component eligible. Of numbers those beside one that does not;
  /// for an open question with several choices those nearest to none.
  ///
  /// - Parameter others: other answers to further questions.
  private func ways(_ variable: Variable, with others: [Name: RuleValue] = [:]) -> [Way] {
    func isEligible(_ value: RuleValue) -> Bool {
      self.isEligible(with: others.merging([variable.question.id: value]) { $1 })
    }
    var ways: [Way] = []
    var last: (alternative: Alternative, isEligible: Bool)?
    for alternative in variable.alternatives {
      let before = last.flatMap { $0.alternative.isGreater == alternative.isGreater ? $0 : nil }
      let isNow = isEligible(alternative.value)
      last = (alternative, isNow)
      guard isNow else { continue }
      var way = Way(value: alternative.value, target: alternative.target, distance: alternative.distance)
      if alternative.isGreater != nil {
        if before?.isEligible == true { continue }
        let from = before?.alternative.value ?? variable.from
        way.isEnd = from == nil
        if let from, eligibility.thresholds(of: variable.question).entersArithmetic {
          (way.value, way.target) = alternative.nearest(after: from, doesTheSame: isEligible)
        }
      }
      if !ways.contains(where: { $0.target == way.target }) { ways.append(way) }
    }
    let inner = ways.filter { !$0.isEnd }
    guard variable.from == nil else { return inner }
    if inner.isEmpty { return Array(ways.prefix(1)) }
    let nearest = inner.map(\.distance).min()
    return inner.filter { $0.distance == nearest }
  }

  /// For each two questions the nearest answers that make the component eligible together.
  private func pairs() -> [(remedy: EligibilityRemedy, distance: Int)] {
    variables.enumerated().flatMap { index, first in
      variables.dropFirst(index + 1).compactMap { second in pair(first, second) }
    }
  }

  private func pair(_ first: Variable, _ second: Variable) -> (remedy: EligibilityRemedy, distance: Int)? {
    let found = first.alternatives.compactMap { one in
      ways(second, with: [first.question.id: one.value]).min { $0.distance < $1.distance }
        .map { (way: $0, distance: one.distance + $0.distance) }
    }
    guard let other = found.min(by: { $0.distance < $1.distance })?.way else { return nil }
    let ones = ways(first, with: [second.question.id: other.value])
    guard let one = ones.min(by: { $0.distance < $1.distance }) else { return nil }
    return (remedy([(first, one), (second, other)]), one.distance + other.distance)
  }

  /// Whether the component is eligible with other answers.
  private func isEligible(with values: [Name: RuleValue]) -> Bool {
    var changed: [Int: RuleValue] = [:]
    for index in eligibility.reach.questions {
      changed[index] = values[tailor.derivation.questions[index].id]
    }
    var bindings = situation.bindings(changing: changed, reach: eligibility.reach)
    var log = RuleLog.silent
    bindings["component"] = .record(
      component.bindings(tailor.componentQuestions, in: bindings, changing: values, log: &log))
    return eligibility.rule.evaluate(bindings).holding == .holds
  }

  private func remedy(_ changes: [(variable: Variable, way: Way)]) -> EligibilityRemedy {
    EligibilityRemedy(
      changes: changes.map {
        TippingPoint.Change(question: $0.variable.question, from: $0.variable.from, to: $0.way.target)
      },
      isPrivate: eligibility.questions.contains(where: \.isPrivate))
  }
}
