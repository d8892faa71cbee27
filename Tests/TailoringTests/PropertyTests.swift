import Diagnostics
import Rules
import TestSupport
import Testing

@testable import Authoring
@testable import Tailoring

/// What must hold for all answers, tried with answers drawn from seeds.
@Suite struct PropertyTests {
  private let fixture: Fixture
  private let tailor: Tailor
  private let blank: Answers

  init() throws {
    fixture = try Tangle.fixture()
    tailor = Tailor(fixture.playbook)
    blank = try fixture.answers("answers: {}")
  }

  private func judged(_ answers: Answers) -> Judgement {
    var log = RuleLog.silent
    let input = Situation.Input(answers: answers.answers, team: Situation.Input.unknownTeam)
    return Judgement(input, decision: nil, by: tailor, log: &log)
  }

  private func verdict(_ answers: Answers) -> TailoredVerdict { judged(answers).verdict }

  private func drawn(_ seed: UInt64) -> Answers {
    var generator = SplitMix(seed: seed)
    return blank.drawn(
      fixture.playbook.questions, share: Double.random(in: 0.2..<1, using: &generator), &generator)
  }

  private func byIntervals(_ answers: Answers) -> Set<String> {
    let judgement = judged(answers)
    let bindings = judgement.situation.bindings.addingRanges(judgement.criteria, judgement.scores)
    let possible = PossibleVerdicts(
      byIntervals: fixture.playbook.verdicts, in: bindings, criteria: judgement.criteria)
    return Set(possible.indices.map { fixture.playbook.verdicts[$0].id.text })
  }

  @Test func aBlankFileIsOpen() {
    #expect(verdict(blank).standing == .open)
    #expect(verdict(blank).known == 0)
    #expect(verdict(blank).openQuestions.map(\.text) == ["pain", "tools", "people", "tried", "pushed"])
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func whatIsPossibleIsWhatSomeWayOfAnsweringLeadsTo(seed: UInt64) {
    let answers = drawn(seed)
    let verdict = verdict(answers)
    let outcomes = Set(
      answers.completions(fixture.playbook.questions).map { self.verdict($0).computed.id.text })
    #expect(verdict.method == .enumeration)
    #expect(Set(verdict.possible.map(\.id.text)) == outcomes)
    #expect(outcomes.contains(verdict.computed.id.text))
    #expect(byIntervals(answers).isSuperset(of: outcomes))
    #expect((verdict.standing == .settled) == (outcomes.count == 1))
  }

  @Test(arguments: 100..<116 as Range<UInt64>)
  func oneAnswerMoreAddsNoPossibleVerdict(seed: UInt64) {
    let answers = drawn(seed)
    let before = Set(verdict(answers).possible.map(\.id.text))
    let beforeByIntervals = byIntervals(answers)
    for question in fixture.playbook.questions where answers.answers[question.id] == nil {
      for value in question.everyValue {
        let more = answers.adding(value, to: question.id)
        #expect(before.isSuperset(of: verdict(more).possible.map(\.id.text)))
        #expect(beforeByIntervals.isSuperset(of: byIntervals(more)))
      }
    }
  }

  @Test(arguments: 200..<220 as Range<UInt64>)
  func aCriterionThatDoesNotConcernTheTeamChangesNothing(seed: UInt64) throws {
    let stranger = """
      ---
      title: Stranger
      theme: t
      supports: move
      weight: 5
      when: "false"
      levels:
        - strength: 1.0
          because: S.
      ---
      """
    let other = Tailor(try Tangle.fixture(["criteria/0-stranger.md": stranger]).playbook)
    var diagnostics: [Diagnostic] = []
    let answers = drawn(seed)
    let a = tailor.tailored(to: answers, diagnostics: &diagnostics)
    let b = other.tailored(to: answers, diagnostics: &diagnostics)
    #expect(a.scores.map(\.points) == b.scores.map(\.points))
    #expect(a.scores.map(\.possible) == b.scores.map(\.possible))
    #expect(a.verdict.computed.id == b.verdict.computed.id)
    #expect(a.verdict.possible.map(\.id) == b.verdict.possible.map(\.id))
    #expect(a.verdict.standing == b.verdict.standing)
    #expect(a.verdict.known == b.verdict.known)
  }

  @Test(arguments: 300..<320 as Range<UInt64>)
  func oneMoreReasonForMovingNeverLowersTheScoreForMoving(seed: UInt64) throws {
    let reason = """
      ---
      title: More
      theme: t
      supports: move
      weight: 2
      levels:
        - when: answers.pushed
          strength: 0.8
          because: M.
        - strength: 0.0
          because: M.
      ---
      """
    let other = Tailor(try Tangle.fixture(["criteria/5-more.md": reason]).playbook)
    var diagnostics: [Diagnostic] = []
    let answers = drawn(seed)
    let a = tailor.tailored(to: answers, diagnostics: &diagnostics).scores
    let b = other.tailored(to: answers, diagnostics: &diagnostics).scores
    #expect(b[0].points >= a[0].points)
    #expect(b[0].possible.upperBound >= a[0].possible.upperBound)
    #expect(b[1].points == a[1].points)
  }

  @Test func tooManyWaysAreJudgedByIntervals() throws {
    let free =
      "---\ntitle: N\nsupports: move\nweight: 5\nlevels:\n  - when: answers.n > 2.0\n    strength: 1.0\n    because: N.\n---\n"
    let open = try Fixture(
      questions: question("n", "number"), ["criteria/n.md": free])(
        "answers: {}")
    #expect(open.verdict.method == .intervals)
    #expect(open.verdict.possible.map(\.id.text) == ["pilot", "stay"])
  }
}
