package import Authoring
package import Rules

extension Question {
  /// An answer in plain words: a choice by its label, a number with its unit.
  ///
  /// - Parameter none: stands for no choice of several.
  package func plainText(of value: RuleValue, none: String = "none") -> String {
    switch value {
    case .bool(let flag): flag ? "yes" : "no"
    case .string(let text): choice(text)?.label ?? text
    case .list(let items): items.isEmpty ? none : items.map { plainText(of: $0) }.joinedInWords
    case .int(let number): "\(number)\(unitInWords)"
    case .double(let number): "\(number.plain)\(unitInWords)"
    case .null, .map: value.json
    }
  }

  private var unitInWords: String {
    switch kind {
    case .integer(let limits), .number(let limits): limits.unit.map { " \($0)" } ?? ""
    case .boolean, .oneOf, .manyOf, .text, .date: ""
    }
  }
}
