extension Evaluator {
  mutating func call(_ function: Function, _ operands: [Node.ID], _ range: Range<Int>) -> Outcome {
    switch (operands.first, operands.last) {
    case (let text?, let part?) where operands.count == 2:
      return mapping(text, part) { text, part throws(RuleError) in
        .bool(try Self.test(function, text, part, range))
      }
    case (let operand?, _) where function == .double:
      // A double is where the int was, so what is open keeps its bounds.
      let outcome = outcome(of: operand)
      guard case .value(let value) = outcome else { return outcome }
      return Outcome { () throws(RuleError) in try Self.convert(value, function, range) }
    case (let operand?, _):
      return mapping(operand) { value throws(RuleError) in try Self.convert(value, function, range) }
    case (nil, _):
      return .error(.unknownFunction(function.rawValue, at: range))
    }
  }

  private static func test(
    _ function: Function, _ text: RuleValue, _ part: RuleValue, _ range: Range<Int>
  ) throws(RuleError) -> Bool {
    switch (function, text, part) {
    case (.startsWith, .string(let text), .string(let part)): return text.utf8.starts(with: part.utf8)
    case (.endsWith, .string(let text), .string(let part)):
      return text.utf8.suffix(part.utf8.count).elementsEqual(part.utf8)
    case (.contains, .string(let text), .string(let part)):
      return part.isEmpty || text.utf8.contains(part.utf8)
    default: throw .wrongTypes(function.rawValue, [text, part], at: range)
    }
  }

  private static func convert(
    _ value: RuleValue, _ function: Function, _ range: Range<Int>
  ) throws(RuleError) -> RuleValue {
    switch (function, value) {
    case (.size, .string(let text)): return .int(Int64(text.unicodeScalars.count))
    case (.size, .list(let list)): return .int(Int64(list.count))
    case (.size, .map(let map)): return .int(Int64(map.entries.count))
    case (.int, .int), (.double, .double), (.string, .string), (.bool, .bool): return value
    case (.int, .double(let number)): return .int(try int(number, range))
    case (.int, .string(let text)):
      if let number = Int64(text) { return .int(number) }
      throw .badConversion(text, to: "int", at: range)
    case (.double, .int(let number)): return .double(Double(number))
    case (.double, .string(let text)):
      if let number = Double(text) { return .double(number) }
      throw .badConversion(text, to: "double", at: range)
    case (.string, .int(let number)): return .string(String(number))
    case (.string, .bool(let flag)): return .string(String(flag))
    case (.string, .double(let number)): return .string(string(number))
    case (.bool, .string(let text)):
      if ["1", "t", "true", "TRUE", "True"].contains(text) { return .bool(true) }
      if ["0", "f", "false", "FALSE", "False"].contains(text) { return .bool(false) }
      throw .badConversion(text, to: "bool", at: range)
    default: throw .wrongTypes(function.rawValue, [value], at: range)
    }
  }

  /// Without its fraction. CEL leaves out both ends of the range, where a double is not exact.
  private static func int(_ number: Double, _ range: Range<Int>) throws(RuleError) -> Int64 {
    guard number > -0x1p63, number < 0x1p63 else { throw .overflow(at: range) }
    return Int64(number)
  }

  /// The shortest text that reads as the same number; whole numbers without a fraction.
  private static func string(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
