import Diagnostics

// The wordings of what can be wrong with the form of a rule; `Diagnostic+RuleTypes.swift` has the rest.
extension Diagnostic {
  static func unexpectedCharacter(_ character: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "rules.character", at: location, "A rule cannot hold the character '\(character)'")
  }

  static func wrongSign(_ sign: String, meant: Sign, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.sign", at: location, "'\(sign)' is not an operator; write '\(meant.rawValue)'",
      fix: Fix(replacement: meant.rawValue))
  }

  static func curlyQuote(_ quote: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.curly-quote", at: location,
      "The quote \(quote) does not begin a string; write a straight '")
  }

  static func quotedName(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.left-out", at: location,
      "A name in backticks is not part of the rule language; write it as an index, [\"\(name)\"]")
  }

  static func leftOut(_ construct: LeftOut, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.left-out", at: location,
      "\(construct.name) is not part of the rule language; \(construct.instead)")
  }

  static func badNumber(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "rules.number", at: location, "'\(text)' is not a number; a name begins with a letter")
  }

  static func numberTooLarge(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "rules.number", at: location, "The number \(text) does not fit 64 bits")
  }

  static func unterminatedString(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.string", at: location, "This string is not closed; it ends with the quote that began it")
  }

  static func badEscape(_ escape: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.escape", at: location,
      "'\(escape)' is not an escape sequence; write a backslash in a string twice, or put r before the string"
    )
  }

  static func unexpected(_ found: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.syntax", at: location,
      "Unexpected \(found) where the rule could end; join two conditions with '&&' or '||'")
  }

  static func trailingComma(at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "rules.syntax", at: location, "A call does not end with a comma; remove it")
  }

  static func expectedValue(found: String, isEnd: Bool, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.syntax", at: location, "Expected a name or a value, found \(found)",
      notes: isEnd ? [.cutOff] : [])
  }

  static func expectedFieldName(found: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "rules.syntax", at: location, "Expected a name after '.', found \(found)")
  }

  static func expectedColonInMap(found: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.syntax", at: location,
      "Expected ':' after the key, found \(found); a map is {'key': value}")
  }

  static func unclosed(
    _ opening: String, openedAt: SourceLocation, expected: String, found: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "rules.unclosed", at: location, "Expected '\(expected)', found \(found)",
      notes: [Note("'\(opening)' was opened here", at: openedAt)])
  }

  static func missingColon(
    found: String, at location: SourceLocation, question: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "rules.conditional", at: location,
      "Expected ':' and what the value is otherwise, found \(found); write condition ? value : otherwise",
      notes: [Note("The '?' stands here", at: question), .cutOff])
  }

  static func emptyBranch(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.conditional", at: location,
      "There is no operator '??' or '?:'; write has(x) ? x : otherwise")
  }

  static func nestedConditional(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.conditional", at: location,
      "A condition between '?' and ':' stands in parentheses: a ? (b ? c : d) : e")
  }

  static func notIn(at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "rules.sign", at: location, "There is no operator 'not in'; write !(x in list)")
  }

  static func reservedWord(_ word: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.reserved-word", at: location, "'\(word)' is a reserved word of CEL and cannot be a name")
  }

  static func macroForm(_ macro: Macro, at location: SourceLocation) -> Diagnostic {
    let body = macro == .map ? "value" : "condition"
    return Diagnostic(
      .error, "rules.macro", at: location,
      "'\(macro.rawValue)' takes a name for the element and a \(body): list.\(macro.rawValue)(x, \(body) of x)"
    )
  }

  static func hasForm(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.macro", at: location, "'has' takes one name with a dot, as in has(answers.team_size)")
  }

  static func tooLong(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.too-long", at: location,
      "A rule is at most \(Rule.maximumLength / 1024) KB long; name parts of it as facts")
  }

  static func tooDeep(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.too-deep", at: location,
      "A rule may nest \(Tree.maximumHeight) levels deep; name a part of it as a fact")
  }
}

extension Diagnostic.Note {
  /// How YAML can cut a rule off.
  fileprivate static let cutOff = Diagnostic.Note(
    "In YAML ' #' begins a comment and ': ' ends a key; put a rule that holds one of them in double quotes")
}

// JSON, which stands for values on the command line.
extension Diagnostic {
  static func badJSON(expected: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "rules.json", at: location,
      "This is not JSON: expected \(expected) here; a text is written \"in double quotes\"")
  }

  static func duplicateJSONKey(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "rules.json", at: location, "The key '\(key)' stands twice in this object")
  }
}
