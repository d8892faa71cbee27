import Authoring
import Rules
import Tailoring

extension Question {
  /// Reads an answer that was typed; nil where it is none.
  ///
  /// Choices are given by their numbers, from 1, or by their ids; several with commas between them, and `0` for
  /// none of them.
  func value(typed text: String) -> RuleValue? {
    switch kind {
    case .boolean:
      switch text.lowercased() {
      case "y", "yes", "true": return .bool(true)
      case "n", "no", "false": return .bool(false)
      default: return nil
      }
    case .oneOf: return choice(typed: text).map { .string($0.id.text) }
    case .manyOf: return chosen(typed: text)
    case .integer(let limits):
      guard let number = Int64(limits.withoutUnit(text)), limits.allows(Double(number)) else { return nil }
      return .int(number)
    case .number(let limits):
      guard let number = Double(plain: limits.withoutUnit(text)), limits.allows(number) else { return nil }
      return .double(number)
    case .text: return .string(text)
    case .date: return CalendarDate(text).map { .string($0.description) }
    }
  }

  /// What can be typed: `1 to 3`, `a whole number from 0 to 100`.
  var expectation: String {
    switch kind {
    case .boolean: "y or n"
    case .oneOf(let choices): choices.count == 1 ? "1" : "a number from 1 to \(choices.count)"
    case .manyOf(let choices):
      choices.count < 2
        ? "1, or 0 for none" : "numbers with commas, such as 1,\(min(3, choices.count)), or 0 for none"
    case .integer(let limits): "a whole number\(limits.inWords)"
    case .number(let limits): "a number such as 3.5\(limits.inWords)"
    case .text: "a text on one line"
    case .date: "a date such as 2027-01-31"
    }
  }

  private func choice(typed text: String) -> Choice? {
    if let number = Int(text) { return choices.indices.contains(number - 1) ? choices[number - 1] : nil }
    return choice(text)
  }

  private func chosen(typed text: String) -> RuleValue? {
    let parts = text.split { $0 == "," || $0 == " " }.map(String.init)
    if parts == ["0"] { return .list([]) }
    let typed = parts.compactMap(choice(typed:)).map(\.id)
    guard typed.count == parts.count, !parts.isEmpty else { return nil }
    return .list(choices.map(\.id).filter(typed.contains).map { .string($0.text) })
  }
}

extension Question.Limits {
  /// Whether a number lies within, and is one that files can hold exactly.
  fileprivate func allows(_ number: Double) -> Bool {
    abs(number) <= 9_007_199_254_740_992 && number >= minimum ?? -.infinity && number <= maximum ?? .infinity
  }

  /// The text without the unit at its end, which people type as well.
  fileprivate func withoutUnit(_ text: String) -> String {
    guard let unit, text.lowercased().hasSuffix(unit.lowercased()) else { return text }
    return String(text.dropLast(unit.count)).trimmed
  }

  /// ` of days from 0 to 100`; empty without unit and limits.
  fileprivate var inWords: String {
    let unit = self.unit.map { " of \($0)" } ?? ""
    return switch (minimum, maximum) {
    case (let minimum?, let maximum?): "\(unit) from \(minimum.plain) to \(maximum.plain)"
    case (let minimum?, nil): "\(unit) from \(minimum.plain)"
    case (nil, let maximum?): "\(unit) up to \(maximum.plain)"
    case (nil, nil): unit
    }
  }
}

extension Double {
  /// Reads decimal digits; nil for anything else, such as `0x10`, `inf` or `1,5`.
  init?(plain text: String) {
    guard text.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }) else { return nil }
    self.init(text)
  }
}
