import Diagnostics
import Foundation
import Rules
import TestSupport
import Testing

@testable import Authoring
@testable import Tailoring

/// What the trials find, beside tailoring anew for each other answer.
@Suite struct SensitivityPropertyTests {
  @Test(arguments: 400..<520 as Range<UInt64>)
  func tippingPointsAreAllThatTailoringAnewFinds(seed: UInt64) throws {
    try Trial(of: Tangle.fixture()).checkTippingPoints(seed: seed)
  }

  @Test(arguments: 600..<660 as Range<UInt64>)
  func aQuestionCanChangeTheVerdictJustWhereSomeWayOfAnsweringTheOthersLetsIt(seed: UInt64) throws {
    try Trial(of: Tangle.fixture()).checkOpenQuestions(seed: seed)
  }

  /// What was worked out for one team is used for the next: with other answers, another number of people, and
  /// questions that make no sense.
  @Test func whatWasTriedForOneTeamTellsNoLieOfAnother() throws {
    let (fixture, blank) = try tangle(leadingWhen: "team.people > 4", otherwise: 0.2)
    let shared = Tailor(fixture.playbook)
    var generator = SplitMix(seed: 5)
    var told: Set<[String]> = []
    for _ in 0..<150 {
      let answers = blank.drawn(fixture.playbook.questions, share: 0.8, &generator)
      let team = ["people": Binding.value(.int(Int64.random(in: 3...6, using: &generator)))]
      let after = try tried(answers, of: team, by: shared)
      #expect(after == (try tried(answers, of: team, by: Tailor(fixture.playbook))))
      told.insert(after)
    }
    #expect(told.count > 50)
  }

  /// Rules compare code points: two names that only look the same are two teams.
  @Test func aTeamWhoseNameLooksTheSameIsAnotherOne() throws {
    let (fixture, blank) = try tangle(leadingWhen: "team.name == 'Caf\u{E9}'", otherwise: 0.0)
    let shared = Tailor(fixture.playbook)
    var generator = SplitMix(seed: 6)
    var differing = 0
    for _ in 0..<60 {
      let answers = blank.drawn(fixture.playbook.questions, share: 0.9, &generator)
      let told = try ["Caf\u{E9}", "Cafe\u{301}"].map { name in
        let team = ["name": Binding.value(.string(name))]
        let told = try tried(answers, of: team, by: shared)
        #expect(told == (try tried(answers, of: team, by: Tailor(fixture.playbook))))
        return told
      }
      if told[0] != told[1] { differing += 1 }
    }
    #expect(differing > 0)
  }

  /// The tangle with a criterion that asks for something of the team, and answers that say nothing.
  private func tangle(leadingWhen rule: String, otherwise strength: Double) throws -> (Fixture, Answers) {
    let fixture = try Tangle.fixture([
      "criteria/5-lead.md": """
      ---
      title: Lead
      supports: move
      weight: 4
      levels:
        - when: \(rule) && answers.pushed
          strength: 1.0
          because: L.
        - strength: \(strength)
          because: L.
      ---
      """
    ])
    return (fixture, try fixture.answers("answers: {}"))
  }

  /// What would change the verdict of a team, and which answers it lacks most, in words.
  private func tried(_ answers: Answers, of team: [String: Binding], by tailor: Tailor) throws -> [String] {
    var log = RuleLog.silent
    let team = Situation.Input.unknownTeam.merging(team) { $1 }
    let judgement = Judgement(
      Situation.Input(answers: answers.answers, team: team), decision: nil, by: tailor, log: &log)
    let sensitivity = try #require(Sensitivity(of: judgement, by: tailor))
    return sensitivity.tippingPoints.map { point in
      point.changes.map { "\($0.question.id) \($0.to)" }.joined(separator: ", ") + ": \(point.verdict.id)"
    } + sensitivity.openQuestions.map { "\($0.question.id) \($0.canChangeVerdict)" }
  }

  private static let playbooks: UInt64 =
    ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1" ? 1_000 : 50

  @Test(arguments: 0..<Self.playbooks)
  func bothHoldForPlaybooksMadeAtRandom(seed: UInt64) throws {
    var random = RandomPlaybook(seed: seed)
    let parts = random.parts()
    let trial = try Trial(of: Fixture(header: parts.header, questions: parts.questions, parts.files))
    try trial.checkPossibleVerdicts(seed: seed)
    try trial.checkTippingPoints(seed: seed)
    try trial.checkOpenQuestions(seed: seed)
  }
}

