import Site
import SiteFiles
import Testing

@Suite struct PageTests {
  @Test func aTeamGetsAPageForEachPartOfItsPlaybook() throws {
    let site = try Sample.asItStands().site()
    #expect(site.diagnostics.lines == [])
    #expect(
      site.rendered.files.map(\.path.text) == [
        "barrels/index.html", "barrels/decision.html", "barrels/criteria/too-warm.html", "barrels/plan.html",
        "barrels/steps/measure-up.html", "barrels/steps/carry-down.html", "barrels/candidates.html",
        "barrels/scorecard.html",
        "barrels/guides.html", "barrels/guides/carrying.html", "barrels/answers.html",
        "barrels/sources.html", "barrels/glossary.html", "barrels/print.html", "barrels/playbook.json",
        "barrels/playbook.md", "barrels/decision.md", "barrels/steps.csv", "barrels/search-index.js",
      ])
    #expect(site.rendered.unit == .team("barrels"))
  }

  @Test func aPageIsWellMade() throws {
    for (path, text) in try Sample.asItStands().site().html {
      #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"), "\(path)")
      #expect(text.count(of: "<h1") == 1, "\(path)")
      #expect(text.count(of: "<main ") == 1, "\(path)")
      #expect(!text.contains("<style") && !text.contains(" style="), "\(path)")
      #expect(
        text.matches(of: #/<script(?!( defer)? src="[a-z0-9./]+"(?: data-[a-z]+="[^"]*")*><\/script>)/#)
          .isEmpty,
        "\(path)")
      var level = 0
      // The headings of the navigation come before the title of the page.
      for heading in (text.between("<main", "</main>") ?? "").matches(of: #/<h([1-6])/#) {
        let next = Int(heading.1) ?? 0
        #expect(next <= level + 1, "\(path) has an h\(next) after an h\(level)")
        level = next
      }
    }
  }

  @Test func theNavigationMarksTheCurrentPageAndNoOther() throws {
    for (path, text) in try Sample.asItStands().site().html {
      let name = path.split(separator: "/").last ?? ""
      #expect(text.count(of: "aria-current") == 1, "\(path)")
      let link = try #require(text.firstMatch(of: #/href="([^"]*)" aria-current="page"/#))
      #expect(link.1.hasSuffix(name))
    }
  }

  @Test func theOverviewSaysVerdictReasonsAndNextSteps() throws {
    let site = try Sample.asItStands().site()
    let overview = try site("index.html")
    #expect(overview.contains("<strong>Move all</strong> <span class=\"status status-met\">settled</span>"))
    #expect(overview.contains("4 points"))
    #expect(overview.contains("It is 21.5\u{A0}°C, and the keeper says: Sour &amp; warm"))
    #expect(try site("decision.html").contains("What could be done: Open a window."))
    #expect(overview.contains("href=\"steps/measure-up.html\""))
    #expect(overview.contains("<strong>The small one</strong> with 3 of 4 points"))
    #expect(overview.contains("Nobody has decided yet."))
  }

  @Test func pagesAndTheRecordSayWhatWouldMakeAComponentEligible() throws {
    let (large, small) = ("The large one would be eligible", "The small one would be eligible")
    let change = "With “yes” instead of “no” for “Light enough”, "
    let ranked = try Sample.asItStands().site()
    #expect(try ranked("candidates.html").contains("<li>\(change)\(large).</li>"))
    #expect(try !ranked("index.html").contains(large))
    let none = try Sample.asItStands()
      .site(SampleFiles.answers.replacing("light: true", with: "light: false"))
    let overview = try none("index.html")
    #expect(overview.contains("None of the components can go first"))
    #expect(
      overview.contains("<li>\(change)\(small).</li>") && overview.contains("<li>\(change)\(large).</li>"))
    let candidates = none.rendered.record.candidates
    #expect(candidates.map(\.remedies.count) == [1, 1])
    #expect(candidates.first?.remedies == [.init(questions: ["light"], text: change + small)])
  }

  @Test func withoutAnswersNoVerdictIsPretended() throws {
    let site = try Sample.asItStands().site("team: Blank\nsubject: none\nanswers: {}\n")
    let overview = try site("index.html")
    #expect(
      overview.contains("<strong>No verdict yet</strong> <span class=\"status status-open\">open</span>"))
    #expect(overview.contains("Still possible: Move all, Move one and Leave them."))
    #expect(overview.contains("href=\"answers.html#q-degrees\""))
    #expect(!overview.contains("Move all</strong>"))
    #expect(overview.contains("Until there is a verdict, the plan has only the steps"))
    let verdicts = try #require(try site("decision.html").between("<ol class=\"verdicts\">", "</ol>"))
    #expect(verdicts.count(of: ">still possible<") == 3 && !verdicts.contains("the verdict so far"))
  }

  @Test func whatRulesAVerdictOutSaysWhatWouldLiftIt() throws {
    let answers = SampleFiles.answers.replacing("stairs: true\n  steep: false", with: "stairs: false")
    let site = try Sample.asItStands().site(answers)
    let overview = try site("index.html")
    #expect(overview.contains("<strong>Move all</strong> <span class=\"status status-out\">ruled out</span>"))
    #expect(
      overview.contains(
        "Nothing leads down. What would lift it: <a href=\"steps/measure-up.html\">Measure up</a>."))
    #expect(overview.contains("<strong>Move one</strong>"))
  }

  /// A condition with a case that rules out, two that do not, and one that is open.
  @Test func whatAConditionSparesIsSaidOnce() throws {
    func ruling(_ verdicts: String, _ rule: String) -> String {
      "  - verdicts: [\(verdicts)]\n    when: \(rule)\n    because: So it is.\n"
    }
    let cases = ruling("move", "answers.degrees > 99.0") + ruling("trial, move", "answers.barrels == 0")
    func page(_ more: String) throws -> String {
      let criterion = "---\ntitle: A case\nrules_out:\n\(cases + more)---\nText.\n"
      return try Sample(["criteria/30-case.md": criterion]).site()("criteria/case.html")
    }
    let spared = try page("")
    #expect(spared.count(of: "Does not rule out:") == 1)
    #expect(spared.contains("Does not rule out: Move all and Move one."))
    let half = try page(ruling("move", "answers.degrees > 10.0"))
    #expect(half.contains("Does not rule out: Move one."))
    let none = try page(ruling("trial", "answers.opened < '2026-01-01'") + ruling("move", "answers.stairs"))
    #expect(!none.contains("Does not rule out:") && none.contains("Could rule out: Move one."))
  }

  @Test func aConditionSaysOnceWhatItWaitsFor() throws {
    func item(_ when: String, _ rulings: String...) throws -> String {
      let cases = rulings.map { "  - verdicts: [move]\n    when: \($0)\n    because: So it is.\n" }.joined()
      let criterion = "---\ntitle: A case\n\(when)rules_out:\n\(cases)---\nText.\n"
      let page = try Sample(["criteria/30-case.md": criterion]).site()("decision.html")
      return try #require(page.between("criterion-title\"><a href=\"criteria/case.html\">", "</section>"))
    }
    let opened = "answers.opened < '2026-01-01'"
    #expect(try item("", opened).count(of: "Waits for:") == 1)
    #expect(try item("", opened, "answers.stairs").count(of: "Waits for:") == 1)
    #expect(try item("when: \(opened)\n", "answers.stairs").count(of: "Waits for:") == 1)
  }

  @Test func ofManyComponentsInOnePlaceAFewAreNamed() throws {
    let more = (1...9).map { "\n  - id: c\($0)\n    title: C\($0)\n    answers: {light: true, litres: 50}" }
    let overview = try Sample.asItStands().site(SampleFiles.answers + more.joined())("index.html")
    #expect(overview.contains("C2, C3, C4, C5 and 5 others"), "\(overview)")
    let fewer = try Sample.asItStands().site(SampleFiles.answers + more.prefix(5).joined())("index.html")
    #expect(fewer.contains("C2, C3, C4, C5 and The small one"))
  }

  @Test func answersAboutComponentsAreMarkedAsOldOrNotAsked() throws {
    let changes = [
      "playbook.yaml": SampleFiles.playbook + "\nanswers_valid: 30\n",
      "questions/20-each.yaml": SampleFiles.componentQuestions.replacing(
        "    unit: l\n", with: "    unit: l\n    when: component.light\n"),
    ]
    let answers = SampleFiles.answers.replacing(
      "light: true\n", with: "light:\n        value: true\n        on: 2026-01-01\n")
    let page = try Sample(changes).site(answers)("answers.html")
    let components = try #require(page.between("<h2>Components</h2>", "</main>"))
    #expect(components.contains(">old<"), "\(components)")
    #expect(components.contains("not asked"), "\(components)")
  }

  @Test func aDecisionStandsBesideTheVerdict() throws {
    let decision = """

      decision:
        verdict: stay
        by: [Ann, Ben]
        on: 2026-12-03
        because: We like it here.
        review: 2027-06-01
      """
    let site = try Sample.asItStands().site(SampleFiles.answers + decision)
    let overview = try site("index.html")
    #expect(overview.contains("<strong>Leave them</strong>, decided by Ann and Ben on"))
    #expect(overview.contains("The decision is not the verdict that the answers lead to."))
    #expect(overview.contains("We like it here."))
    #expect(!site.html.contains { $0.path == "steps/carry-down.html" })
    #expect(try site("plan.html").between("<h2>Left out</h2>", "</section>")?.contains("Carry down") == true)
  }

  @Test func thePlanShowsEffortProgressAndWhatDecides() throws {
    let progress = """

      progress:
        measure-up:
          status: in_progress
          done: [count]
          ticket: WINE-1
          note: Half <done>
      """
    let answers = SampleFiles.answers.replacing("tools: [rope, cart]", with: "tools: ~")
    let site = try Sample.asItStands().site(answers + progress)
    let plan = try site("plan.html")
    #expect(plan.contains("0.5 to 2.25 person-days, most likely 1"))
    #expect(plan.contains("<dd>3 working days</dd>"))
    #expect(plan.contains("in progress"))
    #expect(plan.contains("Half &lt;done&gt;"))
    let possible = try #require(plan.between("<h2>Steps that may apply</h2>", "</section>"))
    #expect(possible.contains("<a href=\"steps/hire-crane.html\">Hire a crane</a>"))
    #expect(possible.contains("<a href=\"answers.html#q-tools\">Tools</a>"))
    let step = try site("steps/measure-up.html")
    #expect(
      step.contains("<span class=\"status status-done\">done</span></span> <span class=\"tick-text\">Count"))
    #expect(
      step.contains(
        "<span class=\"mark\">to do</span></span> <span class=\"tick-text\">Weigh <strong>one</strong>."))
    #expect(step.contains("<span class=\"status status-out\">not met</span> It is cool below."))
    let gate = try site("steps/carry-down.html")
    #expect(gate.contains("Drips (after)"))
  }

  @Test func answersShowValueEvidenceAndState() throws {
    let answers = try Sample.asItStands().site()("answers.html")
    func answer(_ id: String) -> String { answers.answer(id) }
    #expect(answer("degrees").contains("<p class=\"value\">21.5\u{A0}°C</p>"))
    #expect(
      answer("degrees").contains(
        "<a href=\"https://example.org/thermometer?at=noon&amp;in=attic\">https://example.org/thermometer"))
    #expect(answer("degrees").contains("Read at noon"))
    #expect(answer("barrels").contains("<p class=\"value\">12\u{202F}000</p>"))
    #expect(answer("place").contains("<p class=\"value\">in the attic</p>"))
    #expect(answer("tools").contains("<p class=\"value\">a rope and a cart</p>"))
    #expect(answer("steep").contains("<p class=\"value\">no</p>"))
    #expect(answer("opened").contains("not answered yet"))
    #expect(answer("opened").contains("Ben asks (until 2026-12-15)"))
    #expect(answer("secret").contains("answered, private"))
    #expect(answers.between("The large one", "</section>")?.contains("1500\u{A0}l") == true)
  }

  @Test func anInheritedAnswerSaysWhereItCameFrom() throws {
    let own = SampleFiles.answers.replacing("  place: attic\n", with: "")
    let answers = try Sample.asItStands().site(own, shared: "answers:\n  place: hall\n")("answers.html")
    let place = answers.answer("place")
    #expect(place.contains("in the hall"))
    #expect(place.contains("From the answers that all teams share"))
  }

  @Test func aTeamWithSubjectsStandsDeeper() throws {
    let site = try Sample.asItStands().site(file: "cellar/red.yaml")
    #expect(site.diagnostics.lines == [])
    let style = #/href="\.\./\.\./\.\./assets/[0-9a-f]{8}/style\.css"/#
    #expect(try site("steps/measure-up.html").contains(style))
    #expect(try site("index.html").contains("href=\"../../index.html\">All teams"))
  }
}

extension String {
  /// What a page of answers says to a question.
  fileprivate func answer(_ id: String) -> String {
    let rest = between("id=\"q-\(id)\">", "</section>") ?? ""
    return String(rest[..<(rest.firstRange(of: "class=\"answer\"")?.lowerBound ?? rest.endIndex)])
  }
}
