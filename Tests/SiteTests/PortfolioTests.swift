import Diagnostics
import Site
import SiteFiles
import TestSupport
import Testing

/// The pages over all teams, made from records.
private struct PortfolioPages {
  let index: String
  let matrix: String
  let notFound: String

  init(_ records: [PlaybookRecord], failed: Set<String> = [], url: String? = nil) throws {
    var diagnostics: [Diagnostic] = []
    let sample = try Sample.asItStands()
    let files = Portfolio(theme: sample.theme, title: "Our barrels", url: url).files(
      of: records, beside: sample.renderer.questionnaire(diagnostics: &diagnostics), failed: failed,
      diagnostics: &diagnostics)
    #expect(diagnostics.lines == [])
    #expect(files.map(\.path.text) == ["index.html", "matrix.html", "answer.html", "404.html"])
    (index, matrix, notFound) = (files[0].text, files[1].text, files[3].text)
  }

  /// Where the only team stands.
  var stage: String? {
    index.between("<td data-label=\"Where it stands\">", "</td>")?.replacing(#/<[^>]*>/#, with: "")
  }

  /// The heads of the cards with the number of teams at a stage, without those that no team is at.
  var stages: [String] {
    index.matches(of: #/<h3><b>([1-9]\d*)</b> ([a-z ]+)</h3>|<dt>((?:on|at) [a-z ]+: \d+)</dt>/#).map {
      match in
      match.3.map(String.init) ?? "\(match.1 ?? "") \(match.2 ?? "")"
    }
  }

  /// A list of what holds teams up, in lines.
  func blockers(_ heading: String) -> [String] {
    (index.between("<h3>\(heading)</h3>", "</section>") ?? "").matches(of: #/<strong>([^<]*)</strong>/#)
      .map { String($0.1) }
  }

  /// The words of the matrix, in rows.
  var cells: [[String]] {
    matrix.split(separator: "<tr ").dropFirst().map { row in
      row.matches(of: #/<td(?: class="\w+")?>(.*?)</td>/#).dropFirst(2).map { cell in
        String(cell.1).replacing(#/<[^>]*>/#, with: "")
      }
    }
  }
}

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

@Suite struct MatrixTests {
  @Test func aCellSaysHowStronglyAReasonSpeaksAndForWhat() throws {
    let pages = try PortfolioPages([
      .sample {
        $0.criteria = [
          .condition("met"), .condition("unknown", .open), .condition("gone", .notApplicable),
          .condition("stairs"),
          .reason("a", strength: 0.67), .reason("b", strength: 0.66, for: "up"), .reason("c", strength: 0),
          .reason("d", .open, strength: 0), .reason("e", .leftOut, strength: 0),
        ]
        $0.isRuledOut(.move, by: "stairs")
        $0.isRuledOut(.trial, by: "stairs")
      }
    ])
    #expect(
      pages.cells == [
        [
          "strong Move down", "some Stay up", "none", "open", "left out", "met", "open", "left out",
          "rules out Move all Move one",
        ]
      ])
    #expect(
      pages.matrix.contains("<td class=\"s1\">strong") && pages.matrix.contains("<td class=\"w2\">some"))
    #expect(pages.matrix.contains("<th scope=\"col\">Condition stairs <small>condition</small></th>"))
  }

  @Test func playbooksHaveATableEachAndVersionsShareOne() throws {
    let pages = try PortfolioPages([
      .sample("a"), .sample("b", playbook: "attic"),
      .sample("c") { $0.criteria = [.reason("new", strength: 1), .reason("warm", strength: 1)] },
    ])
    #expect(pages.matrix.count(of: "role=\"region\" tabindex=\"0\"") == 2)
    #expect(
      pages.cells == [
        ["strong Move down", "met"], ["strong Move down", "", "met"],
        ["strong Move down", "strong Move down", ""],
      ])
  }

  @Test func threeHundredTeamsMakePagesThatStaySmall() throws {
    var random = SplitMix(seed: 7)
    func draw(_ below: Int) -> Int { Int.random(in: 0..<below, using: &random) }
    let records = (0..<300).map { number in
      PlaybookRecord.sample("team-\(number)") { record in
        record.criteria = (0..<20).map {
          .reason("reason-\($0)", draw(2) == 0 ? .open : .known, strength: Double(draw(4)) / 3)
        }
        if draw(2) == 0 {
          record.leaves(open: ["q\(draw(9))"], standing: ["open", "leaning"][draw(2)])
        }
        if draw(3) == 0 { record.decides(.trial) }
        if draw(3) == 0 { record.isRuledOut(.trial, by: "c\(draw(12))", holdsBack: true) }
        if draw(3) == 0 {
          record.isAt([.done, .inProgress][draw(2)], [.open, .done][draw(2)])
        }
      }
    }
    let pages = try PortfolioPages(records)
    let total = pages.stages.filter { $0.first?.isNumber ?? false }
      .compactMap { Int($0.prefix { $0.isNumber }) }.reduce(0, +)
    #expect(total == 300)
    #expect(pages.index.count(of: "<tr data-state=") == 300)
    #expect(pages.cells.count == 300 && pages.cells.allSatisfy { $0.count == 20 })
    #expect(pages.matrix.utf8.count < 300 * 20 * 70)
    let counts = pages.blockers("Conditions not met").compactMap { Int($0.prefix { $0.isNumber }) }
    #expect(counts.count == 12 && counts == counts.sorted(by: >))
    #expect(pages.index.contains("<details><summary>and 7 more</summary>\n<ol>"))
    #expect(try PortfolioPages(records.reversed()).index == pages.index)
  }
}

@Suite struct NotFoundTests {
  @Test func withoutAnAddressThePageNeedsNoOtherFile() throws {
    let page = try PortfolioPages([.sample()]).notFound
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(!page.contains("assets/") && !page.contains("<script") && !page.contains("style="))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(page.contains("href=\"index.html\"") && page.contains("href=\"../../../index.html\""))
  }

  @Test(arguments: ["https://example.org/books", "https://example.org/books/"])
  func withAnAddressEveryLinkIsWhole(_ url: String) throws {
    let page = try PortfolioPages([.sample()], url: url).notFound
    let links = page.matches(of: #/(?:href|src)="([^"]*)"/#).map { String($0.1) }
    #expect(links.count == 6)
    #expect(
      links.allSatisfy { $0.hasPrefix("https://example.org/books/") && !$0.dropFirst(8).contains("//") })
    #expect(links.contains("https://example.org/books/index.html"))
  }
}
