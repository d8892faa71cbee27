import Diagnostics

// The wordings of what the checker finds: names, types, literals.
extension Diagnostic {
  static func unknownName(_ name: String, hint: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "rules.unknown-name", at: location, "The name '\(name)' is not known here\(hint)")
  }

  static func unknownField(
    _ name: String, of base: String, hint: String, at location: SourceLocation
  ) -> Diagnostic {
    let owner = base.isEmpty ? "" : " in '\(base)'"
    return Diagnostic(.error, "rules.unknown-name", at: location, "There is no '\(name)'\(owner)\(hint)")
  }

  static func laterName(_ name: String, _ reason: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "rules.later-name", at: location, "'\(name)' is not known yet to this rule: \(reason)")
  }

  static func groupAsValue(_ name: String, example: String?, at location: SourceLocation) -> Diagnostic {
    let hint = example.map { "; name one of them, such as '\($0)'" } ?? ""
    return Diagnostic(
      .error, "rules.group", at: location, "'\(name)' is a group of names and has no value itself\(hint)")
  }

  static func computedName(_ base: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.group", at: location,
      "A name of '\(base)' is written out, so that it can be checked: \(base)[\"name\"]")
  }

  static func kebabCase(_ text: String, meant: String?, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.kebab-case", at: location,
      "'\(text)' reads as a subtraction; "
        + (meant.map { "a name with a hyphen is written as an index: \($0)" }
          ?? "a name with a hyphen is written as an index, as in criteria[\"data-races\"]"),
      fix: meant.map { Fix(replacement: $0) })
  }

  static func noFields(_ type: RuleType, _ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "rules.type", at: location, "A value of type \(type.name) has no field '\(name)'")
  }

  static func noElements(_ type: RuleType, at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "rules.type", at: location, "A value of type \(type.name) has no elements to index")
  }

  static func badIndexType(_ type: RuleType, at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "rules.type", at: location, "A list is indexed by an int, from 0, not by \(type.name)")
  }

  static func badMapKey(_ type: RuleType, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.type", at: location, "A key of a map is a string, an int or a bool, not \(type.name)")
  }

  static func notACondition(_ text: String, _ type: RuleType, at location: SourceLocation) -> Diagnostic {
    let hint: String
    switch type {
    case .choice(let choices): hint = "; compare it, as in \(text) == '\(choices.first ?? "x")'"
    case .list: hint = "; test what is in it, as in size(\(text)) > 0"
    case .int, .double, .string, .date: hint = "; compare it with a value"
    case .any, .null, .bool, .map, .record: hint = ""
    }
    return Diagnostic(
      .error, "rules.type", at: location, "A condition is true or false; this is \(type.name)\(hint)")
  }

  static func negatedValue(_ text: String, _ type: RuleType, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.type", at: location, "'!' takes a bool, not \(type.name)",
      notes: [Note("'!' binds tighter than '==' and 'in'; to negate a comparison write !(\(text) ...)")])
  }

  static func wrongOperand(_ sign: String, _ type: RuleType, at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "rules.type", at: location, "'\(sign)' takes a number, not \(type.name)")
  }

  static func wrongOperands(
    _ sign: String, _ a: RuleType, _ b: RuleType, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(.error, "rules.type", at: location, "'\(sign)' cannot take \(a.name) and \(b.name)")
  }

  static func mixedNumbers(
    _ sign: String, written: String, meant: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "rules.mixed-numbers", at: location,
      "'\(sign)' takes two ints or two doubles; write \(meant) for \(written)", fix: Fix(replacement: meant))
  }

  static func integerDivision(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "rules.integer-division", at: location,
      "Division of ints drops the remainder (7 / 2 is 3); write double(x) / 2.0 to keep it")
  }

  static func branchesDiffer(_ a: RuleType, _ b: RuleType, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.conditional", at: location,
      "Both branches of '?' give the same type; these give \(a.name) and \(b.name)")
  }

  static func neverEqual(
    _ sign: String, _ a: RuleType, _ b: RuleType, hint: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "rules.type", at: location,
      "'\(sign)' compares \(a.name) with \(b.name), which are never equal\(hint)")
  }

  static func unordered(
    _ sign: String, _ a: RuleType, _ b: RuleType, hint: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "rules.type", at: location, "'\(sign)' has no order for \(a.name) and \(b.name)\(hint)")
  }

  static func orderedChoice(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.choice", at: location,
      "The choices of '\(text)' have no order; compare with '==' or with in ['x', 'y']")
  }

  static func chainedRelation(_ left: String, _ middle: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.type", at: location,
      "Relations cannot be chained; write \(left) && \(middle) ...")
  }

  static func neverIn(_ a: RuleType, _ element: RuleType, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.type", at: location,
      "'in' looks for \(a.name) in a list of \(element.name), where it never is"
    )
  }

  static func notACollection(_ type: RuleType, at location: SourceLocation) -> Diagnostic {
    let hint = type.isText ? "; a part of a text is found with text.contains('x')" : ""
    return Diagnostic(
      .error, "rules.type", at: location, "Expected a list or a map, found \(type.name)\(hint)")
  }

  static func notAChoice(
    _ literal: String, of name: String, _ choices: [String], at location: SourceLocation
  ) -> Diagnostic {
    let near = NearMiss.of(literal, among: choices)
    return Diagnostic(
      .error, "rules.choice", at: location,
      "'\(literal)' is not a choice of '\(name)'\(near.map { "; did you mean '\($0)'?" } ?? "")",
      notes: [Note("The choices are \(choices.map { "'\($0)'" }.joined(separator: ", "))")],
      fix: near.map { Fix(replacement: "'\($0)'") })
  }

  static func notADate(_ literal: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.date", at: location,
      "'\(literal)' is not a whole date; dates are compared as '2027-01-11', year, month and day")
  }

  static func unknownFunction(_ name: String, hint: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "rules.unknown-function", at: location, "There is no function '\(name)'\(hint)")
  }

  static func wrongForm(_ name: String, _ example: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.unknown-function", at: location, "'\(name)' is called in another way: \(example)")
  }

  static func wrongCount(_ name: String, _ expected: Int, at location: SourceLocation) -> Diagnostic {
    let count = expected == 0 ? "no arguments" : expected == 1 ? "one argument" : "\(expected) arguments"
    return Diagnostic(
      .error, "rules.unknown-function", at: location, "'\(name)' takes \(count) between the parentheses")
  }

  static func wrongArgument(
    _ function: String, _ type: RuleType, _ example: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "rules.type", at: location, "'\(function)' cannot take \(type.name); write \(example)")
  }

  static func wrongResult(
    _ text: String, _ type: RuleType, expected: [RuleType], at location: SourceLocation
  ) -> Diagnostic {
    if expected == [.bool] { return notACondition(text, type, at: location) }
    let names = expected.map(\.name).joined(separator: " or ")
    return Diagnostic(
      .error, "rules.result", at: location, "This rule gives \(type.name), where \(names) is expected")
  }
}
