import Site
import SiteFiles
import TestSupport
import Testing

@Suite struct PortfolioTests {
  @Test func theListedTeamsStandByKey() throws {
    let sample = try Sample.asItStands()
    let records = try [("b.yaml", ""), ("c.yaml", "listed: false\n"), ("a/red.yaml", "")].map { file, more in
      try sample.site(more + SampleFiles.answers.replacing("red barrels", with: file), file: file).rendered
        .record
    }
    let pages = try PortfolioPages(records)
    let links = pages.index.matches(of: #/<br><a href="([^"]*)"/#).map { String($0.1) }
    #expect(links == ["a/red/index.html", "b/index.html"])
    #expect(pages.index.contains("<h1>Our barrels</h1>"))
    #expect(pages.index.contains("Move all <span class=\"status status-met\">settled</span>"))
    #expect(pages.index.contains("<td data-label=\"Next gate\">Carry down</td>"))
    #expect(pages.index.contains("<td data-label=\"Progress\">0 of 2 steps<br>"))
    #expect(!pages.index.contains("c.yaml") && !pages.matrix.contains("c.yaml"))
  }

  @Test func conditionsThatAreNotMetAndDecisionsAreShown() throws {
    let answers = SampleFiles.answers.replacing("stairs: true\n  steep: false", with: "stairs: false")
    let sample = try Sample.asItStands()
    let undecided = try PortfolioPages([sample.site(answers).rendered.record])
    #expect(undecided.stage == "stuck on a condition on a decision")
    let decided = try PortfolioPages([sample.site(answers + "\ndecision:\n  verdict: stay\n").rendered.record]
    )
    #expect(decided.index.contains("<li>There is a way down</li>"))
    #expect(
      decided.index.contains(
        "<td data-label=\"Decision\">Leave them <span class=\"status\">not the verdict</span>"))
    #expect(decided.stage == "ready")
    #expect(decided.cells == [["strong Move down", "rules out Move all"]])
  }

  @Test func pagesOfAnEarlierBuildSayOfWhenTheyAre() throws {
    let record = try Sample.asItStands().site().rendered.record
    #expect(
      try PortfolioPages([record], failed: ["barrels"]).index.contains(
        "with answers up to 2026-11-20: the last build of them failed"))
    #expect(try !PortfolioPages([record]).index.contains("earlier pages"))
  }

  @Test func aTeamThatIsNotListedIsNowhereEvenWhereItFailed() throws {
    let pages = try PortfolioPages([.sample("unseen") { $0.isListed = false }], failed: ["unseen", "lost"])
    #expect(!(pages.index + pages.matrix).contains("unseen"))
    #expect(pages.index.contains("<li>lost <span class=\"status status-old\">failed</span></li>"))
  }

  @Test func aSiteWithoutTeamsHasPages() throws {
    let pages = try PortfolioPages([])
    #expect(pages.index.contains("No team is listed.") && pages.matrix.contains("No team is listed."))
    #expect(!pages.index.contains("<form") && !pages.matrix.contains("<form"))
  }
}
