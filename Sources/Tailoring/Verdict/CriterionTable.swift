import Authoring
import Diagnostics
import Rules

/// What a criterion comes to for the ways of answering that were tried.
struct CriterionTable {
  /// One way's result.
  struct Entry: Sendable {
    /// Where the points go, and how many; nil where it brings none.
    var points: (slot: Int, Points)?
    var strength: Double
    /// The verdicts that it rules out, as bits by index.
    var ruledOut: UInt64
  }

  /// Its index among the playbook's criteria.
  let criterion: Int
  /// The variables that it hangs on, by index.
  let variables: [Int]
  /// What it comes to with all answers as they are.
  let asItIs: Entry
  /// What was worked out for other ways, by key.
  var entries: [Int: Entry] = [:]
  /// What a digit of each variable counts in a key; nil where keys do not fit a word.
  private let strides: [Int]?

  /// A table in which nothing was tried yet.
  init(_ criterion: Int, _ variables: [Int], asItIs: Entry, of all: [VerdictTrials.Variable]) {
    self.criterion = criterion
    self.variables = variables
    self.asItIs = asItIs
    var strides: [Int]? = []
    var ways = 1
    for index in variables {
      strides?.append(ways)
      let (product, overflow) = ways.multipliedReportingOverflow(by: all[index].values.count + 1)
      if overflow { strides = nil }
      ways = overflow ? 1 : product
    }
    self.strides = strides
  }

  /// The key of a way, 0 where all answers are as they are; nil where there is none.
  func key(of way: [Int]) -> Int? {
    guard let strides else { return nil }
    var key = 0
    for (index, stride) in zip(variables, strides) { key += way[index] * stride }
    return key
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
