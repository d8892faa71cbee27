/// One word, literal or sign of a rule.
struct Token: Hashable {
  enum Kind: Hashable {
    /// A name, a reserved word, `true`, `false`, `null` or `in`.
    case word(String)
    case string(String)
    /// A whole number without its sign, so that the smallest int can be read.
    case int(UInt64)
    case double(Double)
    /// Something that was reported already and may stand for a name or a value.
    case refused
    case sign(Sign)
    case end
  }

  var kind: Kind
  /// UTF-8 offsets in the rule's text.
  var range: Range<Int>
}

/// A sign of the grammar.
enum Sign: String, Hashable, CaseIterable {
  case leftParenthesis = "("
  case rightParenthesis = ")"
  case leftBracket = "["
  case rightBracket = "]"
  case leftBrace = "{"
  case rightBrace = "}"
  case dot = "."
  case comma = ","
  case colon = ":"
  case question = "?"
  case not = "!"
  case minus = "-"
  case plus = "+"
  case times = "*"
  case divide = "/"
  case remainder = "%"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case and = "&&"
  case or = "||"
}
