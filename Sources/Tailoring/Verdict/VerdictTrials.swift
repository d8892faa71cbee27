import Authoring
import Diagnostics
import Rules

/// The verdict so far with other answers, tried as often as needed.
///
/// A criterion hangs on few questions. What it comes to is worked out once for each way of answering those,
/// when it is first asked for; then another way of answering everything is a look-up for each criterion that
/// hangs on a changed answer, and a sum. Rules of verdicts run once for each different result.
struct VerdictTrials {
  /// A question to which other answers are tried.
  struct Variable {
    /// Its index among the questions about the subject.
    var question: Int
    /// The answers that are tried.
    var values: [RuleValue]
  }

  /// In the order of the questions.
  let variables: [Variable]
  private let tailor: Tailor
  private let situation: Situation
  /// Where points go.
  let slots: PointSlots
  private let criterionTrials: CriterionTrials
  private var tables: [CriterionTable]
  /// The tables that hang on each variable.
  private let tablesOfVariable: [[Int]]
  /// What all criteria come to together with the answers as they are.
  private let tallyAsItIs: VerdictTally
  private let fixedStrengths: [(criterion: Slug, strength: Binding)]
  private let verdictVariables: [Int]
  private var holding: [Ground: UInt64] = [:]
  private var bindings: [[Int]: Bindings] = [:]

  /// What the rules of verdicts depend on.
  private struct Ground: Hashable {
    var scores: [Points]
    /// The digits of the questions that they use directly.
    var way: [Int]
  }

  /// Prepares trials; nil for more verdicts than the bits of a word.
  init?(_ tailor: Tailor, _ situation: Situation, _ criteria: [TailoredCriterion], _ variables: [Variable]) {
    guard let slots = PointSlots(tailor.playbook) else { return nil }
    self.variables = variables
    self.tailor = tailor
    self.situation = situation
    self.slots = slots
    criterionTrials = CriterionTrials(tailor, situation, slots)
    func inside(_ reach: Reach) -> [Int] {
      variables.indices.filter { reach.questions.contains(variables[$0].question) }
    }
    var tables: [CriterionTable] = []
    var tally = VerdictTally(slots, verdicts: tailor.playbook.verdicts.count)
    var strengths: [(Slug, Binding)] = []
    for (index, criterion) in criteria.enumerated() {
      let entry = CriterionTable.Entry(criterion, slots)
      tally.add(entry)
      let hangsOn = inside(tailor.criterionReaches[index])
      if !hangsOn.isEmpty {
        tables.append(CriterionTable(index, hangsOn, asItIs: entry, of: variables))
      } else if criterion.isReason {
        strengths.append((criterion.criterion.id, .value(.double(entry.strength))))
      }
    }
    var tablesOfVariable = [[Int]](repeating: [], count: variables.count)
    for (index, table) in tables.enumerated() {
      for variable in table.variables { tablesOfVariable[variable].append(index) }
    }
    self.tables = tables
    self.tablesOfVariable = tablesOfVariable
    tallyAsItIs = tally
    fixedStrengths = strengths
    verdictVariables = inside(tailor.verdictReach)
  }

  /// What comes out.
  struct Result {
    /// The points of each option.
    var scores: [Points]
    /// The verdicts that conditions rule out, as bits by index.
    var ruledOut: UInt64
    /// The verdict so far, by index.
    var verdict: Int
  }

  /// The verdict so far, by index.
  ///
  /// - Parameter way: a digit for each variable: 0 for the answer as it is, `n` for the variable's value
  ///   `n - 1`.
  mutating func verdict(_ way: [Int]) -> Int { result(way).verdict }

  /// What comes out on a way.
  mutating func result(_ way: [Int]) -> Result {
    let tally = tally(way)
    let scores = slots.scores(tally.points)
    let verdict = (verdictsHolding(scores, way) & ~tally.ruledOut).trailingZeroBitCount
    return Result(scores: scores, ruledOut: tally.ruledOut, verdict: verdict)
  }

  /// What all criteria come to together on a way.
  private mutating func tally(_ way: [Int]) -> VerdictTally {
    var tally = tallyAsItIs
    var isChanged = [Bool](repeating: false, count: tables.count)
    for (variable, digit) in way.enumerated() where digit > 0 {
      for table in tablesOfVariable[variable] where !isChanged[table] {
        isChanged[table] = true
        tally.remove(tables[table].asItIs)
        tally.add(entry(ofTable: table, way))
      }
    }
    return tally
  }

