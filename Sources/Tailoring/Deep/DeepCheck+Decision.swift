import Authoring
import Diagnostics
import Rules

extension DeepCheck {
  /// Which verdicts come out, which criteria ever change one, and which steps and outcomes follow.
  ///
  /// That a question makes no sense is tried for those that rules ask `has(...)` of: for the others it can only
  /// take points away, and trying it for each would take as long again for each.
  mutating func checkDecision() {
    let playbook = tailor.playbook
    var unreached = Set(playbook.verdicts.indices)
    var idle = Set(playbook.criteria.indices)
    var unused = UnusedSteps(tailor)
    let grounds = grounds(
      tailor.questionsBehindVerdict, senseless: tailor.derivation.questionsInHas(of: playbook.rules))
    for ground in grounds {
      var log = RuleLog.silent
      let criteria = tailor.criteria(in: ground.situation, log: &log)
      guard var trials = VerdictTrials(tailor, ground.situation, criteria, ground.space.variables) else {
        return
      }
      var ways = (0..<ground.space.count).map { ground.space.way($0) }
      if !ground.space.isExact { ways += climbed(&trials) }
      for way in ways { unreached.remove(trials.verdict(way)) }
      // A criterion without which every verdict is the same is idle.
      for way in ways where !idle.isEmpty { idle.subtract(trials.decisiveCriteria(way, among: idle)) }
      unused.run(on: ground, &trials, ways)
    }
    let space = grounds[0].space
    findings += unreached.sorted().map { .unreachedVerdict(playbook.verdicts[$0], space) }
    findings += idle.sorted().map { .idleCriterion(playbook.criteria[$0], space) }
    findings += unused.findings
  }

  /// Ways on which one option has as many points more than the others as can be found by changing one
  /// answer after the other, with as few verdicts ruled out as can be and without regard to that.
  private func climbed(_ trials: inout VerdictTrials) -> [[Int]] {
    var visited: [[Int]] = []
    for option in tailor.playbook.options.indices {
      for avoidsRulings in [true, false] {
        for start in 0..<3 {
          var way = trials.variables.map { variable in
            variable.values.isEmpty
              ? 0 : 1 + Draws(for: "\(option)").index(start + variable.question, below: variable.values.count)
          }
          var best = value(of: way, option, avoidsRulings, &trials)
          var improves = true
          while improves {
            improves = false
            for (index, variable) in trials.variables.enumerated() where !variable.values.isEmpty {
              for digit in 1...variable.values.count {
                var other = way
                other[index] = digit
                let found = value(of: other, option, avoidsRulings, &trials)
                if best < found { (best, way, improves) = (found, other, true) }
                visited.append(other)
              }
            }
          }
        }
      }
    }
    return visited
  }

  private func value(
    of way: [Int], _ option: Int, _ avoidsRulings: Bool, _ trials: inout VerdictTrials
  ) -> (Int, Int64) {
    let result = trials.result(way)
    let others = result.scores.reduce(0) { $0 + $1.billionths } - result.scores[option].billionths
    return (
      avoidsRulings ? -result.ruledOut.nonzeroBitCount : 0, result.scores[option].billionths - others
    )
  }
}
