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
  static let mostRuns = 320

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
    let reaches = open.map { tailor.criterionReaches[$0] }
    guard let slots = PointSlots(tailor.playbook),
      let completions = Completions(of: reaches + [tailor.verdictReach], situation, tailor.derivation)
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
    var found: UInt64 = 0
    var digits = [Int](repeating: 0, count: completions.variables.count)
    var rules = VerdictRules()
    repeat {
      var sums = base
      var ruledOut = baseRuledOut
      for (_, table) in tables {
        let entry = table.entries[way(of: table.variables, digits)]
        if let (slot, points) = entry.points { sums[slot] += points }
        ruledOut |= entry.ruledOut
      }
      let holding = holding(slots.scores(sums), digits, &rules) & ~ruledOut
      found |= holding & ~(holding - 1)
    } while found.nonzeroBitCount < limit.count && advance(&digits)
    return Set(verdicts.indices.filter { found >> UInt64($0) & 1 == 1 })
  }
}

extension Enumeration {
  /// What rules of verdicts came to before.
  private struct VerdictRules {
    /// What they depend on.
    struct Ground: Hashable {
      var scores: [Points]
      /// The answers that they use directly, as a number.
      var way: Int
    }

    /// The verdicts whose rules hold, as bits by index.
    var holding: [Ground: UInt64] = [:]
    /// What they see beside scores, by way.
    var bindings: [Int: Bindings] = [:]
  }

  /// The verdicts whose rules hold, as bits by index; the last always does.
  private func holding(_ scores: [Points], _ digits: [Int], _ rules: inout VerdictRules) -> UInt64 {
    let ground = VerdictRules.Ground(scores: scores, way: way(of: verdictVariables, digits))
    if let known = rules.holding[ground] { return known }
    var bindings = rules.bindings[ground.way] ?? bindings(ofWay: ground.way, digits)
    rules.bindings[ground.way] = bindings
    bindings["score"] = .record(
      Dictionary(zip(slots.options, scores).map { ($0.id.text, .value(.double($1.number))) }) { first, _ in
        first
      })
    var bits: UInt64 = 0
    for (index, verdict) in verdicts.enumerated()
    where index == verdicts.count - 1 || verdict.when?.evaluate(bindings).holding ?? .holds == .holds {
      bits |= 1 << UInt64(index)
    }
    rules.holding[ground] = bits
    return bits
  }

  /// What rules of verdicts see beside scores. The criteria that they name depend on nothing but the way.
  private func bindings(ofWay way: Int, _ digits: [Int]) -> Bindings {
    let strengths = tables.map { criterion, table in
      (criterion, Binding.value(.double(table.entries[self.way(of: table.variables, digits)].strength)))
    }
    return situation.completed(with: completions.values(ofWay: way, verdictVariables), reach: verdictReach)
      .adding(strengths: knownStrengths + strengths, scores: [])
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
