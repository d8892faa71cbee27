import Testing

@Suite struct PlaybookDocumentTests {
  private func document(_ answers: String = SampleFiles.answers) throws -> String {
    try Sample.asItStands().site(answers)("playbook.md")
  }

  @Test func itOpensWithASummaryAndThenHoldsEverything() throws {
    let headings = try document().split(separator: "\n").filter { $0.hasPrefix("#") }.map(String.init)
    #expect(
      headings == [
        "# red barrels: Into the Cellar", "## Summary", "### Move down: 4 points", "### Stay up: 0 points",
        "### What would change it", "### Next steps", "### Where to start", "## Criteria",
        "### It is too warm", "#### Why warmth matters", "### There is a way down", "## Plan",
        "### 1\\. Measure up", "#### Risks", "#### Words", "### 2\\. Carry down", "## Guides",
        "### Carrying well", "#### The knees", "## Answers", "### The small one", "### The large one",
        "## Sources",
      ])
  }

  @Test func aSummarySaysVerdictReasonsAndDecision() throws {
    let summary = try #require(
      try document(
        SampleFiles.answers + "\ndecision:\n  verdict: stay\n  by: [Ann]\n  because: It is cold.\n"
      )
      .between("## Summary", "## Criteria"))
    #expect(summary.contains("- Verdict so far: Move all, settled"))
    #expect(summary.contains("- Decided: Leave them\n- Decided by: Ann\n- Because: It is cold."))
    #expect(
      summary.contains("- **It is too warm, 4 points** It is 21\\.5 °C, and the keeper says: Sour \\& warm"))
    #expect(summary.contains("The small one, 3 of 4 points"))
  }

  @Test func linksWithinThePlaybookAreTextAndCitationsAreNumbers() throws {
    let document = try document()
    #expect(
      document.contains("The keeper says Sour \\& warm, in code `x`, and cites \\[1\\] and \\[2\\]."))
    #expect(
      document.contains(
        "See Carry down, the crane, Carrying well, tannin,\nhow warm and the risks or the crane's."))
    #expect(document.contains("[the photo](https://example.org/photo)"))
    #expect(document.contains("1. The Book of Barrels, A. Cooper, 1899 <https://example.org/book?a=1&b=2>"))
  }

  @Test func aLinkMayGoOnOverALine() throws {
    let step = SampleFiles.carryDown + "\n\nAs said in [the\nguide](guide:carrying).\n"
    let document = try Sample(["steps/20-carry-down.md": step]).site()("playbook.md")
    #expect(document.contains("As said in the\nguide."))
  }

  @Test func theAuthorsCommentsStayWithTheAuthor() throws {
    let comment = "<!-- a note\n\n# to oneself -->\n"
    let code = "```html\n<!-- shown -->\n```\n"
    let step = SampleFiles.carryDown + "\n\nBefore.\n\n\(comment)\n\(code)After.\n"
    let document = try Sample(["steps/20-carry-down.md": step]).site()("playbook.md")
    #expect(document.contains("Before.\n\n\(code)After."))
    #expect(!document.contains("a note") && !document.contains("to oneself"))
  }

  @Test func sectionsThatAreLeftOutLeaveOneEmptyLineBehind() throws {
    let leftOut = "\n\n{{^answers.words}}\nNothing was said.\n{{/answers.words}}\n\n"
    let code = "```text\na\n\n\nb\n```\n\n    c\n\n\n    d\n"
    let step = SampleFiles.carryDown + "\n\nBefore.\(leftOut)\(leftOut)After.\n\n\n\n\(code)"
    let document = try Sample(["steps/20-carry-down.md": step]).site()("playbook.md")
    #expect(document.contains("Before.\n\nAfter.\n\n\(code)"))
  }

  @Test func workThatIsDoneIsTickedAndAStepThatIsDoneIsAllDone() throws {
    let document = try document(
      SampleFiles.answers
        + "\nprogress:\n  measure-up:\n    done: [count]\n  carry-down:\n    status: done\n")
    #expect(document.contains("- [x] Count the 12 000 barrels.\n- [ ] Weigh **one**."))
    #expect(document.contains("- [x] Carry."))
  }

  @Test func aPrivateAnswerIsOnlySaidToBePrivate() throws {
    let document = try document()
    #expect(document.contains("- The secret: private\n"))
    #expect(!document.contains("xyzzy"))
  }

  @Test(arguments: [
    ("https://example.org/a b)[c](d)", "https://example.org/a%20b%29%5Bc%5D%28d%29"),
    ("https://example.org/<b>", "https://example.org/%3Cb%3E"),
  ])
  func anAnswerInAnAddressCannotEndIt(answer: String, address: String) throws {
    let answers = SampleFiles.answers.replacing(
      "link: https://example.org/photo", with: "link: \"\(answer)\"")
    #expect(try document(answers).contains("Look at [the photo](\(address))."))
  }

  @Test func anAnswerInAFenceCannotEndIt() throws {
    let step = SampleFiles.carryDown + "\n\n```sh template\n{{answers.words}}\n```\n"
    let answers = SampleFiles.answers.replacing("words: Sour & warm", with: "words: \"``` # *out*\"")
    let document = try Sample(["steps/20-carry-down.md": step]).site(answers)("playbook.md")
    #expect(document.contains("```sh template\n' # *out*\n```"))
  }

  @Test func footnotesOfTwoTextsStayApart() throws {
    let note = "\n\nMind[^1] that.\n\n[^1]: Said once.\n"
    let document = try Sample(["steps/20-carry-down.md": SampleFiles.carryDown + note]).site()("playbook.md")
    #expect(document.contains("Mind[^step-carry-down.1] that.\n\n[^step-carry-down.1]: Said once.\n"))
  }

  @Test(arguments: [
    ("Under\nlined\n===", "#### Under lined\n"), ("Low\n---", "#### Low\n"),
    ("## Both `#` [the crane](step:carry-down) ##", "#### Both `#` the crane ##\n"),
    ("- a list\n---", "- a list\n---\n"), ("`` [x](step:none) ` ``", "`` [x](step:none) ` ``\n"),
    ("\\[text](https://example.org/a_b)", "\\[text](https://example.org/a_b)\n"),
    ("~~~\n[^1] # no\n```\n~~~", "~~~\n[^1] # no\n```\n~~~\n"),
    ("`[never closed](guide:carrying)", "`never closed\n"),
    ("[**bold** `]`](guide:carrying)", "[**bold** `]`](guide:carrying)\n"),
  ])
  func markdownStaysWhatItIs(source: String, shown: String) throws {
    let step = SampleFiles.carryDown + "\n\n" + source + "\n"
    let document = try Sample(["steps/20-carry-down.md": step]).site()("playbook.md")
    #expect(document.contains(shown))
  }
}