  /// The criteria, by index, without which the verdict on a way would be another.
  ///
  /// - Parameter some: those that are tried.
  mutating func decisiveCriteria(_ way: [Int], among some: Set<Int>) -> [Int] {
    let entries = tables.indices.map { entry(ofTable: $0, way) }
    let tally = tally(way)
    let verdict = (verdictsHolding(slots.scores(tally.points), way) & ~tally.ruledOut).trailingZeroBitCount
    return tables.indices.filter { index in
      let entry = entries[index]
      guard some.contains(tables[index].criterion), entry.points != nil || entry.ruledOut != 0 else {
        return false
      }
      var without = tally
      without.remove(entry)
      let scores = slots.scores(without.points)
      return (verdictsHolding(scores, way) & ~without.ruledOut).trailingZeroBitCount != verdict
    }.map { tables[$0].criterion }
  }

  /// The strengths that come out on a way, by criterion; only of those that hang on a variable.
  mutating func strengths(_ way: [Int]) -> [(criterion: Slug, strength: Double)] {
    tables.indices.map { index in
      (tailor.playbook.criteria[tables[index].criterion].id, entry(ofTable: index, way).strength)
    }
  }

  /// The verdict so far, by index, with the answers as they are and other points, by slot.
  mutating func verdict(bringing sums: [Points]) -> Int {
    var bindings = bindings(for: asItIs)
    bindings.bindScores(slots.options, slots.scores(sums))
    return tailor.playbook.verdicts.indices.first {
      tallyAsItIs.ruledOut & 1 << UInt64($0) == 0 && holds($0, bindings)
    } ?? tailor.playbook.verdicts.count - 1
  }

  /// The way on which every answer is as it is.
  var asItIs: [Int] { variables.map { _ in 0 } }

  private mutating func entry(ofTable index: Int, _ way: [Int]) -> CriterionTable.Entry {
    let key = tables[index].key(of: way)
    if key == 0 { return tables[index].asItIs }
    if let key, let known = tables[index].entries[key] { return known }
    let entry = criterionTrials.entry(
      of: tables[index].criterion, changing: values(of: tables[index].variables, way))
    if let key { tables[index].entries[key] = entry }
    return entry
  }

  /// The other answers of a way, by question.
  private func values(of some: [Int], _ way: [Int]) -> [Int: RuleValue] {
    var values: [Int: RuleValue] = [:]
    for index in some where way[index] > 0 {
      values[variables[index].question] = variables[index].values[way[index] - 1]
    }
    return values
  }

  private mutating func verdictsHolding(_ scores: [Points], _ way: [Int]) -> UInt64 {
    let ground = Ground(scores: scores, way: verdictVariables.map { way[$0] })
    if let known = holding[ground] { return known }
    let bits = verdictsHolding(scores, bindings(for: way))
    holding[ground] = bits
    return bits
  }

  /// The verdicts whose rules hold, as bits by index; the last always does.
  private func verdictsHolding(_ scores: [Points], _ bindings: Bindings) -> UInt64 {
    var bindings = bindings
    bindings.bindScores(slots.options, scores)
    return tailor.playbook.verdicts.indices.reduce(0) { holds($1, bindings) ? $0 | 1 << UInt64($1) : $0 }
  }

  /// Whether the rule of a verdict holds; the last always does.
  private func holds(_ verdict: Int, _ bindings: Bindings) -> Bool {
    let verdicts = tailor.playbook.verdicts
    return verdict == verdicts.count - 1
      || verdicts[verdict].when?.evaluate(bindings).holding ?? .holds == .holds
  }

  private mutating func bindings(for way: [Int]) -> Bindings {
    let key = verdictVariables.map { way[$0] }
    if let known = bindings[key] { return known }
    let made = verdictBindings(way)
    bindings[key] = made
    return made
  }

  /// What rules of verdicts see beside scores. The criteria that they name hang on nothing but the way.
  private mutating func verdictBindings(_ way: [Int]) -> Bindings {
    let strengths = strengths(way).map { ($0.criterion, Binding.value(.double($0.strength))) }
    return situation.bindings(changing: values(of: verdictVariables, way), reach: tailor.verdictReach)
      .adding(strengths: fixedStrengths + strengths, scores: [])
  }
}

extension Bindings {
  /// Binds the points of each option.
  mutating func bindScores(_ options: [Option], _ scores: [Points]) {
    self["score"] = .record(
      Dictionary(zip(options, scores).map { ($0.id.text, .value(.double($1.number))) }) { first, _ in first })
  }
}
