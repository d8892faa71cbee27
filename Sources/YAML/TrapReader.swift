internal import Diagnostics

/// Recognises the traps of YAML in the line where libyaml stopped.
struct TrapReader {
  let error: SyntaxError
  let file: SourceFile
  /// Where libyaml stopped; at the end of the text, the last line that is not empty.
  let offset: Int
  /// The line of `offset`.
  let line: EntryLine
  private let isAtEnd: Bool

  init(error: SyntaxError, file: SourceFile, end: Int) {
    self.error = error
    self.file = file
    let beforeEnd = file.trimmingEnd(of: 0..<end).upperBound
    isAtEnd = error.offset >= beforeEnd
    offset = max(0, min(error.offset, beforeEnd))
    line = EntryLine(at: offset, in: file)
  }

  /// What the error means.
  ///
  /// - Parameter openBracket: where the outermost list or mapping in brackets began that was open.
  func explanation(openBracket: Int?) -> Explanation {
    switch error.problem {
    case .tooDeep:
      Explanation(.tooDeep(at: location(offset, 1)), at: offset)
    case .quoteRunsOn:
      unclosedQuote(at: error.context ?? offset)
    case .library("found unexpected end of stream"), .library("found unexpected document indicator"):
      unclosedQuote(at: error.context ?? offset)
    case .library(let words):
      templateTag(at: openBracket ?? value?.lowerBound) ?? unclosedBracket(at: openBracket) ?? trap(words)
        ?? Explanation(.syntax(words, at: location(offset, 0)), at: offset)
    }
  }
}

extension TrapReader {
  private func location(_ offset: Int, _ length: Int) -> SourceLocation {
    file.location(offset..<min(offset + length, file.text.utf8.count))
  }

  /// The value on the line where libyaml stopped, if it stopped inside of it.
  private var value: Range<Int>? {
    guard let start = line.openers.last(where: { $0.valueStart <= offset })?.valueStart else { return nil }
    return start..<line.range.upperBound
  }

  private func unclosedQuote(at quote: Int) -> Explanation {
    Explanation(.unclosedQuote(at: location(quote, 1), file.text(in: quote..<quote + 1)), at: quote)
  }

  /// A value that begins with `{{`, at which libyaml may stop in many ways.
  private func templateTag(at start: Int?) -> Explanation? {
    guard let start, file.byte(at: start) == UInt8(ascii: "{"), file.byte(at: start + 1) == UInt8(ascii: "{")
    else { return nil }
    return Explanation(.unquotedTemplateTag(at: location(start, 2)), at: start)
  }

  /// A bracket that is still open at the end, or in a line that does not belong to it.
  private func unclosedBracket(at openBracket: Int?) -> Explanation? {
    guard let openBracket else { return nil }
    if !isAtEnd {
      let opening = EntryLine(at: openBracket, in: file)
      let column = opening.openers.last { $0.valueStart <= openBracket }?.column ?? opening.indentation ?? 0
      guard openBracket < line.range.lowerBound, (line.indentation ?? Int.max) <= column,
        !line.closesBracket(in: file)
      else { return nil }
    }
    let bracket = file.text(in: openBracket..<openBracket + 1)
    return Explanation(.unclosedBracket(bracket, at: location(openBracket, 1)), at: openBracket)
  }

