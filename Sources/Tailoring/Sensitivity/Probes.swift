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
    if thresholds.entersArithmetic { numbers += Self.spread(over: limits, numbers) }
    let (least, most) = (limits.minimum ?? -.infinity, limits.maximum ?? .infinity)
    let allowed = Set(numbers.map { isWhole ? $0.rounded() : $0 }.filter { least <= $0 && $0 <= most })
    values = allowed.sorted().compactMap { number in
      isWhole ? Int64(exactly: number).map { .int($0) } : .double(number)
    }
  }

  /// Numbers between the ends of a range; without an end, as far again as the farthest number beyond it.
  private static func spread(over limits: Question.Limits, _ numbers: [Double]) -> [Double] {
    let reach = max(numbers.map(\.magnitude).max() ?? 0, 1) * 2
    let least = limits.minimum ?? -reach
    let most = limits.maximum ?? reach
    return (0...spread).map { least + (most - least) * Double($0) / Double(spread) }
  }
}
