import Diagnostics

/// Finds the tags of a template, outside of the regions in which braces are literal.
struct TagScanner {
  private(set) var tags: [Tag] = []
  private let bytes: [UInt8]
  private let literal: [Range<Int>]
  private let syntax: TemplateSyntax
  private let text: LocatedText
  /// How many tags were met, broken ones included.
  private var met = 0

  init(_ bytes: [UInt8], literal: [Range<Int>], syntax: TemplateSyntax, text: LocatedText) {
    self.bytes = bytes
    self.literal = literal
    self.syntax = syntax
    self.text = text
  }

  mutating func scan(diagnostics: inout [Diagnostic]) {
    var position = 0
    var region = 0
    while let start = bytes.firstIndex(of: .openBrace, and: .openBrace, in: position..<bytes.count) {
      while region < literal.count, literal[region].upperBound <= start { region += 1 }
      if region < literal.count, literal[region].contains(start) {
        position = literal[region].upperBound
        continue
      }
      guard met < Template.tagLimit else {
        diagnostics.append(.tooManyTags(at: text.location(start..<start + 2)))
        return
      }
      met += 1
      guard let next = scanTag(at: start, diagnostics: &diagnostics) else { return }
      position = next
    }
  }

  /// Reads the tag that starts at two braces, and returns where to go on; nil where no braces close any more.
  private mutating func scanTag(at start: Int, diagnostics: inout [Diagnostic]) -> Int? {
    let isTriple = bytes.has(.openBrace, at: start + 2)
    let content = start + (isTriple ? 3 : 2)
    let isComment = bytes.has(UInt8(ascii: "!"), at: content) && !isTriple
    guard let close = close(of: content, isComment: isComment) else {
      diagnostics.append(.unclosedTag(at: text.location(start..<content)))
      return nil
    }
    guard bytes[close] == .closeBrace else {
      diagnostics.append(.unclosedTag(at: text.location(start..<content)))
      return close
    }
    if isTriple, !bytes.has(.closeBrace, at: close + 2) {
      diagnostics.append(.unclosedTriple(at: text.location(start..<close + 2)))
      return close + 2
    }
    let end = close + (isTriple ? 3 : 2)
    let kind: Tag.Kind
    let nameStart: Int
    if isTriple {
      (kind, nameStart) = (.raw, content)
    } else {
      let sigil = content < close ? bytes[content] : 0
      if sigil == UInt8(ascii: "=") {
        diagnostics.append(.setDelimiter(at: text.location(start..<end)))
        return end
      }
      kind = Tag.Kind(sigil: sigil)
      nameStart = kind == .variable ? content : content + 1
    }
    let range = start..<end
    if kind == .comment {
      tags.append(
        Tag(kind: kind, name: TagName(text: "", parts: nil, range: range), range: range, extent: range))
      return end
    }
    if let refusal = refusal(of: kind, at: range) {
      diagnostics.append(refusal)
      if kind != .parent, kind != .block { return end }
    }
    let name = name(in: nameStart..<close, of: kind, tag: range, diagnostics: &diagnostics)
    tags.append(Tag(kind: kind, name: name, range: range, extent: range))
    return end
  }

  /// The index of the two braces that end a tag, or of those that begin another before it ends.
  private func close(of content: Int, isComment: Bool) -> Int? {
    var index = content
    while index + 1 < bytes.count {
      let byte = bytes[index]
      if byte == bytes[index + 1], byte == .closeBrace || (byte == .openBrace && !isComment) { return index }
      index += 1
    }
    return nil
  }

  private func refusal(of kind: Tag.Kind, at range: Range<Int>) -> Diagnostic? {
    guard syntax.isMarkdown else { return nil }
    switch kind {
    case .raw: return .rawInMarkdown(at: text.location(range))
    case .partial, .parent, .block: return .partialInMarkdown(at: text.location(range))
    case .variable, .section, .inverse, .close, .comment: return nil
    }
  }

  private func name(
    in range: Range<Int>, of kind: Tag.Kind, tag: Range<Int>, diagnostics: inout [Diagnostic]
  ) -> TagName {
    var range = range
    while let first = range.first, bytes[first].isWhiteSpace { range = first + 1..<range.upperBound }
    while let last = range.last, bytes[last].isWhiteSpace { range = range.lowerBound..<last }
    let written = String(decoding: bytes[range], as: UTF8.self)
    let isFile = kind == .partial || kind == .parent || (kind == .close && written.contains("/"))
    let parts = TagName.parts(of: written, isFile: isFile)
    if range.isEmpty {
      diagnostics.append(.emptyTag(at: text.location(tag)))
    } else if parts == nil {
      let isDynamic = written.hasPrefix("*") && (kind == .partial || kind == .parent)
      let location = text.location(range)
      diagnostics.append(isDynamic ? .dynamicName(written, at: location) : .notAName(written, at: location))
    }
    return TagName(text: written, parts: parts, range: range)
  }
}

extension TagName {
  /// The parts of a name; none for `.`, nil where it is no name. Names of files may have slashes.
  static func parts(of written: String, isFile: Bool) -> [String]? {
    if written == "." { return isFile ? nil : [] }
    let (separator, bytes) = (UInt8(ascii: isFile ? "/" : "."), written.utf8)
    var parts: [String] = []
    var start = bytes.startIndex
    while true {
      let end = bytes[start...].firstIndex(of: separator) ?? bytes.endIndex
      let part = bytes[start..<end]
      guard let first = part.first, first != UInt8(ascii: "-"), part.allSatisfy(\.isNameByte) else {
        return nil
      }
      parts.append(String(written[start..<end]))
      guard end < bytes.endIndex else { return parts }
      start = bytes.index(after: end)
    }
  }
}

extension Tag.Kind {
  fileprivate init(sigil: UInt8) {
    switch sigil {
    case UInt8(ascii: "#"): self = .section
    case UInt8(ascii: "^"): self = .inverse
    case UInt8(ascii: "/"): self = .close
    case UInt8(ascii: "!"): self = .comment
    case UInt8(ascii: ">"): self = .partial
    case UInt8(ascii: "<"): self = .parent
    case UInt8(ascii: "$"): self = .block
    case UInt8(ascii: "&"): self = .raw
    default: self = .variable
    }
  }
}
