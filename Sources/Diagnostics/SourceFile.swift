/// The text of one input file, with its path as shown to the user and the starts of its lines.
///
/// A class, since every value and every text that was read from the file holds it.
public final class SourceFile: Sendable {
  /// The path as diagnostics show it, relative to the folder where the command ran.
  public let path: String
  /// The whole text, without a byte order mark.
  public let text: String
  /// Offsets of the first byte of each line in `text`, in UTF-8 bytes, ascending, starting with 0.
  let lineStarts: [Int]
  /// Whether every byte is a character, so that columns need no counting.
  private let isASCII: Bool

  /// Makes a source file from text.
  ///
  /// Lines end at LF, CR LF or a lone CR.
  public init(path: String, text: String) {
    var text = text
    (lineStarts, isASCII) = text.withUTF8 { (Self.lineStarts(in: $0), $0.allSatisfy { $0 < 0x80 }) }
    self.path = path
    self.text = text
  }

  /// Decodes the bytes of a file. A leading byte order mark is dropped.
  ///
  /// - Throws: a diagnostic with the place of the first byte that is not UTF-8, or of a NUL.
  public convenience init(path: String, bytes: [UInt8]) throws(Diagnostic) {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else {
      let valid = String(decoding: content[..<Self.firstInvalidByte(in: content)], as: UTF8.self)
      let good = SourceFile(path: path, text: valid)
      throw .notUTF8(at: good.location(good.text.utf8.count..<good.text.utf8.count))
    }
    self.init(path: path, text: text)
    if let index = content.firstIndex(of: 0) {
      let offset = index - content.startIndex
      throw .nulCharacter(at: location(offset..<offset + 1))
    }
  }

  /// The line and column of an offset.
  ///
  /// - Parameter offset: bytes from the start of `text`, 0 through its length; clamped to that range.
  public func position(at offset: Int) -> SourcePosition { position(at: offset, after: nil) }

  /// The line and column of an offset, where the place before is known.
  ///
  /// - Parameters:
  ///   - offset: bytes from the start of `text`, 0 through its length; clamped to that range.
  ///   - known: a position with its offset: columns further on in its line are counted from there.
  public func position(
    at offset: Int, after known: (offset: Int, position: SourcePosition)?
  ) -> SourcePosition {
    let utf8 = text.utf8
    let offset = min(max(offset, 0), utf8.count)
    let line = lineStarts.partitioningIndex { $0 > offset } - 1
    if isASCII { return SourcePosition(line: line + 1, column: offset - lineStarts[line] + 1) }
    var (from, column) = (lineStarts[line], 1)
    if let known, known.position.line == line + 1, known.offset <= offset {
      (from, column) = (known.offset, known.position.column)
    }
    let start = utf8.index(utf8.startIndex, offsetBy: from)
    let end = utf8.index(utf8.startIndex, offsetBy: offset)
    column += utf8[start..<end].count { $0 & 0b1100_0000 != 0b1000_0000 }
    return SourcePosition(line: line + 1, column: column)
  }

  /// The location of a range of bytes of `text`.
  public func location(_ range: Range<Int>) -> SourceLocation {
    SourceLocation(
      file: path, start: position(at: range.lowerBound), end: position(at: range.upperBound))
  }

  /// The location of the file as a whole.
  public var wholeLocation: SourceLocation { SourceLocation(file: path) }

  /// The text of a line, without its line end; nil where there is no such line.
  ///
  /// - Parameter number: counted from 1.
  public func line(_ number: Int) -> Substring? {
    guard lineStarts.indices.contains(number - 1) else { return nil }
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: lineStarts[number - 1])
    let end =
      number < lineStarts.count
      ? utf8.index(utf8.startIndex, offsetBy: lineStarts[number]) : text.endIndex
    var line = text[start..<end].unicodeScalars
    while let last = line.last, last == "\n" || last == "\r" { line.removeLast() }
    return Substring(line)
  }
}

extension SourceFile: Hashable {
  /// Whether two are the same text under the same path.
  public static func == (a: SourceFile, b: SourceFile) -> Bool {
    a === b || a.path == b.path && a.text == b.text
  }

  /// Takes the path, which tells files apart.
  public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

extension SourceFile {
  private static func lineStarts(in text: UnsafeBufferPointer<UInt8>) -> [Int] {
    var starts = [0]
    for (offset, byte) in text.enumerated() where byte <= UInt8(ascii: "\r") {
      let next = offset + 1
      let endsLine =
        byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r") && (next == text.count || text[next] != UInt8(ascii: "\n"))
      if endsLine { starts.append(next) }
    }
    return starts
  }

  private static func firstInvalidByte(in bytes: ArraySlice<UInt8>) -> Int {
    var decoder = UTF8()
    var remaining = bytes.makeIterator()
    var index = bytes.startIndex
    while case .scalarValue(let scalar) = decoder.decode(&remaining) {
      index += UTF8.width(scalar)
    }
    return index
  }
}

extension Array {
  /// The first index whose element satisfies a predicate that is false, then true, along the array.
  func partitioningIndex(where belongsInSecondPart: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if belongsInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
