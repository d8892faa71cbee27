extension InlineMarker {
  /// Finds, one after the other, the places that are marked.
  struct Scan {
    /// What comes in place of a match.
    enum Replacement {
      case nothing
      case escapedTilde
      case plainBracket
      case privateUse(Unicode.Scalar)
      case mark(Mark.Kind, spelled: Bool)
    }

    /// A range of the source, and what comes in its place.
    struct Match {
      /// What lies between the match before and this one.
      var before = 0..<0
      var range: Range<Int>
      var replacement: Replacement
    }

    private let bytes: [UInt8]
    private let end: Int
    private let isCell: Bool
    private let extensions: MarkdownOptions.Extensions
    private var index: Int
    /// The start of what no match has taken.
    private var pending: Int
    /// Where a destination begins; a URL there is no bare one.
    private var destination = -1
    /// Whether this line may be a link's definition, whose destination is still to come.
    private var expectsDefinition = false
    /// How many brackets were opened and not closed since the last blank line.
    private var openBrackets = 0
    /// libcmark 0.30.2 takes quadratic time over images that are never closed (CVE-2023-22486); so many nested
    /// ones are not images.
    private static let openBracketLimit = 1000

    init(bytes: [UInt8], range: Range<Int>, isCell: Bool, extensions: MarkdownOptions.Extensions) {
      self.bytes = bytes
      self.end = range.upperBound
      self.isCell = isCell
      self.extensions = extensions
      self.index = range.lowerBound
      self.pending = range.lowerBound
      beginLine(at: index)
    }

    /// What no match has taken.
    var rest: Range<Int> { pending..<end }

    /// The next match.
    mutating func next() -> Match? {
      while index < end {
        guard bytes[index].mayBeginMatch, var match = match() else {
          index += 1
          continue
        }
        match.before = pending..<match.range.lowerBound
        pending = match.range.upperBound
        index = max(pending, index)
        return match
      }
      return nil
    }

    /// The match at the current byte. May step over bytes that must not be looked at by themselves.
    private mutating func match() -> Match? {
      switch bytes[index] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        beginLine(at: index + 1)
        return nil
      case UInt8(ascii: "\\"): return escape()
      case UInt8(ascii: "["): return bracketed()
      case UInt8(ascii: "]"): return destinationAfterBracket()
      case UInt8(ascii: "<"): return autolinkDestination()
      case UInt8(ascii: "&"): return numericReference()
      case UInt8(ascii: ":"): return bareURL()
      case UInt8(ascii: "w"): return bareHost()
      case 0xEE, 0xEF, 0xF3, 0xF4: return privateUse()
      default: return nil
      }
    }

    private func peek(_ distance: Int) -> UInt8? {
      index + distance < end ? bytes[index + distance] : nil
    }

    /// Whether the line that begins here starts with `[`, after what may be quotes and list markers.
    private mutating func beginLine(at start: Int) {
      var place = start
      while place < end, bytes[place].mayPrecedeBlock { place += 1 }
      expectsDefinition = place < end && bytes[place] == UInt8(ascii: "[")
      if place == end || bytes[place].isLineEnd { openBrackets = 0 }
    }
  }
}

extension InlineMarker.Scan {
  private mutating func escape() -> Match? {
    guard let escaped = peek(1) else { return nil }
    if isCell {
      if escaped == UInt8(ascii: "|") {
        defer { index += 2 }
        return Match(range: index..<index + 1, replacement: .nothing)
      }
      if escaped == UInt8(ascii: "\\"), peek(2) == UInt8(ascii: "|") { return nil }
    }
    if escaped == UInt8(ascii: "~"), extensions.contains(.strikethrough) {
      return Match(range: index..<index + 2, replacement: .escapedTilde)
    }
    if escaped.isASCIIPunctuation { index += 1 }
    return nil
  }

  /// `[@id]` or `[^label]`: what is between the brackets.
  private mutating func bracketed() -> Match? {
    openBrackets += 1
    if openBrackets > Self.openBracketLimit, index > 0, bytes[index - 1] == UInt8(ascii: "!") {
      return Match(range: index..<index + 1, replacement: .plainBracket)
    }
    let kind: Mark.Kind
    switch peek(1) {
    case UInt8(ascii: "@") where extensions.contains(.citations): kind = .citation
    case UInt8(ascii: "^") where extensions.contains(.footnotes): kind = .footnoteReference
    default: return nil
    }
    var place = index + 2
    while place < end, kind == .citation ? bytes[place].isCitationCharacter : bytes[place].isLabelCharacter {
      place += 1
    }
    guard place > index + 2, place < end, bytes[place] == UInt8(ascii: "]") else { return nil }
    return Match(range: index + 1..<place, replacement: .mark(kind, spelled: false))
  }

