import Diagnostics

/// Cuts the text of a rule into tokens, after the lexis of CEL's language definition.
///
/// It reports what it cannot read and goes on with what was probably meant; after `isLost` there is
/// nothing left worth parsing.
struct Lexer {
  let source: LocatedText
  let bytes: [UInt8]
  var offset = 0
  var tokens: [Token] = []
  var diagnostics: [Diagnostic] = []
  var isLost = false

  init(_ source: LocatedText) {
    self.source = source
    self.bytes = Array(source.text.utf8)
  }

  /// Reads the whole text; the last token is the end.
  mutating func run() {
    while skipSpace() {
      let start = offset
      switch bytes[offset] {
      case let byte where byte.startsWord: lexWordOrPrefixedString()
      case let byte where byte.isDigit: lexNumber()
      case UInt8(ascii: ".") where byte(1)?.isDigit ?? false: lexNumber()
      case UInt8(ascii: "\""), UInt8(ascii: "'"): lexString(prefix: "", from: start)
      case UInt8(ascii: "`"): lexQuotedName()
      default: lexSign()
      }
    }
    tokens.append(Token(kind: .end, range: offset..<offset))
  }
}

extension Lexer {
  /// The byte so many places ahead.
  func byte(_ distance: Int) -> UInt8? {
    offset + distance < bytes.count ? bytes[offset + distance] : nil
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  mutating func append(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, range: start..<offset))
  }

  mutating func report(_ diagnostic: (SourceLocation) -> Diagnostic, _ range: Range<Int>) {
    diagnostics.append(diagnostic(source.location(range)))
  }

  /// Passes white space and `//` comments. Returns whether text is left.
  private mutating func skipSpace() -> Bool {
    while let next = byte(0) {
      if next.isSpace {
        offset += 1
      } else if next == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "/") {
        while let next = byte(0), !next.isNewline { offset += 1 }
      } else {
        return true
      }
    }
    return false
  }

  private mutating func lexWordOrPrefixedString() {
    let start = offset
    while let next = byte(0), next.continuesWord { offset += 1 }
    let word = text(start..<offset)
    if let quote = byte(0), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      ["r", "b", "br", "rb"].contains(word.lowercased())
    {
      lexString(prefix: word.lowercased(), from: start)
    } else {
      append(.word(word), from: start)
    }
  }

  private mutating func lexQuotedName() {
    let start = offset
    offset += 1
    while let next = byte(0), next != UInt8(ascii: "`"), !next.isNewline { offset += 1 }
    let name = text(start + 1..<offset)
    if byte(0) == UInt8(ascii: "`") { offset += 1 }
    report({ .quotedName(name, at: $0) }, start..<offset)
    append(.refused, from: start)
  }

  private mutating func lexSign() {
    let start = offset
    let two = offset + 1 < bytes.count ? text(offset..<offset + 2) : ""
    let one = text(offset..<offset + 1)
    if two == "<>" {
      offset += 2
      report({ .wrongSign("<>", meant: .notEqual, at: $0) }, start..<offset)
      append(.sign(.notEqual), from: start)
    } else if let sign = Sign(rawValue: two) ?? Sign(rawValue: one) {
      offset += sign.rawValue.utf8.count
      append(.sign(sign), from: start)
    } else if let sign = Self.meant[one] {
      offset += 1
      report({ .wrongSign(one, meant: sign, at: $0) }, start..<offset)
      append(.sign(sign), from: start)
    } else {
      lexForeignCharacter()
    }
  }

  /// Signs of other languages and what they stand for here.
  private static let meant: [String: Sign] = ["=": .equal, "&": .and, "|": .or]

  private mutating func lexForeignCharacter() {
    let start = offset
    let scalar = String(decoding: bytes[offset...].prefix(4), as: UTF8.self).unicodeScalars.first
    let character = scalar.map(String.init) ?? ""
    offset += max(character.utf8.count, 1)
    guard let closing = Self.curlyQuotes[character] else {
      report({ .unexpectedCharacter(character, at: $0) }, start..<offset)
      isLost = true
      return
    }
    report({ .curlyQuote(character, at: $0) }, start..<offset)
    while let next = byte(0), !next.isNewline, !bytes[offset...].starts(with: closing.utf8) { offset += 1 }
    if bytes[offset...].starts(with: closing.utf8) { offset += closing.utf8.count }
    append(.refused, from: start)
  }

  /// Opening quotes that word processors put in, with their closing ones.
  private static let curlyQuotes = ["\u{2018}": "\u{2019}", "\u{201C}": "\u{201D}", "\u{2019}": "\u{2019}"]
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  var startsWord: Bool {
    self == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  var continuesWord: Bool { startsWord || isDigit }

  /// Space, tab, line feed, form feed or carriage return.
  var isSpace: Bool { [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(self) }

  var isNewline: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
