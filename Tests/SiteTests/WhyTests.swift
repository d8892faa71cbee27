import Testing

/// "Why am I seeing this" and "On this page".
@Suite struct WhyTests {
  private func why(_ page: String, _ files: [String: String] = [:], _ answers: String = SampleFiles.answers)
    throws -> String
  {
    try #require(try Sample(files).site(answers)(page).between("<details class=\"why\"", "</details>"))
  }

  private func carryDown(when rule: String) -> [String: String] {
    [
      "steps/20-carry-down.md": SampleFiles.carryDown.replacing(
        "when: verdict.id != 'stay'", with: "when: \(rule)")
    ]
  }

  @Test func aStepShowsItsRuleAndWhatItAsksFor() throws {
    let why = try why("steps/carry-down.html")
    #expect(why.contains("<code>verdict.id != &#39;stay&#39;</code>"))
    #expect(why.contains("<a href=\"../decision.html\">the verdict</a>: Move all"))
  }

  @Test func aFactIsFollowedToTheAnswersBehindIt() throws {
    let why = try why("steps/carry-down.html", carryDown(when: "facts.warm && answers.barrels > 1"))
    #expect(why.contains("<code>facts.warm &amp;&amp; answers.barrels &gt; 1</code>"))
    #expect(why.contains("answers.html#q-degrees\">"))
    #expect(why.contains("</a>: 21.5\u{A0}°C"))
    #expect(why.contains("</a>: 12\u{202F}000"))
  }

  @Test func anOpenAnswerIsCalledOpen() throws {
    let why = try why("steps/carry-down.html", carryDown(when: "answers.opened < '2027-01-01'"))
    #expect(why.contains("</a> <span class=\"status status-open\">open</span>"))
  }

  @Test func whereAPrivateAnswerDecidesTheRuleIsNotShown() throws {
    for rule in ["answers.secret != 'x'", "facts.hidden && answers.barrels > 1"] {
      let why = try why("steps/carry-down.html", carryDown(when: rule))
      #expect(why.contains("</a> <span class=\"status\">private</span>"))
      #expect(!why.contains("<code>"))
    }
  }

  @Test func whatEveryTeamGetsIsSaidToBeForAll() throws {
    #expect(try why("steps/measure-up.html").contains("Every team gets this; no rule leaves it out."))
  }

  @Test func aLongTextHasItsHeadingsBesideIt() throws {
    let site = try Sample.asItStands().site()
    #expect(!(try site("steps/measure-up.html").contains("on-this-page")))
    let answers = SampleFiles.answers.replacing("tools: [rope, cart]", with: "tools: [rope, crane]")
    let contents = try #require(
      try Sample.asItStands().site(answers)("steps/measure-up.html").between(
        "class=\"on-this-page\"", "</nav>"))
    #expect(contents.contains("<a href=\"#risks\">Risks</a>"))
    #expect(contents.contains("<a href=\"#with-a-crane\">With a crane</a>"))
  }
}
