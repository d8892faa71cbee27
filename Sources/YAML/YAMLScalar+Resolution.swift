extension YAMLScalar {
  // The core schema of YAML 1.2.2, chapter 10.3.2. Only plain text resolves: `"true"` is text.

  /// Whether it is `~`, `null` or nothing at all.
  public var isNull: Bool { style == .plain && PlainText.isNull(text) }

  /// The boolean it stands for: `true` or `false`; `yes`, `no`, `on` and `off` are text.
  public var asBool: Bool? { style == .plain ? PlainText.bool(text) : nil }

  /// The integer it stands for: decimal, `0x` or `0o`; nil also where it needs more than 64 bits.
  public var asInt: Int64? { style == .plain ? PlainText.int(text) : nil }

  /// The number it stands for: an integer, or a number with a fraction, an exponent, `.inf` or `.nan`.
  public var asDouble: Double? { style == .plain ? PlainText.double(text) : nil }

  /// The key, where unquoted text begins like an entry whose colon lacks its space: `key:value`.
  public var keyWithoutSpace: String? { style == .plain ? text.keyWithoutSpace : nil }
}

/// What unquoted text stands for.
enum PlainText {
  static func isNull(_ text: String) -> Bool {
    ["", "~", "null", "Null", "NULL"].contains(text)
  }

  static func bool(_ text: String) -> Bool? {
    switch text {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  static func int(_ text: String) -> Int64? {
    if text.hasPrefix("0x") { return integer(text.dropFirst(2), radix: 16) }
    if text.hasPrefix("0o") { return integer(text.dropFirst(2), radix: 8) }
    return Int64(text)
  }

  static func double(_ text: String) -> Double? {
    switch text {
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": .infinity
    case "-.inf", "-.Inf", "-.INF": -.infinity
    case ".nan", ".NaN", ".NAN": .nan
    default: int(text).map(Double.init) ?? (isDecimal(text) ? Double(text) : nil)
    }
  }

  private static func integer(_ digits: Substring, radix: Int) -> Int64? {
    guard let first = digits.first, first.isHexDigit else { return nil }
    return Int64(digits, radix: radix)
  }

  /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
  private static func isDecimal(_ text: String) -> Bool {
    var rest = text.utf8[...]
    func skipSign() {
      if let first = rest.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
        rest.removeFirst()
      }
    }
    func skipDigits() -> Int {
      let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }.count
      rest = rest.dropFirst(digits)
      return digits
    }
    skipSign()
    let whole = skipDigits()
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard whole + skipDigits() > 0 else { return false }
    } else if whole == 0 {
      return false
    }
    if let first = rest.first, first == UInt8(ascii: "e") || first == UInt8(ascii: "E") {
      rest.removeFirst()
      skipSign()
      guard skipDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
