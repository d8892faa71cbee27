public import Authoring
public import Diagnostics
import Rules

extension Playbook {
  /// Looks for content that no answers can bring into play: rules that never or always hold, levels behind
  /// others, gaps, verdicts, steps and outcomes that nothing leads to, criteria that never change a verdict,
  /// questions that nothing uses.
  ///
  /// A question that makes no sense for a team is tried as well, one at a time, where that could bring in what no
  /// answer does: a level behind one that hangs on it, or a rule that asks `has(...)`.
  ///
  /// Where a rule hangs on few questions, every way of answering them is tried, which proves what is said; else
  /// ways are drawn by seed, and the message says so.
  public func deepFindings() -> [Diagnostic] { Tailor(self).deepFindings() }
}

extension Tailor {
  /// Looks for content of the playbook that no answers can bring into play.
  public func deepFindings() -> [Diagnostic] { DeepCheck(self).run() }
}

/// Runs the rules of a playbook over ways of answering its questions.
struct DeepCheck {
  let tailor: Tailor
  /// A team that has answered nothing.
  let blank: Situation
  /// For each question about the subject, a team that has said of this one alone that it makes no sense.
  let withoutSense: [Situation]
  var findings: [Diagnostic] = []

  init(_ tailor: Tailor) {
    self.tailor = tailor
    var log = RuleLog.silent
    func situation(_ answers: [Name: Answer]) -> Situation {
      let input = Situation.Input(answers: answers, team: Situation.Input.unknownTeam)
      return Situation(input, tailor.derivation, log: &log)
    }
    blank = situation([:])
    withoutSense = tailor.derivation.questions.map { question in
      let answer = Answer(
        state: .notApplicable(""), origin: .own, location: question.location)
      return situation([question.id: answer])
    }
  }

  /// All findings, in the order of the files.
  func run() -> [Diagnostic] {
    var check = self
    for fact in tailor.playbook.facts { check.checkCondition(fact.rule, "facts.\(fact.id)") }
    for question in tailor.derivation.questions { check.checkCondition(question.when, "the question's rule") }
    for index in tailor.playbook.criteria.indices { check.checkCriterion(index) }
    check.checkDecision()
    check.checkUse()
    return check.findings.sortedForReading()
  }

  /// A rule that should be true for some answers and false for others.
  private mutating func checkCondition(_ rule: Rule?, _ subject: String) {
    guard let rule else { return }
    let reach = tailor.derivation.reach(of: [rule])
    var tally = Tally()
    for ground in grounds(reach.questions) {
      for number in 0..<ground.space.count {
        let answers = ground.space.answers(ground.space.way(number))
        let outcome = rule.evaluate(ground.situation.bindings(changing: answers, reach: reach))
        if case .value(let value) = outcome, !value.isBool { return }
        tally.add(outcome.holding, on: ground)
      }
    }
    report(tally, of: rule, SampleSpace(reach.questions, of: tailor), orElse: nil)
  }

  /// Reports a rule that was always or never true.
  ///
  /// - Parameter orElse: what is said instead where it is sometimes true and sometimes not.
  mutating func report(_ tally: Tally, of rule: Rule, _ space: SampleSpace, orElse other: Diagnostic?) {
    if tally.neverHolds {
      findings.append(.neverHolds(rule, space))
    } else if tally.alwaysHolds {
      findings.append(.alwaysHolds(rule, space))
    } else if let other {
      findings.append(other)
    }
  }
}

extension DeepCheck {
  /// What the rest is tried on: a team that has answered nothing, and for which one question may make no sense.
  struct Ground {
    let situation: Situation
    /// The ways of answering the other questions.
    let space: SampleSpace
    let hasSenselessQuestion: Bool
  }

  /// The team as it is, and once for each question of which it is to be tried that it makes no sense.
  ///
  /// - Parameter senseless: all where left out.
  func grounds(_ questions: some Collection<Int>, senseless: Set<Int>? = nil) -> [Ground] {
    let whole = SampleSpace(questions, of: tailor)
    let others = questions.filter { senseless?.contains($0) ?? true }.sorted().map { question in
      Ground(
        situation: withoutSense[question],
        space: SampleSpace(questions.filter { $0 != question }, of: tailor), hasSenselessQuestion: true)
    }
    return [Ground(situation: blank, space: whole, hasSenselessQuestion: false)] + others
  }
}

/// How often a rule was what.
struct Tally {
  private var holds = 0
  private var fails = 0
  private var isOpen = false

  /// - Parameter ground: where a question makes no sense, a rule that hangs on it says nothing.
  mutating func add(_ holding: Holding, on ground: DeepCheck.Ground) {
    switch holding {
    case .notApplicable where ground.hasSenselessQuestion: break
    case .holds: holds += 1
    case .fails, .notApplicable: fails += 1
    case .open: isOpen = true
    }
  }

  /// Whether it was false each time it ran.
  var neverHolds: Bool { !isOpen && holds == 0 && fails > 0 }
  /// Whether it was true each time it ran.
  var alwaysHolds: Bool { !isOpen && fails == 0 && holds > 0 }
}

extension RuleValue {
  fileprivate var isBool: Bool { if case .bool = self { true } else { false } }
}
