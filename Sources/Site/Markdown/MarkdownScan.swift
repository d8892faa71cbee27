import Authoring
import CommonMark
import Templating

/// Cuts the Markdown of a text's pattern into pieces, byte by byte and each byte about once.
///
/// It knows as much of Markdown as that takes: fences, headings, code spans, escapes, and what stands in brackets. Of
/// several empty lines, which sections that were left out leave behind, it keeps one.
struct MarkdownScan {
  private let bytes: [UInt8]
  private let headingShift: Int
  private let footnotePrefix: String
  private(set) var pieces: [FilledMarkdown.Piece] = []
  /// Bytes that belong to no piece yet.
  private var literal: [UInt8] = []

  /// Cuts a text.
  ///
  /// - Parameters:
  ///   - headingShift: how many levels its headings go down.
  ///   - footnotePrefix: begins the labels of its footnotes.
  init(_ text: String, headingShift: Int, footnotePrefix: String) {
    bytes = Array(text.utf8)
    self.headingShift = headingShift
    self.footnotePrefix = footnotePrefix
    cutBlocks()
    flush()
  }

  private mutating func cutBlocks() {
    var fence: Fence?
    // A link may go on over several lines of a block.
    var block = 0
    var start = 0
    // The last line with something in it, and whether empty ones followed; those inside of code stay.
    var isIndented = false
    var isAfterEmpty = true
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      let line = start..<end
      if let open = fence {
        add(line, .code)
        if let mark = Fence(bytes[line]), mark.closes(open) { fence = nil }
        block = end
      } else if let mark = Fence(bytes[line]) {
        cut(block..<start)
        add(line, .code)
        fence = mark
        block = end
      } else if let next = endOfComment(line) {
        cut(block..<start)
        start = next
        block = next
        continue
      } else if let level = headingLevel(of: line) {
        cut(block..<start)
        cutHeading(line.dropFirst(bytes[line].prefix { $0 != UInt8(ascii: "#") }.count + level), level: level)
        block = end
      } else if let level = underlineLevel(of: line), isParagraph(block..<start) {
        cutHeading(block..<start, level: level)
        block = end
      } else if bytes[line].allSatisfy(\.isBlank) {
        cut(block..<(isAfterEmpty && !isIndented ? start : end))
        block = end
        isAfterEmpty = true
        start = end
        continue
      }
      isIndented = bytes[line].starts(with: "    ".utf8)
      isAfterEmpty = false
      start = end
    }
    cut(block..<bytes.count)
  }

  /// Where it goes on behind a comment that stands alone (CommonMark 0.30, 4.6): pages drop those, too.
  ///
  /// - Parameter line: on which it begins; nil is the answer for all other lines.
  private func endOfComment(_ line: Range<Int>) -> Int? {
    let indent = bytes[line].prefix { $0 == UInt8(ascii: " ") }.count
    guard indent <= 3, bytes[line].dropFirst(indent).starts(with: "<!--".utf8) else { return nil }
    guard let end = bytes[line.lowerBound...].firstRange(of: Array("-->".utf8))?.upperBound else {
      return bytes.count
    }
    let rest = bytes[end...].prefix { $0 != UInt8(ascii: "\n") }
    return rest.allSatisfy(\.isBlank) ? min(rest.endIndex + 1, bytes.count) : nil
  }

  /// The level of a heading that begins with signs (CommonMark 0.30, 4.2).
  private func headingLevel(of line: Range<Int>) -> Int? {
    let text = bytes[line].drop { $0 == UInt8(ascii: " ") }
    let level = text.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level), text.startIndex - line.lowerBound < 4 else { return nil }
    return text.dropFirst(level).first?.isBlank ?? true ? level : nil
  }

  /// The level of the heading above, where a line underlines one (CommonMark 0.30, 4.3).
  private func underlineLevel(of line: Range<Int>) -> Int? {
    let text = bytes[line].drop { $0 == UInt8(ascii: " ") }
    guard let sign = text.first, sign == UInt8(ascii: "=") || sign == UInt8(ascii: "-"),
      text.startIndex - line.lowerBound < 4, text.drop(while: { $0 == sign }).allSatisfy(\.isBlank)
    else { return nil }
    return sign == UInt8(ascii: "=") ? 1 : 2
  }

  /// Whether lines are a paragraph, and not a list, a quote or a table.
  private func isParagraph(_ block: Range<Int>) -> Bool {
    let text = bytes[block].drop { $0 == UInt8(ascii: " ") }
    guard let first = text.first, text.startIndex - block.lowerBound < 4 else { return false }
    let afterDigits = text.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let isNumbered = afterDigits.startIndex > text.startIndex && [0x2E, 0x29].contains(afterDigits.first)
    return !"-*+>|".utf8.contains(first) && !isNumbered
  }

  private mutating func cutHeading(_ text: Range<Int>, level: Int) {
    literal += [UInt8](repeating: UInt8(ascii: "#"), count: min(6, level + headingShift))
    if bytes[text].first?.isBlank == false { literal.append(UInt8(ascii: " ")) }
    // One that is underlined may have several lines.
    let lines = bytes[text].split(separator: UInt8(ascii: "\n"))
    for (index, line) in lines.enumerated() {
      if index > 0 { literal.append(UInt8(ascii: " ")) }
      cut(line.startIndex..<line.endIndex)
    }
    literal.append(UInt8(ascii: "\n"))
  }
}

