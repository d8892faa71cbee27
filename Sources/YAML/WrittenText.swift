/// Text as it is written in YAML on one line.
enum WrittenText {
  /// Text written so that it is read back as itself, in a style as close to the wanted as it allows.
  ///
  /// - Parameter isInFlow: whether it stands inside of brackets or braces.
  static func inline(_ text: String, style: YAMLScalar.Style = .plain, isInFlow: Bool = false) -> String {
    switch style {
    case .plain, .literal, .folded: isSafePlain(text, isInFlow: isInFlow) ? text : quoted(text)
    case .singleQuoted: needsEscapes(text) ? doubleQuoted(text) : singleQuoted(text)
    case .doubleQuoted: doubleQuoted(text)
    }
  }

  /// Text in double quotes, or in single ones where that saves escapes.
  static func quoted(_ text: String) -> String {
    let hasEscapable = text.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    return hasEscapable && !needsEscapes(text) ? singleQuoted(text) : doubleQuoted(text)
  }

  private static func singleQuoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  private static func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _ where isInvisible(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether text can only stand in double quotes, with escapes.
  private static func needsEscapes(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0 == "\n" || $0 == "\t" || isInvisible($0) }
  }

  /// What cannot stand in a YAML file as itself, or nobody would see.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\t": false
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
      true
    default: false
    }
  }

  /// Whether text without quotes is read back as itself, and by others as text.
  private static func isSafePlain(_ text: String, isInFlow: Bool) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, first != " ", last != " ", last != ":",
      !needsEscapes(text), !"-?:,[]{}#&*!|>'\"%@`".unicodeScalars.contains(first), !resolves(text)
    else { return false }
    for (character, next) in zip(scalars, scalars.dropFirst()) {
      if character == ":", next == " " || isInFlow { return false }
      if character == " ", next == "#" { return false }
    }
    return !isInFlow || !scalars.contains { ",[]{}".unicodeScalars.contains($0) }
  }

  /// Whether YAML's core schema takes the text for something else than text.
  private static func resolves(_ text: String) -> Bool {
    PlainText.isNull(text) || PlainText.bool(text) != nil || PlainText.double(text) != nil
  }
}
