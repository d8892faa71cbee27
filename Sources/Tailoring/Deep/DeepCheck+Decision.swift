import Authoring
import Diagnostics
import Rules

extension DeepCheck {
  /// Which verdicts come out, which criteria ever change one, and which steps and outcomes follow.
  mutating func checkDecision() {
    let space = SampleSpace(tailor.questionsBehindVerdict, of: tailor)
    var log = RuleLog.silent
    let criteria = tailor.criteria(in: blank, log: &log)
    guard var trials = VerdictTrials(tailor, blank, criteria, space.variables) else { return }
    var ways = (0..<space.count).map { space.way($0) }
    if !space.isExact { ways += climbed(&trials) }
    checkVerdicts(&trials, ways, space)
    checkInfluence(&trials, ways, space)
    checkSteps(&trials, ways, space)
  }

  private mutating func checkVerdicts(
    _ trials: inout VerdictTrials, _ ways: [[Int]], _ space: SampleSpace
  ) {
    var reached: Set<Int> = []
    for way in ways { reached.insert(trials.verdict(way)) }
    for (index, verdict) in tailor.playbook.verdicts.enumerated() where !reached.contains(index) {
      findings.append(.unreachedVerdict(verdict, space))
    }
  }

  /// A criterion without which every verdict is the same.
  private mutating func checkInfluence(
    _ trials: inout VerdictTrials, _ ways: [[Int]], _ space: SampleSpace
  ) {
    var idle = Set(tailor.playbook.criteria.indices)
    for way in ways where !idle.isEmpty { idle.subtract(trials.decisiveCriteria(way, among: idle)) }
    for index in idle.sorted() { findings.append(.idleCriterion(tailor.playbook.criteria[index], space)) }
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
              }
              visited.append(way)
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
