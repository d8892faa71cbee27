import Comparison
import Foundation
import SiteFiles
import Testing

/// What changes between two sites, from records as a build writes them.
@Suite struct SiteComparisonTests {
  private typealias Named = PlaybookRecord.Named

  /// A team's record with what comparisons look at.
  private static func record(_ key: String = "web") -> PlaybookRecord {
    let pilot = Named(id: "pilot", title: "Pilot")
    return PlaybookRecord(
      key: key, isListed: true, playbook: .init(id: "p", title: "P", version: "1.0.0"), team: "Web",
      subject: "shop",
      verdict: .init(computed: pilot, standing: "leaning", possible: [pilot], known: 1, decision: nil),
      scores: [.init(option: Named(id: "move", title: "Move"), points: 5, least: 5, most: 5)],
      criteria: [.init(id: "races", title: "Races", state: .known, strength: 1, points: 5, option: "move")],
      rulings: [], steps: ["a", "b", "c"].map { step($0) }, sensitivity: nil, candidates: [], schedule: nil,
      gates: [.init(step: Named(id: "c", title: "C"), outcome: nil, waitsFor: [])], measurements: [],
      nextGate: nil, progress: .init(total: 3, done: 0, inProgress: 0, skipped: 0), openQuestions: [],
      answers: [], newestAnswer: nil, pages: [.init(path: "steps/a.html", title: "A")])
  }

  private static func step(_ id: String, ticked: [String] = []) -> PlaybookRecord.Step {
    .init(
      id: id, title: id.uppercased(), phase: Named(id: "p", title: "P"), status: .open, needs: [],
      checklist: ["one", "two"].map { .init(id: $0, isDone: ticked.contains($0)) }, url: "steps/\(id).html")
  }

  private static func texts(_ text: String) -> PageTexts {
    PageTexts(
      markdown: "# Computed\n\n\(PageTexts.begin("steps/a.html"))\n\n\(text)\n\n\(PageTexts.end)\n\nmore\n")
  }

  private static func comparison(
    _ old: PlaybookRecord = record(), _ before: String = "Do it.", text after: String = "Do it.",
    changing change: (inout PlaybookRecord) -> Void = { _ in }
  ) -> SiteComparison {
    var new = old
    change(&new)
    return SiteComparison(
      from: [TeamSnapshot(record: old, texts: texts(before))],
      to: [TeamSnapshot(record: new, texts: texts(after))])
  }

  @Test func `what is the same is not told`() throws {
    let same = Self.comparison()
    #expect(same.isEmpty && same.text() == "Nothing changes for 1 team\n")
    // Only how something is computed or called around the author's words.
    let renamed = Self.comparison {
      $0.verdict.computed.title = "Try one"
      $0.steps[0].title = "Another title"
      $0.scores[0].option.title = "Move to Rust"
    }
    #expect(renamed.isEmpty)
    var old = Self.record()
    let (move, owners) = (Named(id: "move", title: "Move"), Named(id: "owners", title: "Owners"))
    old.rulings = [.init(verdict: move, criterion: owners, holdsBack: true)]
    old.gates[0].outcome = Named(id: "go", title: "Go on")
    let retitled = Self.comparison(old) {
      $0.rulings[0].verdict.title = "Move to Rust"
      $0.rulings[0].criterion.title = "Two owners"
      $0.gates[0].outcome?.title = "Go"
    }
    #expect(retitled.isEmpty, "\(retitled.text())")
  }

