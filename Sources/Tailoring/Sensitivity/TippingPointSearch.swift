import Authoring
import Rules

/// Looks for changes of one answer, or of two, that change the verdict so far.
///
/// Only answers that were given are changed: what open ones can do is another question.
struct TippingPointSearch {
  /// An answer that can be changed.
  private struct Candidate {
    /// Its index among the questions about the subject.
    var index: Int
    var question: Question
    var from: RuleValue
    var alternatives: [Alternative]
  }

  /// A change that was found, with how many steps it takes.
  private struct Found {
    var point: TippingPoint
    var distance: Int
  }

  /// What may be told of a change whose values are private: two that differ in their values alone are one.
  private struct Telling: Hashable {
    var questions: [Name]
    var verdict: Name

    init(_ point: TippingPoint) {
      questions = point.changes.map(\.question.id)
      verdict = point.verdict.id
    }
  }

  private let tailor: Tailor
  private let situation: Situation
  private let criteria: [TailoredCriterion]
  private let candidates: [Candidate]
  private let verdict: Int
  private var trials: VerdictTrials

  /// Nil where the verdict cannot be tried.
  ///
  /// - Parameter verdict: the verdict so far, by index.
  init?(_ tailor: Tailor, _ situation: Situation, _ criteria: [TailoredCriterion], verdict: Int) {
    self.tailor = tailor
    self.situation = situation
    self.criteria = criteria
    self.verdict = verdict
    candidates = tailor.questionsBehindVerdict.compactMap { index in
      guard case .given(let value) = situation.states[index] else { return nil }
      let question = tailor.derivation.questions[index]
      return Candidate(
        index: index, question: question, from: value,
        alternatives: question.alternatives(to: value, tailor.thresholds(of: question)))
    }
    let variables = candidates.map {
      VerdictTrials.Variable(question: $0.index, values: $0.alternatives.map(\.value))
    }
    guard let trials = VerdictTrials(tailor, situation, criteria, variables) else { return nil }
    self.trials = trials
  }

  /// The changes of one answer, or else of two; the nearest first, then in the order of the questions.
  mutating func run() -> [TippingPoint] {
    var found = candidates.indices.flatMap { singles($0) }
    if found.isEmpty { found = pairs() }
    var told: Set<Telling> = []
    return found.enumerated()
      .sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
      .map(\.element.point)
      .filter { !$0.isPrivate || told.insert(Telling($0)).inserted }
  }

  /// What changing one answer leads to; of numbers, on each side the nearest for each verdict.
  private mutating func singles(_ index: Int) -> [Found] {
    let candidate = candidates[index]
    var way = trials.asItIs
    var found: [Found] = []
    var seen: [Bool: Set<Int>] = [:]
    var last: (value: RuleValue, isGreater: Bool?) = (candidate.from, nil)
    for (digit, alternative) in candidate.alternatives.enumerated() {
      way[index] = digit + 1
      let outcome = trials.verdict(way)
      let before = last.isGreater == alternative.isGreater ? last.value : candidate.from
      last = (alternative.value, alternative.isGreater)
      guard outcome != verdict else { continue }
      if let side = alternative.isGreater {
        guard seen[side, default: []].insert(outcome).inserted else { continue }
      }
      let target = target(of: alternative, outcome, candidate, after: before)
      found.append(self.found([(candidate, target)], outcome, distance: alternative.distance))
    }
    return found
  }

  /// Where a number enters arithmetic the verdict may turn between two that were tried: then it is looked for.
  private func target(
    of alternative: Alternative, _ outcome: Int, _ candidate: Candidate, after before: RuleValue
  ) -> TippingPoint.Target {
    guard tailor.thresholds(of: candidate.question).entersArithmetic else { return alternative.target }
    return alternative.nearest(after: before) { verdict(with: $0, to: candidate) == outcome }.target
  }

  /// The verdict with one other answer that is not among the alternatives.
  private func verdict(with value: RuleValue, to candidate: Candidate) -> Int? {
    let variable = VerdictTrials.Variable(question: candidate.index, values: [value])
    var trials = VerdictTrials(tailor, situation, criteria, [variable])
    return trials?.verdict([1])
  }

  /// For each two questions and each verdict, the smallest change that leads there.
  private mutating func pairs() -> [Found] {
    var found: [Found] = []
    for (first, a) in candidates.enumerated() {
      for (second, b) in candidates.enumerated().dropFirst(first + 1) {
        var nearest: [Int: Found] = [:]
        var way = trials.asItIs
        for (digitA, one) in a.alternatives.enumerated() {
          way[first] = digitA + 1
          for (digitB, other) in b.alternatives.enumerated() {
            way[second] = digitB + 1
            let outcome = trials.verdict(way)
            let distance = one.distance + other.distance
            guard outcome != verdict, distance < nearest[outcome]?.distance ?? .max else { continue }
            nearest[outcome] = self.found([(a, one.target), (b, other.target)], outcome, distance: distance)
          }
        }
        found += nearest.sorted { $0.key < $1.key }.map(\.value)
      }
    }
    return found
  }

  private func found(_ changes: [(Candidate, TippingPoint.Target)], _ outcome: Int, distance: Int) -> Found {
    let isTried = changes.contains { if case .about = $0.1 { true } else { false } }
    let usesPrivateAnswers = isTried && candidates.contains { $0.question.isPrivate }
    let point = TippingPoint(
      changes: changes.map { TippingPoint.Change(question: $0.question, from: $0.from, to: $1) },
      verdict: tailor.playbook.verdicts[outcome],
      isPrivate: usesPrivateAnswers || changes.contains { $0.0.question.isPrivate })
    return Found(point: point, distance: distance)
  }
}
