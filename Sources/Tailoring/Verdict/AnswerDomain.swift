import Authoring
import Rules

extension Question {
  /// All answers to a question; nil where there are too many to try.
  ///
  /// Choices of `many_of` come in the order of the question; a rule has no use for another.
  ///
  /// - Parameter limit: how many answers may be tried.
  func domain(atMost limit: Int) -> [RuleValue]? {
    switch kind {
    case .boolean: return [.bool(false), .bool(true)]
    case .oneOf(let choices): return choices.count <= limit ? choices.map { .string($0.id.text) } : nil
    case .manyOf(let choices):
      guard choices.count < Int.bitWidth - 2, 1 << choices.count <= limit else { return nil }
      return (0..<1 << choices.count).map { chosen in
        .list(
          choices.enumerated().filter { chosen >> $0.offset & 1 == 1 }.map { .string($0.element.id.text) })
      }
    case .integer(let limits):
      guard let least = limits.minimum.flatMap({ Int64(exactly: $0.rounded(.up)) }),
        let most = limits.maximum.flatMap({ Int64(exactly: $0.rounded(.down)) }), least <= most,
        most.subtractingReportingOverflow(least).partialValue >= 0, most - least < limit
      else { return nil }
      return (least...most).map { .int($0) }
    case .number, .text, .date: return nil
    }
  }
}
