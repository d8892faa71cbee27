import Authoring
import Rules

extension Words {
  /// An answer as a person would write it: a choice by its label, a number with its unit.
  func text(of value: RuleValue, to question: Question) -> String {
    func label(_ id: String) -> String { question.choice(id)?.label ?? id }
    switch (value, question.kind) {
    case (.string(let id), .oneOf): return label(id)
    case (.list(let items), .manyOf): return list(items.map { label($0.rawText ?? "") })
    case (.int(let number), .integer(let limits)): return withUnit(self.number(number), limits.unit)
    case (.double(let number), .number(let limits)): return withUnit(self.number(number), limits.unit)
    case (_, .boolean), (_, .oneOf), (_, .manyOf), (_, .integer), (_, .number), (_, .text), (_, .date):
      return text(of: value)
    }
  }

  /// Any value as a person would write it.
  func text(of value: RuleValue) -> String {
    switch value {
    case .null: self[.noneChosen]
    case .bool(let flag): flag ? self[.yes] : self[.no]
    case .int(let number): self.number(number)
    case .double(let number): self.number(number)
    case .string(let text): text
    case .list(let items): list(items.map(text(of:)))
    case .map(let map): list(map.entries.map { text(of: $0.value) })
    }
  }
}

extension RuleValue {
  /// A string as it is.
  var rawText: String? {
    if case .string(let text) = self { text } else { nil }
  }
}