extension MarkdownScan {
  /// Cuts lines of text, of one block or a part of it.
  private mutating func cut(_ block: Range<Int>) {
    var index = block.lowerBound
    var plain = index
    // Whether a bracket that opened this line has not been closed: it may define where a link leads.
    var isDefinition = false
    var isLineStart = true
    while index < block.upperBound {
      let byte = bytes[index]
      var end = index + 1
      switch byte {
      case UInt8(ascii: "\\"): end = min(index + 2, block.upperBound)
      case UInt8(ascii: "`"):
        end = endOfTicks(at: index, in: block)
        if let close = endOfCode(index..<end, in: block) {
          add(plain..<index, .text)
          add(index..<close, .code)
          (plain, end) = (close, close)
        }
      case UInt8(ascii: "["):
        isDefinition = isLineStart
        if let bracket = Bracket(at: index, in: bytes[block]) {
          add(plain..<index, .text)
          add(bracket)
          (plain, end) = (bracket.end, bracket.end)
        }
      case UInt8(ascii: "]"):
        if let address = bytes[block].address(afterBracket: index, isDefinition: isDefinition) {
          add(plain..<address.lowerBound, .text)
          add(address, .url)
          (plain, end) = (address.upperBound, address.upperBound)
        }
        isDefinition = false
      default: break
      }
      isLineStart = byte == UInt8(ascii: "\n") || (isLineStart && byte == UInt8(ascii: " "))
      index = end
    }
    add(plain..<index, .text)
  }

  private func endOfTicks(at start: Int, in block: Range<Int>) -> Int {
    bytes[start..<block.upperBound].firstIndex { $0 != UInt8(ascii: "`") } ?? block.upperBound
  }

  /// Where code ends that begins with so many signs; nil where as many never come again (CommonMark 0.30, 6.1).
  private func endOfCode(_ ticks: Range<Int>, in block: Range<Int>) -> Int? {
    var place = ticks.upperBound
    while let start = bytes[place..<block.upperBound].firstIndex(of: UInt8(ascii: "`")) {
      place = endOfTicks(at: start, in: block)
      if place - start == ticks.count { return place }
    }
    return nil
  }

  private mutating func add(_ bracket: Bracket) {
    switch bracket.kind {
    case .citation(let id): add(.citation(id))
    case .footnote(let label): literal += "[^\(footnotePrefix)\(label)]".utf8
    case .link(let kind, let id): bracket.words.isEmpty ? add(.title(kind, id)) : cut(bracket.words)
    }
  }

  private mutating func add(_ piece: FilledMarkdown.Piece) {
    flush()
    pieces.append(piece)
  }