  /// The trap that the words of libyaml and the text around point to.
  private func trap(_ words: String) -> Explanation? {
    if let tab = tabInIndentation(words) { return Explanation(.tab(at: location(tab, 1)), at: tab) }
    let start = value?.lowerBound ?? offset
    switch words {
    case "mapping values are not allowed in this context": return colonTrap()
    case "could not find expected ':'": return lineWithoutColon()
    case "did not find expected key", "did not find expected '-' indicator": return neighbourTrap()
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      var start = offset
      while start > line.range.lowerBound, file.byte(at: start) != UInt8(ascii: "\\") { start -= 1 }
      return Explanation(.escape(at: location(start, 1)), at: start)
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      if file.byte(at: offset) == UInt8(ascii: ":") { return colonTrap() }
      return Explanation(
        .missingComma(closing: words.hasSuffix("']'") ? "]" : "}", at: location(offset, 1)), at: offset)
    case "block sequence entries are not allowed in this context":
      return Explanation(.listOnKeyLine(at: location(offset, 1)), at: offset)
    case "did not find expected <document start>":
      return Explanation(.textAfterEnd(at: location(offset, 1)), at: offset)
    case "found character that cannot start any token", "did not find expected node content":
      return beginning(at: offset)
    case "did not find expected comment or line break", "found an indentation indicator equal to 0":
      return beginning(at: error.context ?? start)
    case "did not find expected alphabetic or numeric character":
      return beginning(at: error.context ?? start)
    default: return nil
    }
  }

  private func tabInIndentation(_ words: String) -> Int? {
    let isTab = file.byte(at: offset) == UInt8(ascii: "\t")
    guard isTab || words.contains("tab character") || line.indentation == nil else { return nil }
    let indentation = line.range.lowerBound..<line.contentStart
    return indentation.first { file.byte(at: $0) == UInt8(ascii: "\t") } ?? (isTab ? offset : nil)
  }

  /// A character with which a value cannot begin unless it is in quotes.
  private func beginning(at start: Int) -> Explanation? {
    guard let byte = file.byte(at: start), byte < 0x80 else { return nil }
    let character = String(UnicodeScalar(byte))
    return Explanation(.valueBegins(with: character, at: location(start, 1)), at: start)
  }

  /// A colon in an unquoted value, or in a line that was read as part of the value above.
  private func colonTrap() -> Explanation? {
    guard let value else {
      guard let above = line.previousEntry(in: file) else { return nil }
      if above.entryColumn == line.indentation, let key = above.keyWithoutSpace(in: file) {
        return missingSpace(after: key)
      }
      let key = line.openers.last?.key ?? line.contentStart..<offset
      return Explanation(.misplacedKey(file.text(in: key), at: file.location(key)), at: key.lowerBound)
    }
    let isConditional = file.text(in: value.lowerBound..<offset).contains(" ? ")
    let diagnostic =
      isConditional
      ? Diagnostic.conditionalNeedsQuotes(at: location(offset, 1))
      : Diagnostic.colonNeedsQuotes(at: location(offset, 1))
    return Explanation(diagnostic, at: offset)
  }

  /// A line that should be a key with a value.
  private func lineWithoutColon() -> Explanation? {
    let stray = EntryLine(at: error.context ?? offset, in: file)
    if let key = stray.keyWithoutSpace(in: file) { return missingSpace(after: key) }
    let text = stray.contentStart..<stray.range.upperBound
    return Explanation(.strayLine(at: file.location(text)), at: stray.contentStart)
  }

  private func missingSpace(after key: Range<Int>) -> Explanation {
    Explanation(
      .missingSpace(after: file.text(in: key), at: file.location(key)), at: key.lowerBound,
      remedy: .missingSpace(key: key))
  }

  /// Something beside a value that is already complete, or an entry with an indentation of its own.
  private func neighbourTrap() -> Explanation? {
    if offset == line.contentStart, file.byte(at: offset) == UInt8(ascii: ":") {
      return Explanation(.emptyKey(at: location(offset, 1)), at: offset)
    }
    guard let value, let first = file.byte(at: value.lowerBound), offset > value.lowerBound else {
      let text = line.openers.last?.key ?? line.contentStart..<line.range.upperBound
      return Explanation(.misplacedEntry(at: file.location(text)), at: line.contentStart)
    }
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let quote = String(UnicodeScalar(first))
      return Explanation(.textAfterQuote(quote, at: location(offset, 1)), at: offset)
    default:
      return beginning(at: value.lowerBound)
    }
  }
}
