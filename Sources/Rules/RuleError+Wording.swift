import Diagnostics

// The wordings of what can fail while a rule runs.
extension RuleError {
  static func unknownName(_ name: String, at range: Range<Int>) -> RuleError {
    RuleError(id: "rules.unknown-name", message: "The name '\(name)' is not known here", range: range)
  }

  static func unknownFunction(_ name: String, at range: Range<Int>) -> RuleError {
    RuleError(
      id: "rules.unknown-function", message: "There is no function '\(name)' of this form", range: range)
  }

  static func noSuchKey(_ key: String, at range: Range<Int>) -> RuleError {
    RuleError(
      id: "rules.no-such-key", message: "There is no '\(key)' here; test with has(...) or 'in' first",
      range: range)
  }

  static func noFields(of type: String, _ name: String, at range: Range<Int>) -> RuleError {
    RuleError(
      id: "rules.no-such-key", message: "A value of type \(type) has no field '\(name)'", range: range)
  }

  static func badIndex(_ index: String, count: Int, at range: Range<Int>) -> RuleError {
    RuleError(
      id: "rules.bad-index",
      message: "The index \(index) is outside of a list of \(count); the first element is 0", range: range)
  }

  static func wrongTypes(_ operation: String, _ values: [RuleValue], at range: Range<Int>) -> RuleError {
    let types = values.map(\.typeName).joined(separator: " and ")
    return RuleError(id: "rules.type", message: "'\(operation)' cannot take \(types)", range: range)
  }

  static func divisionByZero(at range: Range<Int>) -> RuleError {
    RuleError(id: "rules.division-by-zero", message: "Division of an int by zero", range: range)
  }

  static func overflow(at range: Range<Int>) -> RuleError {
    RuleError(id: "rules.overflow", message: "The result does not fit an int of 64 bits", range: range)
  }

  static func badConversion(_ text: String, to type: String, at range: Range<Int>) -> RuleError {
    RuleError(id: "rules.conversion", message: "'\(text)' cannot be read as \(type)", range: range)
  }

  static func badMapKey(_ type: String, at range: Range<Int>) -> RuleError {
    RuleError(
      id: "rules.map-key", message: "A value of type \(type) cannot be a key; use a string, an int or a bool",
      range: range)
  }

  static func duplicateMapKey(_ key: String, at range: Range<Int>) -> RuleError {
    RuleError(id: "rules.map-key", message: "The key \(key) stands twice in this map", range: range)
  }

  static func tooMuchWork(at range: Range<Int>) -> RuleError {
    RuleError(
      id: "rules.too-much-work", message: "This rule takes too many steps; make its lists or macros smaller",
      range: range)
  }
}