  @Test func `a page that comes or goes is told, but for that of a step that does`() {
    func site(_ pages: [String]) -> TeamSnapshot {
      var record = Self.record()
      record.pages = pages.map { .init(path: $0, title: "T") }
      record.steps = pages.contains("steps/a.html") ? record.steps : []
      let texts = pages.map { "\(PageTexts.begin($0))\n\none two\n\n\(PageTexts.end)\n" }.joined()
      return TeamSnapshot(record: record, texts: PageTexts(markdown: texts))
    }
    let (few, many) = (site(["guides/a.html"]), site(["guides/a.html", "guides/b.html", "steps/a.html"]))
    let came = SiteComparison(from: [few], to: [many])
    #expect(came.pages.map(\.path) == ["guides/b.html"])
    #expect(came.pages.map(\.addedWords) == [2] && came.pages.map(\.title) == ["T"])
    let went = SiteComparison(from: [many], to: [few])
    #expect(went.pages.map(\.path) == ["guides/b.html"])
    #expect(went.pages.map(\.removedWords) == [2] && went.pages.map(\.title) == ["T"])
  }

  private struct Case: Sendable {
    let line: String?
    let change: @Sendable (inout PlaybookRecord) -> Void

    init(_ line: String?, _ change: @escaping @Sendable (inout PlaybookRecord) -> Void) {
      (self.line, self.change) = (line, change)
    }
  }

  private static let cases = [
    Case("  verdict  Pilot → Move\n") { $0.verdict.computed = Named(id: "move", title: "Move") },
    Case("  standing  leaning → settled\n") { $0.verdict.standing = "settled" },
    Case("  possible  Pilot → Pilot, Stay\n") {
      $0.verdict.possible.append(Named(id: "stay", title: "Stay"))
    },
    Case("  decision  none → Stay\n") {
      let stay = Named(id: "stay", title: "Stay")
      $0.verdict.decision = .init(verdict: stay, by: [], on: nil, because: nil, review: nil)
    },
    Case("  points  Move 5 → 2.25\n") { $0.scores[0].points = 2.25 },
    Case("  criterion  Races: 5 for Move → 2.5 for Move\n") { $0.criteria[0].points = 2.5 },
    Case("  criterion  Races: 5 for Move → open\n") { $0.criteria[0].state = .open },
    Case("  criterion  − Races\n") { $0.criteria[0].state = .leftOut },
    Case("  criterion  + GC: 0 for Move\n") {
      $0.criteria.append(.init(id: "gc", title: "GC", state: .known, strength: 0, points: 0, option: "move"))
    },
    Case("  ruled out  Move, by Owners\n") {
      let (move, owners) = (Named(id: "move", title: "Move"), Named(id: "owners", title: "Owners"))
      $0.rulings = [.init(verdict: move, criterion: owners, holdsBack: true)]
    },
    Case("  step  + D\n") { $0.steps.append(step("d")) },
    Case("  step  − B\n") { $0.steps.remove(at: 1) },
    Case(" stands elsewhere\n") { $0.steps.swapAt(0, 2) },
    Case("  gate  C: open → Go on\n") { $0.gates[0].outcome = Named(id: "go", title: "Go on") },
    Case(nil) { $0.gates = [] },
  ]

