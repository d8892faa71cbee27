import Diagnostics
import Testing

@Suite struct SourceFileTests {
  @Test(arguments: [
    ("", 0, 1, 1), ("ab", 2, 1, 3), ("ab\ncd", 3, 2, 1), ("ab\r\ncd", 4, 2, 1), ("ab\rcd", 3, 2, 1),
    ("ab\n", 3, 2, 1), ("é😀x", 6, 1, 3), ("a\u{301}b", 3, 1, 3),
  ])
  func `positions count lines and Unicode scalars from one`(text: String, offset: Int, line: Int, column: Int)
  {
    let file = SourceFile(path: "f", text: text)
    #expect(file.position(at: offset) == SourcePosition(line: line, column: column))
  }

  @Test func `a byte order mark is no part of the text`() throws {
    let file = try SourceFile(path: "f", bytes: [0xEF, 0xBB, 0xBF, 0x61])
    #expect(file.text == "a")
  }

  @Test func `the first byte that is not UTF-8 is reported at its place`() {
    let diagnostic = #expect(throws: Diagnostic.self) {
      try SourceFile(path: "f", bytes: Array("ab\ncé".utf8) + [0xFF] + Array("d".utf8))
    }
    #expect(diagnostic?.id == "file.not-utf8")
    #expect(diagnostic?.location?.start == SourcePosition(line: 2, column: 3))
  }

  @Test func `a NUL is reported at its place`() {
    let diagnostic = #expect(throws: Diagnostic.self) {
      try SourceFile(path: "f", bytes: [0x61, 0x0A, 0x00])
    }
    #expect(diagnostic?.id == "file.nul")
    #expect(diagnostic?.location?.start == SourcePosition(line: 2, column: 1))
  }

  @Test func `lines come without their ends`() {
    let file = SourceFile(path: "f", text: "one\r\ntwo\n")
    #expect(file.line(1) == "one")
    #expect(file.line(2) == "two")
    #expect(file.line(3) == "")
    #expect(file.line(4) == nil)
  }
}

@Suite struct LocatedTextTests {
  private let file = SourceFile(path: "f", text: "key: 'it''s'\n")

  private var value: LocatedText {
    var text = LocatedText(emptyIn: file)
    text.append("it'", at: 6)
    text.append("s", at: 10)
    return text
  }

  @Test func `each byte knows where it stands in the file`() {
    #expect(value.text == "it's")
    #expect((0...4).map { value.fileOffset(of: $0) } == [6, 7, 8, 10, 11])
    #expect(value.location(2..<4).start == SourcePosition(line: 1, column: 9))
    #expect(value.location(2..<4).end == SourcePosition(line: 1, column: 12))
  }

  @Test(arguments: [0..<4, 1..<3, 2..<4, 3..<4, 0..<1, 2..<2])
  func `a part that is appended keeps its places`(range: Range<Int>) {
    var text = LocatedText(emptyIn: file)
    text.append("key", at: 0)
    text.append(value[range])
    #expect(text.text == "key" + value[range].text)
    #expect(
      range.map { text.fileOffset(of: 3 + $0 - range.lowerBound) } == range.map { value.fileOffset(of: $0) })
    #expect((0..<3).map { text.fileOffset(of: $0) } == [0, 1, 2])
  }

  @Test(arguments: [0..<4, 1..<3, 2..<4, 3..<4, 0..<1, 2..<2])
  func `a part keeps the places of the whole`(range: Range<Int>) {
    let part = value[range]
    #expect(part.text.utf8.count == range.count)
    for offset in range {
      #expect(part.fileOffset(of: offset - range.lowerBound) == value.fileOffset(of: offset))
    }
  }
}
