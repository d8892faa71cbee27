import Authoring
import Rules

/// Tries every way of answering the open questions.
struct Enumeration {
  /// How many times criteria are run at most.
  ///
  /// Measured: one takes about ten microseconds.
  static let mostRuns = 320

  private var trials: VerdictTrials

  /// Nil where there are too many ways to try.
  init?(_ tailor: Tailor, _ situation: Situation, _ criteria: [TailoredCriterion]) {
    let reaches = criteria.indices.filter { criteria[$0].isOpen }.map { tailor.criterionReaches[$0] }
    guard let completions = Completions(of: reaches + [tailor.verdictReach], situation, tailor.derivation)
    else { return nil }
    let runs = reaches.reduce(0) { $0 + completions.ways(in: $1) }
    guard runs <= Self.mostRuns,
      let trials = VerdictTrials(tailor, situation, criteria, completions.variables)
    else { return nil }
    self.trials = trials
  }

  /// The verdicts that come out, by index.
  ///
  /// - Parameter limit: those that can come out at all; once all of them have, no further way is tried.
  mutating func verdicts(among limit: Set<Int>) -> Set<Int> {
    var found: Set<Int> = []
    var way = trials.variables.map { _ in 1 }
    repeat { found.insert(trials.verdict(way)) } while found.count < limit.count && advance(&way)
    return found
  }

  /// The next way; false after the last.
  private func advance(_ way: inout [Int]) -> Bool {
    for (index, variable) in trials.variables.enumerated() {
      way[index] += 1
      if way[index] <= variable.values.count { return true }
      way[index] = 1
    }
    return false
  }
}
