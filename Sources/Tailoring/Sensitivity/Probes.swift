import Authoring
import Rules

/// Answers to a question about a number among which all that rules can tell apart occur: the ends of its
/// range, each constant that rules compare it to, and the numbers on both sides of those. Where the number
/// enters arithmetic, others may matter, too, and a few are spread over the range.
struct Probes {
  /// How many numbers are spread over a range.
  private static let spread = 16

  /// Ascending.
  let values: [RuleValue]

  /// Nil for a question that asks for no number.
  init?(_ question: Question, _ thresholds: Thresholds) {
    let (limits, isWhole): (Question.Limits, Bool)
    switch question.kind {
    case .integer(let its): (limits, isWhole) = (its, true)
    case .number(let its): (limits, isWhole) = (its, false)
    case .boolean, .oneOf, .manyOf, .text, .date: return nil
    }
    var numbers = [limits.minimum, limits.maximum].compactMap(\.self)
    for constant in thresholds.constants {
      let (down, up) = (constant.rounded(.down), constant.rounded(.up))
      numbers += isWhole ? [up - 1, down, up, down + 1] : [constant.nextDown, constant, constant.nextUp]
    }
    if thresholds.entersArithmetic { numbers += Self.spread(over: limits) }
    let (least, most) = (limits.minimum ?? -.infinity, limits.maximum ?? .infinity)
    let allowed = Set(numbers.map { isWhole ? $0.rounded() : $0 }.filter { least <= $0 && $0 <= most })
    values = allowed.sorted().compactMap { number in
      isWhole ? Int64(exactly: number).map { .int($0) } : .double(number)
    }
  }

  /// Numbers spread evenly over a range; where it has no end, powers of ten.
  private static func spread(over limits: Question.Limits) -> [Double] {
    guard let least = limits.minimum, let most = limits.maximum else {
      let powers = sequence(first: 1.0) { $0 < 1e9 ? $0 * 10 : nil }
      return [0] + powers.flatMap { [$0, -$0] }
    }
    return (0...spread).map { least + (most - least) * Double($0) / Double(spread) }
  }
}
