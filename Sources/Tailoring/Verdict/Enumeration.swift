import Authoring
import Rules

/// Tries every way of answering the open questions.
///
/// Each open criterion is tabulated over the few questions that it hangs on; then a way of answering all
/// of them is a look-up in each table and a sum. Rules of verdicts run once for each different result.
struct Enumeration {
  /// How many times criteria are run at most to fill the tables.
  ///
  /// Measured: one takes about ten microseconds.
  static let mostRuns = 256

  private let verdicts: [Verdict]
  private let situation: Situation
  private let completions: Completions
  private let slots: PointSlots
  private let tables: [(criterion: Slug, table: CriterionTable)]
  private let base: [Points]
  private let baseRuledOut: UInt64
  /// What the rules of verdicts see of criteria that are known.
  private let knownStrengths: [(criterion: Slug, strength: Binding)]
  /// What the rules of verdicts use beside scores.
  private let verdictReach: Reach
  private let verdictVariables: [Int]

  /// Fills the tables; nil where there are too many ways to try.
  init?(_ tailor: Tailor, _ situation: Situation, _ criteria: [TailoredCriterion]) {
    let open = criteria.indices.filter { criteria[$0].isOpen }
    let reaches = open.map { tailor.criterionReaches[$0] } + [tailor.verdictReach]
    guard let slots = PointSlots(tailor.playbook),
      let completions = Completions(of: reaches, situation, tailor.derivation)
    else { return nil }
    let runs = reaches.reduce(0) { $0 + completions.ways(of: completions.variables(in: $1)) }
    guard runs <= Self.mostRuns else { return nil }

    verdicts = tailor.playbook.verdicts
    self.situation = situation
    self.completions = completions
    self.slots = slots
    tables = open.map { index in
      let criterion = criteria[index].criterion
      return (
        criterion.id,
        CriterionTable(
          of: criterion, reach: tailor.criterionReaches[index], completions, situation, slots)
      )
    }
    let known = criteria.filter { !$0.isOpen }
    var base = [Points](repeating: .zero, count: slots.count)
    var ruledOut: UInt64 = 0
    for entry in known.map({ CriterionTable.Entry($0, slots) }) {
      if let (slot, points) = entry.points { base[slot] += points }
      ruledOut |= entry.ruledOut
    }
    self.base = base
    baseRuledOut = ruledOut
    knownStrengths = known.filter(\.isReason).map { ($0.criterion.id, .value(.double($0.strength))) }
    verdictReach = tailor.verdictReach
    verdictVariables = completions.variables(in: tailor.verdictReach)
  }

  /// The verdicts that come out, by index.
  ///
  /// - Parameter limit: those that can come out at all; once all of them have, no further way is tried.
  func verdicts(among limit: Set<Int>) -> Set<Int> {
    var found: Set<Int> = []
    var digits = [Int](repeating: 0, count: completions.variables.count)
    var known: [Result: UInt64] = [:]
    repeat {
      var sums = base
      var ruledOut = baseRuledOut
      for (_, table) in tables {
        let entry = table.entries[way(of: table.variables, digits)]
        if let (slot, points) = entry.points { sums[slot] += points }
        ruledOut |= entry.ruledOut
      }
      let result = Result(scores: slots.scores(sums), verdictWay: way(of: verdictVariables, digits))
      let holding = known[result] ?? holding(result, digits)
      known[result] = holding
      found.insert((holding & ~ruledOut).trailingZeroBitCount)
    } while found != limit && advance(&digits)
    return found
  }
}

extension Enumeration {
  /// What the rules of verdicts depend on.
  private struct Result: Hashable {
    var scores: [Points]
    /// The answers that the rules use directly, as a number.
    var verdictWay: Int
  }

  /// The verdicts whose rules hold, as bits by index.
  private func holding(_ result: Result, _ digits: [Int]) -> UInt64 {
    let values = completions.values(ofWay: result.verdictWay, verdictVariables)
    let bindings = situation.completed(with: values, reach: verdictReach).adding(
      strengths: knownStrengths
        + tables.map {
          ($0.criterion, .value(.double($0.table.entries[way(of: $0.table.variables, digits)].strength)))
        },
      scores: zip(slots.options, result.scores).map { ($0.id, .value(.double($1.number))) })
    var bits: UInt64 = 0
    for (index, verdict) in verdicts.enumerated()
    where index == verdicts.count - 1 || verdict.when?.evaluate(bindings).holding ?? .holds == .holds {
      bits |= 1 << UInt64(index)
    }
    return bits
  }

  private func way(of some: [Int], _ digits: [Int]) -> Int {
    var way = 0
    for index in some.reversed() { way = way * completions.variables[index].domain.count + digits[index] }
    return way
  }

  /// The next way; false after the last.
  private func advance(_ digits: inout [Int]) -> Bool {
    for index in digits.indices {
      digits[index] += 1
      if digits[index] < completions.variables[index].domain.count { return true }
      digits[index] = 0
    }
    return false
  }
}
