public import Authoring
import Diagnostics
public import Rules

/// How results are put into words: those of a terminal, or those of a site.
public struct Wording: Sendable {
  let answer: @Sendable (RuleValue, Question) -> String
  let list: @Sendable ([String]) -> String
  let share: @Sendable (Double) -> String
  let number: @Sendable (Double) -> String
  let say: @Sendable (Sentence, [String]) -> String

  /// Makes a wording.
  ///
  /// - Parameters:
  ///   - answer: an answer as a person would write it.
  ///   - list: several things in one phrase.
  ///   - share: a part of a whole, from 0 to 1.
  ///   - number: a number of points.
  ///   - say: a sentence, with values in the order of their names.
  public init(
    answer: @escaping @Sendable (RuleValue, Question) -> String,
    list: @escaping @Sendable ([String]) -> String, share: @escaping @Sendable (Double) -> String,
    number: @escaping @Sendable (Double) -> String, say: @escaping @Sendable (Sentence, [String]) -> String
  ) {
    self.answer = answer
    self.list = list
    self.share = share
    self.number = number
    self.say = say
  }

  /// That of a terminal.
  static let plain = Wording(
    answer: { $1.plainText(of: $0) }, list: \.joinedInWords, share: \.percent, number: \.plain,
    say: { $0.english($1) })
}

// Words for diagnostics and explanations.

extension Double {
  /// Without a fraction that is zero: 1, 0.7.
  package var plain: String { Int64(exactly: self).map { "\($0)" } ?? "\(self)" }

  /// In whole percent.
  var percent: String { "\(Int((self * 100).rounded()))%" }
}

extension [String] {
  /// `'a', 'b' and 'c'`
  var quoted: String { map { "'\($0)'" }.joinedInWords }

  /// `a, b and c`
  package var joinedInWords: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

extension String {
  /// With each run of white space as one space, and other control characters made visible.
  var oneLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ").withoutControls
  }
}
