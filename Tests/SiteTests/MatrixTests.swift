import SiteFiles
import TestSupport
import Testing

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