/// A playbook whose results are held to tailoring anew.
private struct Trial {
  let fixture: Fixture
  let tailor: Tailor
  let blank: Answers

  init(of fixture: Fixture) throws {
    self.fixture = fixture
    tailor = Tailor(fixture.playbook)
    blank = try fixture.answers("answers: {}")
  }

  private func judged(_ answers: Answers) -> Judgement {
    var log = RuleLog.silent
    let input = Situation.Input(answers: answers.answers, team: Situation.Input.unknownTeam)
    return Judgement(input, decision: nil, by: tailor, log: &log)
  }

  func checkPossibleVerdicts(seed: UInt64) throws {
    var generator = SplitMix(seed: seed)
    let answers = blank.drawn(fixture.playbook.questions, share: 0.5, &generator)
    let verdict = judged(answers).verdict
    let outcomes = Set(answers.completions(fixture.playbook.questions).map { judged($0).verdict.computed.id })
    #expect(verdict.method == .enumeration)
    #expect(Set(verdict.possible.map(\.id)) == outcomes)
  }

  /// The first verdict whose rule holds and that nothing rules out, open reasons bringing no points.
  private func verdictSoFar(_ answers: Answers) -> String {
    let candidates = judged(answers).verdict.candidates
    return
      (candidates.first { $0.outcome.holding == .holds && $0.ruledOutBy.isEmpty }
      ?? candidates[candidates.count - 1])
      .verdict.id.text
  }

  func checkTippingPoints(seed: UInt64) throws {
    var generator = SplitMix(seed: seed)
    let answers = blank.drawn(fixture.playbook.questions, share: 0.85, &generator)
    let judgement = judged(answers)
    let verdict = verdictSoFar(answers)
    guard judgement.verdict.computed.id.text == verdict else { return }
    var search = try #require(
      TippingPointSearch(
        tailor, judgement.situation, judgement.criteria,
        verdict: fixture.playbook.verdicts.firstIndex { $0.id.text == verdict } ?? 0))
    let found = Set(
      search.run().filter { $0.changes.count == 1 }.map { point in
        "\(point.changes[0].question.id) \(point.changes[0].to) \(point.verdict.id)"
      })
    var expected: Set<String> = []
    for (index, question) in fixture.playbook.questions.enumerated() {
      guard case .given(let value) = judgement.situation.states[index] else { continue }
      var sides: [Bool: Set<String>] = [:]
      for other in question.everyValue.sorted(by: { question.isNearer($0, $1, to: value) })
      where other != value {
        guard question.isOneStep(from: value, to: other) else { continue }
        let outcome = verdictSoFar(answers.adding(other, to: question.id))
        guard outcome != verdict else { continue }
        if case .int(let number) = other, case .int(let own) = value {
          guard sides[number > own, default: []].insert(outcome).inserted else { continue }
        }
        expected.insert("\(question.id) \(TippingPoint.Target.value(other)) \(outcome)")
      }
    }
    #expect(found == expected)
  }

  func checkOpenQuestions(seed: UInt64) throws {
    var generator = SplitMix(seed: seed)
    let answers = blank.drawn(fixture.playbook.questions, share: 0.5, &generator)
    let judgement = judged(answers)
    var order = try #require(OpenQuestionOrder(tailor, judgement.situation, judgement.criteria))
    let open = fixture.playbook.questions.filter { answers.answers[$0.id] == nil }
    for (index, canChange) in order.run(usedByOpenRule: { _ in true }) {
      let question = fixture.playbook.questions[index]
      let others = answers.completions(open.filter { $0.id != question.id })
      let changes = others.contains { way in
        Set(question.everyValue.map { verdictSoFar(way.adding($0, to: question.id)) }).count > 1
      }
      #expect(canChange == changes, "\(question.id)")
    }
  }
}

extension Question {
  /// Whether a list differs in one choice; any other answer is one step away.
  fileprivate func isOneStep(from value: RuleValue, to other: RuleValue) -> Bool {
    guard case .list(let a) = value, case .list(let b) = other else { return true }
    return Set(a).symmetricDifference(b).count == 1
  }

  /// Numbers from the nearest to the farthest.
  fileprivate func isNearer(_ a: RuleValue, _ b: RuleValue, to value: RuleValue) -> Bool {
    guard case .int(let a) = a, case .int(let b) = b, case .int(let own) = value else { return false }
    return abs(a - own) < abs(b - own)
  }
}
