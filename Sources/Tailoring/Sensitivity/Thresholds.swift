import Authoring
import Rules

/// The numbers at which rules change their minds about a question's answer.
struct Thresholds {
  /// The constants that rules compare it to, ascending.
  private(set) var constants: [Double] = []
  /// Whether a rule uses it in another way, such as in a sum, so that other numbers may matter, too.
  private(set) var entersArithmetic = false

  /// By the name of the question, for all that the rules of a playbook say before steps.
  static func all(in playbook: Playbook) -> [String: Thresholds] {
    all(
      in: playbook.questions.compactMap(\.when) + playbook.facts.map(\.rule)
        + playbook.criteria.flatMap(\.rules) + playbook.verdicts.compactMap(\.when),
      of: playbook.questions, calledBy: ["answers"])
  }

  /// By the name of the question, for all that some rules say.
  ///
  /// - Parameter groups: the names before the question's own, such as `answers`.
  static func all(in rules: [Rule], of questions: [Question], calledBy groups: Set<String>) -> [String:
    Thresholds]
  {
    var found: [String: Thresholds] = [:]
    for (path, use) in rules.flatMap(\.nameUses) where groups.contains(path.first ?? "") {
      for name in path.count > 1 ? [path[1]] : questions.map(\.id.text) {
        found[name, default: Thresholds()].add(use)
      }
    }
    return found.mapValues { thresholds in
      var sorted = thresholds
      sorted.constants = Set(thresholds.constants).sorted()
      return sorted
    }
  }

  private mutating func add(_ use: NameUse) {
    switch use {
    case .compared(let values): constants += values.compactMap(\.number)
    case .otherwise: entersArithmetic = true
    }
  }
}

extension RuleValue {
  /// A finite number as a double.
  var number: Double? {
    switch self {
    case .int(let number): Double(number)
    case .double(let number) where number.isFinite: number
    case .null, .bool, .double, .string, .list, .map: nil
    }
  }
}
