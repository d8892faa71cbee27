import Testing

@testable import Interview

@Suite struct TypesetterTests {
  @Test func `lines are wrapped at words, and what belongs to a mark is indented behind it`() {
    let text = Typesetter(columns: 24).text(of: [
      .words("A sentence that does not fit."), .item("1", "a choice that is rather long"), .prompt("1 or 2:"),
    ])
    #expect(
      text == """
        A sentence that does
        not fit.
          1  a choice that is
             rather long
        1 or 2:\u{20}
        """)
  }

  @Test func `a question stands out where that is wanted`() {
    #expect(Typesetter(usesStyles: true).text(of: [.question("Why?")]) == "\u{1B}[1mWhy?\u{1B}[0m\n")
    #expect(Typesetter().text(of: [.question("Why?"), .blank]) == "Why?\n\n")
  }

  @Test func `what stands in a file does not command the terminal`() {
    #expect(Typesetter().text(of: [.words("a\u{1B}[2Jb\u{202E}c\nd")]) == "a\u{FFFD}[2Jb\u{FFFD}c d\n")
  }

  @Test func `a command is never wrapped`() {
    let command = "waybook build " + String(repeating: "x", count: 90)
    #expect(Typesetter().text(of: [.line(command)]) == "  \(command)\n")
  }
}