  private mutating func flush() {
    guard !literal.isEmpty else { return }
    pieces.append(.text(String(decoding: literal, as: UTF8.self)))
    literal.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ range: Range<Int>, _ context: FilledMarkdown.Context) {
    var plain = range.lowerBound
    // The characters of slots begin with this byte in UTF-8.
    while let place = bytes[plain..<range.upperBound].firstIndex(of: BodyPattern.firstByteOfSlot) {
      let end = min(place + 4, range.upperBound)
      let slot = String(decoding: bytes[place..<end], as: UTF8.self).unicodeScalars.first
        .flatMap(BodyPattern.slot(ofCharacter:))
      literal += bytes[plain..<(slot == nil ? end : place)]
      if let slot { add(.slot(slot, context)) }
      plain = end
    }
    literal += bytes[plain..<range.upperBound]
  }
}

/// What in brackets is more than text: a citation, a footnote, or a link into the playbook.
private struct Bracket {
  enum Kind {
    case citation(String)
    case footnote(String)
    case link(ContentLink.Kind, String)
  }

  let kind: Kind
  /// What a link shows, between its brackets.
  let words: Range<Int>
  let end: Int

  /// The one that opens at an index; nil for all others.
  init?(at start: Int, in block: ArraySlice<UInt8>) {
    guard let close = block[start...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
    words = start + 1..<close
    let text = block[words]
    switch text.first {
    case UInt8(ascii: "@") where text.count > 1 && text.dropFirst().allSatisfy(\.isPartOfID):
      kind = .citation(String(decoding: text.dropFirst(), as: UTF8.self))
      end = close + 1
    case UInt8(ascii: "^") where text.count > 1 && !text.contains(where: \.isBlank):
      kind = .footnote(String(decoding: text.dropFirst(), as: UTF8.self))
      end = close + 1
    default:
      guard let address = block.address(afterBracket: close, isDefinition: false),
        let colon = block[address].firstIndex(of: UInt8(ascii: ":")),
        let linked = ContentLink.Kind(
          rawValue: String(decoding: block[address.lowerBound..<colon], as: UTF8.self)),
        let last = block[address.upperBound...].firstIndex(of: UInt8(ascii: ")"))
      else { return nil }
      let id = block[colon + 1..<address.upperBound].prefix { $0 != UInt8(ascii: "#") }
      kind = .link(linked, String(decoding: id, as: UTF8.self))
      end = last + 1
    }
  }
}

/// The line that opens or closes a code block (CommonMark 0.30, 4.5), in a list or a quote, too.
private struct Fence {
  private let sign: UInt8
  private let length: Int
  private let hasInfo: Bool

  init?(_ line: ArraySlice<UInt8>) {
    let text = line.drop { $0.isBlank || $0 == UInt8(ascii: ">") }
    guard let sign = text.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return nil }
    let info = text.drop { $0 == sign }
    length = info.startIndex - text.startIndex
    guard length >= 3, sign == UInt8(ascii: "~") || !info.contains(sign) else { return nil }
    self.sign = sign
    hasInfo = !info.allSatisfy(\.isBlank)
  }

  /// Whether this line ends the block that another one began.
  func closes(_ open: Fence) -> Bool { sign == open.sign && length >= open.length && !hasInfo }
}

extension ArraySlice<UInt8> {
  /// The address in `](address` or, of a definition, `]: address`.
  fileprivate func address(afterBracket close: Int, isDefinition: Bool) -> Range<Int>? {
    guard close + 1 < endIndex else { return nil }
    let isInline = self[close + 1] == UInt8(ascii: "(")
    guard isInline || isDefinition && self[close + 1] == UInt8(ascii: ":") else { return nil }
    let start = isInline ? close + 2 : self[(close + 2)...].firstIndex { !$0.isBlank } ?? endIndex
    let end = self[start...].firstIndex { $0.isBlank || $0 == UInt8(ascii: ")") } ?? endIndex
    return start..<end
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

  /// Whether ids that are cited are made of such bytes.
  fileprivate var isPartOfID: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    default: false
    }
  }
}