  /// The place after `](`, `](<`, or `]: ` of a definition.
  private mutating func destinationAfterBracket() -> Match? {
    openBrackets = max(openBrackets - 1, 0)
    let isInline = peek(1) == UInt8(ascii: "(")
    if !isInline {
      guard expectsDefinition, peek(1) == UInt8(ascii: ":") else { return nil }
      expectsDefinition = false
    }
    var place = index + 2
    while place < end, bytes[place].isBlank { place += 1 }
    guard place < end, !bytes[place].isLineEnd else { return nil }
    if bytes[place] == UInt8(ascii: "<") {
      guard endsDestination(angledAt: place, isInline: isInline) else { return nil }
      place += 1
    }
    destination = place
    return Match(range: place..<place, replacement: .mark(.destination, spelled: true))
  }

  /// Whether `<...>` is a destination, to judge by what follows, and not a tag.
  private func endsDestination(angledAt start: Int, isInline: Bool) -> Bool {
    var place = start + 1
    while place < end, !bytes[place].isLineEnd, bytes[place] != UInt8(ascii: "<") {
      if bytes[place] == UInt8(ascii: ">") {
        guard place + 1 < end else { return !isInline }
        let next = bytes[place + 1]
        return next.isBlank || (isInline ? next == UInt8(ascii: ")") : next.isLineEnd)
      }
      place += 1
    }
    return false
  }

  /// The place after the scheme of `<https://...>`.
  private mutating func autolinkDestination() -> Match? {
    var place = index + 1
    while place < end, place - index <= 33, URLScheme.isSchemeCharacter(bytes[place]) { place += 1 }
    guard (3...33).contains(place - index), place < end, bytes[place] == UInt8(ascii: ":") else { return nil }
    var closing = place + 1
    while closing < end, bytes[closing] > 0x20, bytes[closing] != UInt8(ascii: "<"),
      bytes[closing] != UInt8(ascii: ">")
    { closing += 1 }
    guard closing < end, bytes[closing] == UInt8(ascii: ">") else { return nil }
    index = closing
    return Match(range: place + 1..<place + 1, replacement: .mark(.destination, spelled: true))
  }

  /// `&#xE000;` and the like.
  private func numericReference() -> Match? {
    guard peek(1) == UInt8(ascii: "#"), let third = peek(2) else { return nil }
    let isHexadecimal = third | 0x20 == UInt8(ascii: "x")
    let digits = index + (isHexadecimal ? 3 : 2)
    var place = digits
    while place < end, place - digits < 8, Character(Unicode.Scalar(bytes[place])).isHexDigit { place += 1 }
    guard place < end, bytes[place] == UInt8(ascii: ";"),
      let value = UInt32(
        String(decoding: bytes[digits..<place], as: UTF8.self), radix: isHexadecimal ? 16 : 10),
      Unicode.Scalar(value)?.properties.generalCategory == .privateUse
    else { return nil }
    return Match(range: index..<place + 1, replacement: .mark(.opaqueReference, spelled: true))
  }

  private func bareURL() -> Match? {
    guard extensions.contains(.autolinks), peek(1) == UInt8(ascii: "/"), peek(2) == UInt8(ascii: "/"),
      let range = BareURL.withScheme(colon: index, in: bytes, from: pending, to: end)
    else { return nil }
    return bareURL(range)
  }

  private func bareHost() -> Match? {
    guard extensions.contains(.autolinks), peek(1) == UInt8(ascii: "w"),
      let range = BareURL.withoutScheme(at: index, in: bytes, from: pending, to: end)
    else { return nil }
    return bareURL(range)
  }

  /// A URL at the start of a destination or of a bracket is what it is without us.
  private func bareURL(_ range: Range<Int>) -> Match? {
    let start = range.lowerBound
    if start == destination || start > 0 && bytes[start - 1] == UInt8(ascii: "[") { return nil }
    return Match(range: range, replacement: .mark(.bareURL, spelled: false))
  }

  private func privateUse() -> Match? {
    guard let scalar = bytes[index..<end].firstScalar, scalar.properties.generalCategory == .privateUse
    else { return nil }
    return Match(
      range: index..<index + UTF8.width(scalar), replacement: .privateUse(scalar))
  }
}

extension UInt8 {
  /// Whether `match` looks any further where it stands.
  fileprivate var mayBeginMatch: Bool {
    switch self {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\\"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: ":"), UInt8(ascii: "w"), 0xEE, 0xEF, 0xF3, 0xF4:
      true
    default: false
    }
  }
}
