import Diagnostics
import Foundation
import Site
import SiteFiles
import Testing

@Suite struct RecordTests {
  @Test func playbookJSONIsTheRecordAndNothingElse() throws {
    let site = try Sample.asItStands().site()
    let record = try PlaybookRecord(json: Array(try site("playbook.json").utf8))
    #expect(record == site.rendered.record)
    #expect(record.schema == 1)
    #expect(record.verdict.computed == .init(id: "move", title: "Move all"))
    #expect(record.verdict.standing == "settled")
    #expect(record.scores.map(\.points) == [4, 0])
    #expect(
      record.criteria.first
        == .init(
          id: "too-warm", title: "It is too warm", state: .known, strength: 1, points: 4, option: "move"))
    #expect(record.steps.map(\.id) == ["measure-up", "carry-down"])
    #expect(record.steps.map(\.url) == ["steps/measure-up.html", "steps/carry-down.html"])
    #expect(record.nextGate?.id == "carry-down")
    #expect(record.progress == .init(total: 2, done: 0, inProgress: 0, skipped: 0))
    #expect(record.newestAnswer == "2026-11-20")
    #expect(record.answers.first { $0.question == "tools" }?.value == .choices(["rope", "cart"]))
    #expect(record.answers.first { $0.question == "degrees" }?.value == .number(21.5))
    #expect(record.answers.first { $0.question == "barrels" }?.value == .integer(12000))
    #expect(!record.answers.contains { $0.question == "secret" })
    #expect(record.pages.map(\.path) == site.html.map(\.path))
  }

  @Test func aRecordOfAnEarlierBuildThatSaysLessIsStillRead() throws {
    let answers = SampleFiles.answers.replacing("stairs: true\n  steep: false", with: "stairs: false")
    var record = try Sample.asItStands().site(answers).rendered.record
    #expect(record.rulings.map(\.holdsBack) == [true])
    let earlier = String(decoding: record.json, as: UTF8.self)
      .replacing(#/,\n *"holds_back" : true|"holds_back" : true,\n */#, with: "")
    #expect(!earlier.contains("holds_back"))
    record.rulings[0].holdsBack = nil
    #expect(try PlaybookRecord(json: Array(earlier.utf8)) == record)
  }

  @Test func aRecordOfAnotherSchemaIsRefused() {
    #expect(throws: PlaybookRecord.Problem.otherSchema(2)) {
      try PlaybookRecord(json: Array("{\"schema\": 2}".utf8))
    }
    #expect(throws: PlaybookRecord.Problem.self) { try PlaybookRecord(json: Array("[]".utf8)) }
  }

  @Test func theSameInputMakesTheSameBytes() throws {
    let first = try Sample().site()
    let second = try Sample().site()
    #expect(first.rendered.files == second.rendered.files)
  }

  @Test func oneRendererServesSeveralThreads() async throws {
    let sample = try Sample.asItStands()
    let renderer = sample.renderer
    let tailored = try ["attic", "hall"].map { place in
      try sample.tailored(SampleFiles.answers.replacing("place: attic", with: "place: \(place)"))
    }
    let expected = tailored.map { team in
      var diagnostics: [Diagnostic] = []
      return renderer.pages(of: team, sideBySide: false, diagnostics: &diagnostics).files
    }
    let fresh = try Sample().renderer
    await withTaskGroup(of: Bool.self) { group in
      for index in 0..<16 {
        group.addTask {
          var diagnostics: [Diagnostic] = []
          let pages = fresh.pages(
            of: tailored[index % 2], sideBySide: index.isMultiple(of: 3), diagnostics: &diagnostics)
          return pages.files == expected[index % 2]
        }
      }
      for await isSame in group { #expect(isSame) }
    }
  }
}
