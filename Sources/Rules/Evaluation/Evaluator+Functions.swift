extension Evaluator {
  mutating func call(_ function: Function, _ operands: [Node.ID], _ range: Range<Int>) -> Outcome {
    // The parser lets through just as many operands as the function takes.
    if operands.count == 2 {
      return mapping(operands[0], operands[1]) { text, part throws(RuleError) in
        .bool(try Self.search(function, text, part, range))
      }
    }
    let operand = outcome(of: operands[0])
    switch operand {
    case .value(let value):
      return Outcome { () throws(RuleError) in
        guard let converted = try Self.convert(function, value, range) else {
          throw .wrongTypes(function.rawValue, [value], at: range)
        }
        return converted
      }
    // A double is where its int was; elsewhere what is open loses its bounds.
    case .unknown(let unknown): return .unknown(function == .double ? unknown : Unknown(names: unknown.names))
    case .notApplicable, .error: return operand
    }
  }

  private static func convert(
    _ function: Function, _ value: RuleValue, _ range: Range<Int>
  ) throws(RuleError) -> RuleValue? {
    switch function {
    case .size: value.count()
    case .int: try value.convertedToInt(at: range)
    case .double: try value.convertedToDouble(at: range)
    case .string: value.convertedToString()
    case .bool: try value.convertedToBool(at: range)
    case .startsWith, .endsWith, .contains: nil
    }
  }

  /// By code point, which the bytes of UTF-8 decide.
  private static func search(
    _ function: Function, _ text: RuleValue, _ part: RuleValue, _ range: Range<Int>
  ) throws(RuleError) -> Bool {
    guard case .string(let text) = text, case .string(let part) = part else {
      throw .wrongTypes(function.rawValue, [text, part], at: range)
    }
    return switch function {
    case .startsWith: text.utf8.starts(with: part.utf8)
    case .endsWith: text.utf8.suffix(part.utf8.count).elementsEqual(part.utf8)
    case .contains: part.isEmpty || text.utf8.contains(part.utf8)
    case .size, .int, .double, .string, .bool: false
    }
  }
}
