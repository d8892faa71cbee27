import CSourceHighlight

/// Why code is not highlighted.
public enum HighlightError: Error, Hashable, Sendable {
  /// The program was built without libsource-highlight.
  case unavailable
  /// The definition cannot be used, or the code is too much for it.
  ///
  /// - Parameters:
  ///   - reason: what the library says.
  ///   - line: where in the definition, from 1; 0 where it is unknown.
  case failed(reason: String, line: Int)
  /// What came back is not what went in.
  case altered
}

/// The library, and the only file that calls it.
enum SourceHighlight {
  /// Splits code into parts.
  static func parts(
    of code: [UInt8], by definition: Languages.Definition
  ) throws(HighlightError) -> [CodePart] {
    var reading = Reading(code: code)
    let outcome = withUnsafeMutablePointer(to: &reading) { reading in
      code.withUnsafeBytes { bytes in
        withElementNames { names in
          waybook_source_highlight(
            definition.folder, definition.file, bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
            bytes.count, names.baseAddress, names.count, reading,
            { context, element, bytes, count in
              let bytes = UnsafeRawBufferPointer(start: bytes, count: count)
              context?.assumingMemoryBound(to: Reading.self).pointee.take(bytes, element: Int(element))
            },
            { context, reason, line in
              let reason = reason.map { String(cString: $0) } ?? ""
              context?.assumingMemoryBound(to: Reading.self).pointee.failure =
                .failed(reason: reason, line: Int(line))
            })
        }
      }
    }
    if outcome == WAYBOOK_HIGHLIGHT_UNAVAILABLE { throw .unavailable }
    if let failure = reading.failure { throw failure }
    return try reading.finish()
  }

  /// The kinds, in the order of the elements' names.
  fileprivate static let kinds = CodePart.Kind.elements.map(\.value)

  private static func withElementNames<Result>(
    _ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>) -> Result
  ) -> Result {
    // One run of bytes holds all names, each with its NUL.
    let names = CodePart.Kind.elements.map { Array($0.key.utf8CString) }
    let starts = names.indices.map { names[..<$0].reduce(0) { $0 + $1.count } }
    return names.joined().map(\.self).withUnsafeBufferPointer { all in
      starts.map { start in all.baseAddress.map { $0 + start } }.withUnsafeBufferPointer(body)
    }
  }
}

/// Puts the parts that the library passes on beside the code.
private struct Reading {
  let code: [UInt8]
  var failure: HighlightError?
  private var place = 0
  private var parts: [CodePart] = []

  init(code: [UInt8]) { self.code = code }

  /// Takes the next part of a line.
  mutating func take(_ bytes: UnsafeRawBufferPointer, element: Int) {
    guard failure == nil else { return }
    skipLineEnds()
    guard code[place...].starts(with: bytes) else {
      failure = .altered
      return
    }
    let start = place
    place += bytes.count
    guard SourceHighlight.kinds.indices.contains(element) else { return }
    append(start..<place, SourceHighlight.kinds[element])
  }

  /// The parts, when all of the code has come back.
  mutating func finish() throws(HighlightError) -> [CodePart] {
    skipLineEnds()
    guard place == code.count else { throw .altered }
    return parts
  }

  private mutating func skipLineEnds() {
    while place < code.count, code[place] == UInt8(ascii: "\n") { place += 1 }
  }

  /// The library counts bytes: a part may begin or end inside a character, which then belongs to the part before.
  private mutating func append(_ range: Range<Int>, _ kind: CodePart.Kind) {
    let (start, end) = (characterEnd(from: range.lowerBound), characterEnd(from: range.upperBound))
    guard start < end else { return }
    if let last = parts.indices.last, parts[last].kind == kind, parts[last].range.upperBound == start {
      parts[last].range = parts[last].range.lowerBound..<end
    } else {
      parts.append(CodePart(range: start..<end, kind: kind))
    }
  }

  private func characterEnd(from place: Int) -> Int {
    var place = place
    while place < code.count, code[place] & 0xC0 == 0x80 { place += 1 }
    return place
  }
}
