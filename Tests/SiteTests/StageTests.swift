import SiteFiles
import TestSupport
import Testing

@Suite struct StageTests {
  private static let cases: [(PlaybookRecord, String)] = [
    (.sample(), "stuck on a decision"),
    (.sample { $0.leaves(open: ["q"]) }, "stuck on open answers"),
    (.sample { $0.leaves(open: ["q"], standing: "open") }, "too little known"),
    (.sample { $0.decides(.move) }, "ready"),
    // The people may decide before all is known.
    (
      .sample {
        $0.leaves(open: ["q"], standing: "open")
        $0.decides(.move)
      }, "ready"
    ),
    (
      .sample {
        $0.decides(.move)
        $0.isRuledOut(.move, by: "stairs")
      }, "stuck on a condition"
    ),
    (
      .sample {
        $0.decides(.trial)
        $0.isRuledOut(.move, by: "stairs", holdsBack: true)
      }, "ready"
    ),
    (.sample { $0.isRuledOut(.move, by: "stairs", holdsBack: true) }, "stuck on a condition on a decision"),
    // Its own rule does not hold anyway; or the record does not say.
    (.sample { $0.isRuledOut(.move, by: "stairs", holdsBack: false) }, "stuck on a decision"),
    (.sample { $0.isRuledOut(.move, by: "stairs", holdsBack: nil) }, "stuck on a decision"),
    (.sample { $0.isAt(.inProgress, .open) }, "under way"),
    (.sample { $0.isAt(.done, .open) }, "under way"),
    (.sample { $0.isAt(.skipped, .open) }, "stuck on a decision"),
    (.sample { $0.isAt(.done, .inProgress) }, "stuck at a gate"),
    (.sample { $0.isAt(.done, .done) }, "stuck at a gate"),
    (
      .sample {
        $0.isAt(.done, .done)
        $0.gates[0].outcome = .init(id: "expand", title: "Expand")
      }, "done"
    ),
    (
      .sample {
        $0.decides(.move)
        $0.steps = []
      }, "done"
    ),
    (
      .sample {
        $0.decides(.move)
        $0.isAt(.done, .possible)
      }, "stuck on open answers"
    ),
  ]

  @Test(arguments: cases) func aTeamStandsAtOneStage(_ record: PlaybookRecord, _ expected: String) throws {
    #expect(try PortfolioPages([record]).stage == expected)
  }

  @Test func theFirstScreenCountsEachTeamAtItsStageAndUnderItsVerdict() throws {
    let pages = try PortfolioPages([
      .sample("a"), .sample("b") { $0.leaves(open: ["q"]) },
      .sample("c") { $0.leaves(open: ["q"], standing: "open") }, .sample("d") { $0.decides(.trial) },
      .sample("e") {
        $0.team = "Team d"
        $0.isRuledOut(.move, by: "stairs", holdsBack: true)
      },
    ])
    #expect(pages.index.contains("<p>Playbooks: 5, of teams: 4.</p>"))
    #expect(
      pages.stages == [
        "1 ready", "3 stuck", "on a condition: 1", "on open answers: 1", "on a decision: 2",
        "1 too little known",
      ])
    let rows = (pages.index.between("<table class=\"counts\">", "</table>") ?? "").split(separator: "<tr>")
      .dropFirst(2).map { row in
        String(row).replacing(#/<[^>]*>/#, with: " ").split(whereSeparator: \.isWhitespace).joined(
          separator: " ")
      }
    #expect(rows == ["Move all 0 2 1 3", "Move one 1 0 0 1", "none yet open 1"])
    #expect(pages.index.contains("data-state=\"stuck condition decision\" data-standing=\"settled\""))
  }

  @Test func anUnknownStandingPretendsNoVerdict() throws {
    let pages = try PortfolioPages([.sample { $0.verdict.standing = "wobbly" }])
    #expect(pages.index.contains("none yet <span class=\"status status-open\">open</span>"))
  }
}
