import Diagnostics
import Foundation
import YAML

// The wordings for values that do not have their form.
extension Diagnostic {
  static func fileTooLarge(_ path: String, size: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "file.too-large", at: SourceLocation(file: path),
      "The file has \(size / 1_048_576) MB; at most \(limit / 1_048_576) MB are read. Split it")
  }

  static func tagInPlainText(_ tag: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "authoring.tag-in-plain-text", at: location,
      "'\(tag)' would stand on the page as it is: this text is shown as written; say it without a tag")
  }

  static func fileUnreadable(_ path: String, because reason: String) -> Diagnostic {
    Diagnostic(
      .error, "file.unreadable", at: SourceLocation(file: path), "The file cannot be read: \(reason)")
  }

  static func wrongForm(_ node: YAMLNode, expected: String) -> Diagnostic {
    Diagnostic(
      .error, "authoring.wrong-form", at: node.firstLineLocation,
      "Expected \(expected), found \(node.kindInWords)")
  }

  static func outOfRange(_ node: YAMLNode, _ range: ClosedRange<Double>) -> Diagnostic {
    let rule =
      switch (range.lowerBound > -.greatestFiniteMagnitude, range.upperBound < .greatestFiniteMagnitude) {
      case (true, true): "from \(written(range.lowerBound)) to \(written(range.upperBound))"
      case (true, false): "at least \(written(range.lowerBound))"
      case (false, true): "at most \(written(range.upperBound))"
      case (false, false): "finite"
      }
    return Diagnostic(
      .error, "authoring.out-of-range", at: node.location,
      "\(node.scalar?.text ?? "The number") is out of range: it must be \(rule)")
  }

  static func notAName(_ text: String, at location: SourceLocation) -> Diagnostic {
    let reason =
      Name.reservedWords.contains(text)
      ? "is a reserved word of the rule language"
      : "is no name: lower-case letters, digits and '_', a letter first"
    let proposal = proposal(for: text, separator: "_").flatMap { Name($0) }?.text
    return Diagnostic(
      .error, "authoring.not-a-name", at: location,
      "'\(text)' \(reason)" + (proposal.map { "; write '\($0)'" } ?? ""))
  }

  static func notASlug(_ text: String, at location: SourceLocation) -> Diagnostic {
    let proposal = proposal(for: text, separator: "-").flatMap { Slug($0) }?.text
    return Diagnostic(
      .error, "authoring.not-an-id", at: location,
      "'\(text)' is no id: lower-case letters and digits, with single '-' between them"
        + (proposal.map { "; write '\($0)'" } ?? ""))
  }

  static func notAWord(_ text: String, allowed: [String], at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "authoring.not-a-word", at: location,
      "'\(text)' is not one of \(listed(allowed))\(NearMiss.hint(for: text, among: allowed))")
  }

  static func missingKey(_ key: String, noun: String, at node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .error, "authoring.missing-key", at: node.firstLineLocation, "'\(key)' is missing in this \(noun)")
  }

  static func unknownKey(_ key: String, noun: String, allowed: [String], at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      .error, "authoring.unknown-key", at: location,
      "Unknown key '\(key)' in \(withArticle(noun))\(NearMiss.hint(for: key, among: allowed))",
      notes: [Note("Allowed here: \(allowed.joined(separator: ", "))")])
  }

  static func privateUseCharacter(_ character: Unicode.Scalar, in scalar: YAMLScalar) -> Diagnostic {
    let code = String(character.value, radix: 16, uppercase: true)
    return Diagnostic(
      .error, "authoring.private-use", at: scalar.located.location,
      "The text holds the private-use character U+\(code), which is kept for internal marks; remove it")
  }

  /// `a step`, `an effort`.
  static func withArticle(_ noun: String) -> String {
    (noun.first.map { "aeiou".contains($0) } ?? false ? "an " : "a ") + noun
  }

  /// Names in quotes, with commas and an 'or'.
  static func listed(_ names: [String]) -> String {
    let quoted = names.map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "nothing" }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }

  /// A number as a person writes it.
  static func written(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
  }

  private static func proposal(for text: String, separator: Character) -> String? {
    let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return words.isEmpty ? nil : words.joined(separator: String(separator))
  }
}

extension [Diagnostic] {
  /// Says that a value has another form, unless its own mistake is already reported.
  mutating func wrongForm(_ node: YAMLNode, expected: String) {
    guard !node.isUnreadable else { return }
    append(.wrongForm(node, expected: expected))
  }
}

extension YAMLNode {
  /// Where its first line stands, so that a caret under a long map marks its beginning.
  var firstLineLocation: SourceLocation {
    let whole = location
    guard let start = whole.start, let end = whole.end, end.line > start.line else { return whole }
    let length = file.line(start.line)?.unicodeScalars.count ?? 0
    return SourceLocation(
      file: whole.file, start: start,
      end: SourcePosition(line: start.line, column: max(length, start.column) + 1))
  }

  /// What it is, for messages.
  fileprivate var kindInWords: String {
    switch content {
    case .scalar(let text, let style):
      if style == .plain, text.isEmpty { return "nothing" }
      let isQuoted = style == .singleQuoted || style == .doubleQuoted
      return (isQuoted ? "the quoted text " : "") + (text.count <= 40 ? "'\(text)'" : "'\(text.prefix(40))…'")
    case .sequence: return "a list"
    case .mapping: return "a map"
    case .unreadable: return "a broken value"
    }
  }
}
