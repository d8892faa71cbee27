public import Authoring
public import Diagnostics
import Rules

extension Playbook {
  /// Looks for content that no answers can bring into play: rules that never or always hold, levels behind
  /// others, gaps, verdicts, steps and outcomes that nothing leads to, criteria that never change a verdict,
  /// questions that nothing uses.
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
  var findings: [Diagnostic] = []

  init(_ tailor: Tailor) {
    self.tailor = tailor
    var log = RuleLog.silent
    blank = Situation(
      Situation.Input(answers: [:], team: Situation.Input.unknownTeam), tailor.derivation, log: &log)
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
    let space = SampleSpace(reach.questions, of: tailor)
    var tally = Tally()
    for number in 0..<space.count {
      let answers = space.answers(space.way(number))
      let outcome = rule.evaluate(blank.bindings(changing: answers, reach: reach))
      if case .value(let value) = outcome, !value.isBool { return }
      tally.add(outcome.holding)
    }
    report(tally, of: rule, space, orElse: nil)
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

/// How often a rule was what.
struct Tally {
  private var holds = 0
  private var fails = 0
  private var isOpen = false

  mutating func add(_ holding: Holding) {
    switch holding {
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
