internal import Diagnostics

extension TreeBuilder {
  /// Reports a quoted text that goes on in a line which is not indented deeper than what holds it.
  ///
  /// YAML 1.2.2, rule 71 (`s-flow-line-prefix`), forbids it; libyaml allows it, so that one forgotten quote
  /// swallows the lines up to the next.
  func checkContinuation(of range: Range<Int>, _ style: YAMLScalar.Style) throws(SyntaxError) {
    guard style == .singleQuoted || style == .doubleQuoted else { return }
    guard let parent = frames.last(where: { !$0.isFlow }) else { return }
    let indentation = parent.start - file.lineStart(of: parent.start)
    var end = file.offset(after: range.lowerBound) { !$0.isLineEnd }
    while end < range.upperBound {
      let first = file.offset(after: end) { $0.isBlank }
      let isClosingQuote = first >= range.upperBound - 1
      if !isClosingQuote, first - file.lineStart(of: first) <= indentation {
        throw SyntaxError(.quoteRunsOn, at: first, within: range.lowerBound)
      }
      end = file.offset(after: first) { !$0.isLineEnd }
    }
  }

  /// Reports a comment that seems to cut off the rest of an unquoted text; true where that is certain.
  mutating func isCutByComment(_ text: String, endingAt end: Int) -> Bool {
    let start = file.offset(after: end) { $0.isSpace }
    guard start > end, file.byte(at: start) == UInt8(ascii: "#") else { return false }
    let comment = start..<file.offset(after: start) { !$0.isLineEnd }
    if Self.leavesSomethingOpen(text) {
      findings.append(.commentCutsText(at: file.location(comment)))
      return true
    }
    // `Fixes #12` and the like.
    let next = file.byte(at: start + 1) ?? 0
    if !text.isEmpty, UInt8(ascii: "0")...UInt8(ascii: "9") ~= next {
      findings.append(.commentMayCutText(at: file.location(comment)))
    }
    return false
  }

  /// Whether a quote or a bracket in a text is opened and not closed.
  private static func leavesSomethingOpen(_ text: String) -> Bool {
    var quote: UInt8?
    var depth = 0
    var previous = UInt8(ascii: " ")
    for byte in text.utf8 {
      switch byte {
      case quote:
        quote = nil
      case _ where quote != nil:
        break
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        // After a letter it is an apostrophe.
        let isLetter = (previous | 0x20) >= UInt8(ascii: "a") && (previous | 0x20) <= UInt8(ascii: "z")
        if !isLetter { quote = byte }
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
      default:
        break
      }
      previous = byte
    }
    return quote != nil || depth > 0
  }
}
