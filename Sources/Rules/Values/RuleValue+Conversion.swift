// The conversions of CEL. Each returns nil where it has none for the value's type.
extension RuleValue {
  /// `size(x)`: code points, elements or entries.
  func count() -> RuleValue? {
    switch self {
    case .string(let text): .int(Int64(text.unicodeScalars.count))
    case .list(let list): .int(Int64(list.count))
    case .map(let map): .int(Int64(map.entries.count))
    case .null, .bool, .int, .double: nil
    }
  }

  /// `int(x)`: a double without its fraction, or a text's number.
  ///
  /// CEL leaves out both ends of the range of doubles, where a double is not exact.
  func convertedToInt(at range: Range<Int>) throws(RuleError) -> RuleValue? {
    switch self {
    case .int: return self
    case .double(let number):
      guard number > -0x1p63, number < 0x1p63 else { throw .overflow(at: range) }
      return .int(Int64(number))
    case .string(let text):
      guard let number = Int64(text) else { throw .badConversion(text, to: "int", at: range) }
      return .int(number)
    case .null, .bool, .list, .map: return nil
    }
  }

  /// `double(x)`: the nearest double of an int, or a text's number.
  func convertedToDouble(at range: Range<Int>) throws(RuleError) -> RuleValue? {
    switch self {
    case .double: return self
    case .int(let number): return .double(Double(number))
    case .string(let text):
      guard let number = Double(text) else { throw .badConversion(text, to: "double", at: range) }
      return .double(number)
    case .null, .bool, .list, .map: return nil
    }
  }

  /// `string(x)`: of a double the shortest text that reads as the same number, whole ones without a fraction.
  func convertedToString() -> RuleValue? {
    switch self {
    case .string: return self
    case .bool(let flag): return .string(String(flag))
    case .int(let number): return .string(String(number))
    case .double(let number):
      if number.isNaN { return .string("NaN") }
      if number.isInfinite { return .string(number < 0 ? "-Infinity" : "Infinity") }
      let text = number.description
      return .string(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    case .null, .list, .map: return nil
    }
  }

  /// `bool(x)`: one of the spellings that CEL reads.
  func convertedToBool(at range: Range<Int>) throws(RuleError) -> RuleValue? {
    switch self {
    case .bool: return self
    case .string(let text):
      if ["1", "t", "true", "TRUE", "True"].contains(text) { return .bool(true) }
      if ["0", "f", "false", "FALSE", "False"].contains(text) { return .bool(false) }
      throw .badConversion(text, to: "bool", at: range)
    case .null, .int, .double, .list, .map: return nil
    }
  }
}