  @Test(arguments: cases)
  private func `each change is told in a line`(one: Case) {
    let comparison = Self.comparison(changing: one.change)
    #expect(comparison.isEmpty == (one.line == nil))
    if let line = one.line { #expect(comparison.text().contains(line), "\(comparison.text())") }
  }

  @Test func `a ticked item that is gone is told, and one that nobody ticked is not`() {
    var old = Self.record()
    old.steps[1] = Self.step("b", ticked: ["two"])
    let lost = Self.comparison(old) { $0.steps[1].checklist.removeAll() }
    #expect(lost.text().contains("  tick lost  'two' of B\n"))
    #expect(lost.summary[1] == "Plans: 1 ticked item is lost")
    let gone = Self.comparison(old) { $0.steps.remove(at: 1) }
    #expect(gone.changed.first?.lostTicks.map(\.item) == ["two"])
    #expect(Self.comparison(old) { $0.steps[0].checklist.removeAll() }.isEmpty)
  }

  @Test func `texts are compared by their words, and what is computed around them is not`() {
    let changed = Self.comparison(Self.record(), "Do  it\nnow.", text: "Do it right now.")
    #expect(changed.pages.map(\.path) == ["steps/a.html"])
    #expect(changed.pages.map(\.addedWords) == [1] && changed.pages.map(\.removedWords) == [0])
    #expect(changed.text().contains("  steps/a.html: A: 1 team, up to 1 word in and 0 out\n"))
    #expect(Self.comparison(Self.record(), "Do  it\nnow.", text: "Do it now.").isEmpty)
    let turned = Self.comparison(Self.record(), "one two one", text: "one one two")
    #expect(turned.text().contains("  steps/a.html: A: 1 team, words in another order\n"))
  }

  @Test func `teams that came and went are told`() {
    let (old, new) = (Self.record("old"), Self.record("new"))
    let comparison = SiteComparison(
      from: [TeamSnapshot(record: old, texts: Self.texts(""))],
      to: [TeamSnapshot(record: new, texts: Self.texts(""))])
    #expect(comparison.summary[0] == "Verdicts of 0 teams: 1 team is new, 1 team is gone")
    #expect(comparison.text().contains("New\n  new: Web, shop: Pilot\n"))
    #expect(comparison.text().contains("Gone\n  old: Web, shop: Pilot\n"))
  }

  @Test func `a comment has three lines first, no markup of anybody else's, and never more than hosts take`()
    throws
  {
    var old = Self.record()
    old.team = "<b>@all</b> #1\n- [x](y) `c`"
    let one = Self.comparison(old) { $0.verdict.computed = Named(id: "move", title: "Move *now*") }.markdown()
    let lines = one.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "<!-- waybook diff -->" && lines[1...3].allSatisfy { $0.hasPrefix("- ") })
    #expect(one.contains("&lt;b&gt;@<!-- -->all&lt;/b&gt; #<!-- -->1"))
    #expect(!one.contains("@all") && one.contains("Move \\*now\\*") && !one.contains("\n- [x]"))

    old.team = "\u{600}<img src=x> *\u{301}a*\u{301} \u{600}[\u{301}b](https://evil) \u{600}@all !1"
    let hidden = Self.comparison(old) { $0.verdict.computed = Named(id: "move", title: "Move") }.markdown()
    #expect(!hidden.contains("<img") && !hidden.contains("https://") && !hidden.contains("@all"))
    #expect(hidden.contains("\u{600}&lt;img src=x&gt;") && hidden.contains("!<!-- -->1"))

    let teams = (0..<2_000).map { Self.record("team-\($0)") }
    let many = SiteComparison(
      from: teams.map { TeamSnapshot(record: $0, texts: Self.texts("")) },
      to: teams.map { team in
        var team = team
        if team.key == "team-1999" { team.verdict.computed = Named(id: "move", title: "Move") }
        team.scores[0].points = 1
        return TeamSnapshot(record: team, texts: Self.texts(""))
      }
    ).markdown()
    #expect(many.utf8.count < 65_536)
    #expect(many.contains("verdict Pilot → Move"))
    #expect(many.contains(" more parts; `waybook diff` shows all."))
    #expect(
      many.components(separatedBy: "<details>").count == many.components(separatedBy: "</details>").count)
    let broken = Set((0..<9_000).map { "team-\($0)" })
    let failed = SiteComparison(from: [], to: [], failedNow: broken) { _, _ in
      preconditionFailure("There is no team")
    }
    #expect(failed.markdown().utf8.count < 1_000 && failed.markdown().contains(" and 8990 more"))
  }
}

extension SiteComparison {
  /// Compares teams that are in memory.
  fileprivate init(from old: [TeamSnapshot], to new: [TeamSnapshot]) {
    func byKey(_ teams: [TeamSnapshot]) -> [String: TeamSnapshot] {
      Dictionary(uniqueKeysWithValues: teams.map { ($0.record.key, $0) })
    }
    let (before, after) = (byKey(old), byKey(new))
    self.init(from: Set(before.keys), to: Set(after.keys)) { side, key in
      let team =
        switch side {
        case .old: before[key]
        case .new: after[key]
        }
      guard let team else { preconditionFailure("Nobody asks for a team that is not there") }
      return team
    }
  }
}
