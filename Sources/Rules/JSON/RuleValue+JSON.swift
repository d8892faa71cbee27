extension RuleValue {
  /// The value as JSON: an int without, a double with a fraction or an exponent; what JSON cannot say
  /// (`NaN`, `Infinity`) as a string; keys as strings, in order.
  public var json: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += String(value)
    case .int(let value): text += String(value)
    case .double(let value): Self.write(value, to: &text)
    case .string(let value): Self.write(value, to: &text)
    case .list(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += ", " }
        element.write(to: &text)
      }
      text += "]"
    case .map(let map):
      text += "{"
      for (index, entry) in map.entries.enumerated() {
        if index > 0 { text += ", " }
        Self.write(entry.key.text, to: &text)
        text += ": "
        entry.value.write(to: &text)
      }
      text += "}"
    }
  }

  private static func write(_ number: Double, to text: inout String) {
    if number.isNaN {
      text += "\"NaN\""
    } else if number.isInfinite {
      text += number < 0 ? "\"-Infinity\"" : "\"Infinity\""
    } else {
      text += number.description
    }
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\0"..<" ", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension RuleMap.Key {
  /// The key as a JSON object spells it.
  fileprivate var text: String {
    switch self {
    case .bool(let value): String(value)
    case .int(let value): String(value)
    case .string(let text): text
    }
  }
}

extension Outcome {
  /// The outcome as JSON, or nil for an error, which is a diagnostic instead.
  ///
  /// An unknown is `{"unknown": [names]}`, something not applicable `{"not_applicable": [names]}`.
  public var json: String? {
    switch self {
    case .value(let value): value.json
    case .unknown(let unknown): Self.json("unknown", unknown.names)
    case .notApplicable(let names): Self.json("not_applicable", names)
    case .error: nil
    }
  }

  private static func json(_ key: String, _ names: Set<String>) -> String {
    RuleValue.map(RuleMap([(key, .list(names.sorted().map { .string($0) }))])).json
  }
}
