import Authoring
import Rules

extension Question {
  /// An answer as a person would write it.
  func text(of value: RuleValue) -> String {
    switch (value, kind) {
    case (.string(let id), .oneOf): choice(id)?.label ?? id
    case (.list(let items), _):
      items.isEmpty ? "none of them" : items.map { text(ofChoice: $0) }.joinedInWords
    case (.bool(let flag), _): flag ? "yes" : "no"
    case (.int(let number), .integer(let limits)): limits.with("\(number)")
    case (.double(let number), .number(let limits)): limits.with(number.plain)
    case (.string(let text), _): text
    case (.int(let number), _): "\(number)"
    case (.double(let number), _): number.plain
    case (.null, _), (.map, _): ""
    }
  }

  private func text(ofChoice value: RuleValue) -> String {
    guard case .string(let id) = value else { return "" }
    return choice(id)?.label ?? id
  }
}

extension Question.Limits {
  fileprivate func with(_ number: String) -> String { unit.map { "\(number) \($0)" } ?? number }
}

extension [String] {
  /// `a, b and c`
  var joinedInWords: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Int {
  /// `1 question`, `3 questions`.
  func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
