import Authoring
import Diagnostics
import Rules

/// What an open criterion comes to for each way of answering the questions that it hangs on.
struct CriterionTable {
  /// One way's result.
  struct Entry {
    /// Where the points go, and how many; nil where it brings none.
    var points: (slot: Int, Points)?
    var strength: Double
    /// The verdicts that it rules out, as bits by index.
    var ruledOut: UInt64
  }

  /// The variables that it hangs on, by index into those of the completions.
  let variables: [Int]
  /// By way.
  let entries: [Entry]

  /// Tabulates a criterion.
  init(
    of criterion: Criterion, reach: Reach, _ completions: Completions, _ situation: Situation,
    _ slots: PointSlots
  ) {
    let variables = completions.variables(in: reach)
    var log = RuleLog.silent
    self.variables = variables
    entries = (0..<completions.ways(of: variables)).map { way in
      let bindings = situation.completed(with: completions.values(ofWay: way, variables), reach: reach)
      let concern = log.outcome(of: criterion.when, in: bindings).holding
      return Entry(
        criterion.tailored(in: bindings, concern: concern, mayTurnNotApplicable: false, log: &log), slots)
    }
  }
}

extension CriterionTable.Entry {
  /// The part of a criterion's result that the verdict depends on.
  init(_ result: TailoredCriterion, _ slots: PointSlots) {
    strength = result.strength
    points = result.points > 0 ? slots.slot(of: result).map { ($0, Points(result.points)) } : nil
    ruledOut = 0
    for ruling in result.rulings where ruling.state.isCertain {
      for verdict in ruling.ruling.verdicts { ruledOut |= slots.verdictBit[verdict.value] ?? 0 }
    }
  }
}

/// Where points go: a place for each theme and option, the last theme standing for none.
struct PointSlots {
  let themes: [Theme]
  let options: [Option]
  let verdictBit: [Name: UInt64]

  /// Nil where there are more verdicts than bits.
  init?(_ playbook: Playbook) {
    guard playbook.verdicts.count <= UInt64.bitWidth else { return nil }
    themes = playbook.themes
    options = playbook.options
    // The last verdict cannot be ruled out.
    verdictBit = Dictionary(
      playbook.verdicts.dropLast().enumerated().map { ($1.id, 1 << UInt64($0)) }
    ) { first, _ in first }
  }

  /// How many places there are.
  var count: Int { (themes.count + 1) * options.count }

  /// Where a criterion's points go.
  func slot(of result: TailoredCriterion) -> Int? {
    let theme = themes.firstIndex { $0.id == result.criterion.theme?.value } ?? themes.count
    return options.firstIndex { $0.id == result.option }.map { theme * options.count + $0 }
  }

  /// The score of each option.
  func scores(_ sums: [Points]) -> [Points] {
    options.indices.map { option in
      (0...themes.count).reduce(.zero) { sum, theme in
        let points = sums[theme * options.count + option]
        return sum + (theme < themes.count ? themes[theme].capped(points) : points)
      }
    }
  }
}
