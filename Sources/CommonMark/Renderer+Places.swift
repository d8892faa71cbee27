import Diagnostics

extension Renderer {
  /// The location of a range of the source.
  mutating func location(ofSource range: Range<Int>) -> SourceLocation { places.location(range) }

  /// The location of a range of the marked text.
  mutating func location(ofMarked range: Range<Int>) -> SourceLocation {
    let start = parsed.text.sourceOffset(of: range.lowerBound)
    let end = parsed.text.sourceOffset(of: range.upperBound)
    return places.location(start..<max(start, end))
  }

  /// The location of a destination; of the whole link where the destination is on a line of its own.
  mutating func location(of destination: Destination, at link: Int) -> SourceLocation {
    guard let place = destination.place else { return location(ofInline: link, length: 1) }
    return places.location(place..<parsed.text.source.endOfDestination(from: place))
  }

  /// The location of a part of an inline.
  mutating func location(ofInline index: Int, from distance: Int = 0, length: Int) -> SourceLocation {
    let end = parsed.text.bytes.count
    let start = min(offset(ofInline: index) + distance, end)
    return location(ofMarked: start..<min(start + length, end))
  }

  /// The first place of a character at or after a place of the marked text.
  mutating func location(of scalar: Unicode.Scalar, after start: Int) -> SourceLocation {
    let bytes = parsed.text.bytes
    let character = Array(String(Character(scalar)).utf8)
    let found = bytes[min(start, bytes.count)...].firstRange(of: character)
    return location(ofMarked: found ?? start..<start)
  }

  /// Where raw HTML begins in the marked text.
  ///
  /// libcmark's column is taken where the HTML is found there; after a link over several lines it is not, and
  /// then the HTML is looked for from the last one on.
  mutating func offset(ofHTML index: Int) -> Int {
    let firstLine = tree.text(of: index).prefix { !$0.isLineEnd }
    let bytes = parsed.text.bytes
    let told = offset(ofInline: index)
    if bytes[told...].starts(with: firstLine) {
      lastHTML = told + firstLine.count
      return told
    }
    let start = max(lastHTML, parsed.offset(of: tree.nodes[block]))
    guard let found = bytes[start...].firstRange(of: firstLine) else { return told }
    lastHTML = found.upperBound
    return found.lowerBound
  }

  /// Where an inline begins in the marked text, as libcmark tells it.
  ///
  /// On later lines of a paragraph libcmark counts columns as if the line began where the paragraph does.
  private mutating func offset(ofInline index: Int) -> Int {
    let node = tree.nodes[index]
    let owner = tree.nodes[block]
    if node.line <= owner.line { return parsed.offset(of: node) }
    let bytes = parsed.text.bytes
    var start = parsed.text.offset(line: node.line, column: 1)
    while start < bytes.count, bytes[start].isBlank || bytes[start] == UInt8(ascii: ">") { start += 1 }
    return min(start + max(node.column - owner.column, 0), bytes.count)
  }

  /// Reports what must not be in the text at all.
  mutating func reportCharacters() {
    for range in parsed.refusedCharacters {
      diagnostics.append(.privateUseCharacter(at: places.location(range)))
    }
    if let overflow = parsed.overflow { diagnostics.append(.tooManyMarks(at: places.location(overflow))) }
  }

  /// Reports references to private-use characters in a destination, title or info string.
  mutating func report(opaqueReferencesIn text: ArraySlice<UInt8>) {
    guard parsed.text.holdsMarks, !isTitle else { return }
    var rest = text
    while let lead = rest.firstIndex(of: 0xF4) {
      rest = rest[lead...]
      if case .mark(let index) = MarkCharacter(utf8: rest), index < parsed.text.marks.count,
        parsed.text.marks[index].kind == .opaqueReference
      {
        diagnostics.append(.opaqueReference(at: places.location(parsed.text.marks[index].source)))
      }
      rest = rest.dropFirst()
    }
  }
}

extension [UInt8] {
  /// Where a link's destination ends (CommonMark 0.30, section 6.3).
  fileprivate func endOfDestination(from start: Int) -> Int {
    let isAngled = start > 0 && self[start - 1] == UInt8(ascii: "<")
    var depth = 0
    var place = start
    while place < count {
      switch self[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: ">") where isAngled: return place
      case UInt8(ascii: "(") where !isAngled: depth += 1
      case UInt8(ascii: ")") where !isAngled:
        if depth == 0 { return place }
        depth -= 1
      case let byte where byte.isLineEnd || byte.isBlank && !isAngled: return place
      default: break
      }
      place += 1
    }
    return count
  }
}

extension ArraySlice<UInt8> {
  /// The first range that holds some bytes.
  fileprivate func firstRange(of pattern: some Collection<UInt8>) -> Range<Int>? {
    guard let first = pattern.first else { return nil }
    var place = startIndex
    while let found = self[place...].firstIndex(of: first) {
      if self[found...].starts(with: pattern) { return found..<found + pattern.count }
      place = found + 1
    }
    return nil
  }
}
