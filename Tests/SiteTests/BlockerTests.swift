import SiteFiles
import TestSupport
import Testing

@Suite struct BlockerTests {
  @Test func theMostCommonConditionComesFirstWithTheFirstTeamsInSight() throws {
    let records = (1...9).map { number in
      PlaybookRecord.sample("t\(number)") { record in
        if number > 7 { record.isRuledOut(.move, by: "attic") }
        record.isRuledOut(.move, by: "stairs")
        // Ruling out two verdicts is one condition.
        record.isRuledOut(.trial, by: "stairs")
      }
    }
    let pages = try PortfolioPages(records)
    #expect(pages.blockers("Conditions not met") == ["9 × Condition stairs", "2 × Condition attic"])
    let list = try #require(pages.index.between("9 × Condition stairs", "</details>"))
    #expect(list.count(of: "<a ") == 9)
    #expect(list.contains("<summary>and 4 more</summary>"))
    let seen = list.prefix(upTo: try #require(list.firstRange(of: "<details>")).lowerBound)
    #expect(String(seen).count(of: "<a ") == 5)
  }

  @Test func conditionsOfTwoPlaybooksAreTwo() throws {
    let pages = try PortfolioPages(
      ["cellar", "attic"].map { playbook in
        .sample(playbook, playbook: playbook) { $0.isRuledOut(.move, by: "stairs") }
      })
    #expect(pages.blockers("Conditions not met") == ["1 × Condition stairs", "1 × Condition stairs"])
    #expect(pages.index.contains("<span class=\"range\">Into the attic</span>"))
  }

  @Test func aPrivateQuestionIsNeverNamed() throws {
    let pages = try PortfolioPages([
      .sample("a") { $0.leaves(open: ["secret", "degrees"], private: ["secret"]) },
      .sample("b") { $0.leaves(open: ["secret"], private: ["secret"]) },
      .sample("c") { $0.isAt(.done, .inProgress) },
    ])
    #expect(pages.blockers("Questions to answer first") == ["1 × Label of degrees"])
    #expect(!(pages.index + pages.matrix).contains("secret"))
    #expect(pages.blockers("Gates waited at") == ["1 × Carry"])
    #expect(pages.index.contains("Waits for: <span class=\"waited\">Drips</span>"))
  }

  @Test func aDecidedOrSettledTeamIsAskedNothing() throws {
    let pages = try PortfolioPages([
      .sample("a") {
        $0.leaves(open: ["degrees"])
        $0.decides(.move)
      },
      .sample("b") { $0.leaves(open: ["degrees"], standing: "settled") },
    ])
    #expect(!pages.index.contains("What holds them up"))
  }
}
