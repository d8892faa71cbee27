import Diagnostics

extension Checker {
  mutating func call(_ function: Function, _ operands: [Node.ID]) -> RuleType {
    for operand in operands {
      let type = valueType(of: operand)
      if !function.takes(type) {
        report(.wrongArgument(function.rawValue, type, function.example, at: location(operand)))
      }
    }
    return function.result
  }

  mutating func brokenCall(_ call: Node.BrokenCall) -> RuleType {
    let name = call.name.name
    let place = source.location(call.name.range)
    switch call.problem {
    case .unknownName:
      report(.unknownFunction(name, hint: Self.functionHint(name), at: place))
    case .wantsReceiver, .wantsArgument:
      let example = Function(rawValue: name)?.example ?? name
      report(.wrongForm(name, example, at: place))
    case .wrongCount(let expected):
      report(.wrongCount(name, expected, at: place))
    }
    for operand in call.operands { _ = valueType(of: operand) }
    return .any
  }

  private static func functionHint(_ name: String) -> String {
    if name == "not" { return "; write !(...)" }
    if ["len", "length", "count"].contains(name.lowercased()) { return "; did you mean 'size'?" }
    if ["any", "some"].contains(name) { return "; did you mean 'exists'?" }
    let names = Function.allCases.map(\.rawValue) + Macro.allCases.map(\.rawValue) + ["has"]
    return NearMiss.hint(for: name, among: names)
  }

  mutating func macro(_ macro: Macro, _ over: Node.ID, _ body: Node.ID) -> RuleType {
    let type = valueType(of: over)
    let element: RuleType
    switch type {
    case .list(let listed): element = listed
    case .any, .map: element = .any
    case .null, .bool, .int, .double, .string, .choice, .date, .record:
      report(.notACollection(type, at: location(over)))
      element = .any
    }
    variables.append(element)
    defer { variables.removeLast() }
    switch macro {
    case .all, .exists, .existsOne:
      expectCondition(body)
      return .bool
    case .filter:
      expectCondition(body)
      return .list(element)
    case .map:
      return .list(valueType(of: body))
    }
  }
}

extension Function {
  /// Whether an operand of the type can be one of this function's.
  fileprivate func takes(_ type: RuleType) -> Bool {
    switch (self, type) {
    case (_, .any): true
    case (.size, .list), (.size, .map): true
    case (.string, .bool), (.bool, .bool): true
    case (.int, _), (.double, _), (.string, _): type.isNumber || type.isText
    case (.size, _), (.startsWith, _), (.endsWith, _), (.contains, _), (.bool, _): type.isText
    }
  }

  fileprivate var result: RuleType {
    switch self {
    case .size, .int: .int
    case .startsWith, .endsWith, .contains, .bool: .bool
    case .double: .double
    case .string: .string
    }
  }
}
