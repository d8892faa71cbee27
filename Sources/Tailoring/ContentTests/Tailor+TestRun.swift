import Authoring
import Diagnostics
import Rules

extension Tailor {
  /// Runs the author's own tests, of criteria, of steps and of the whole playbook.
  public func testRun() -> TestRun {
    var trace = TestTrace()
    var suites: [TestRun.Suite] = []
    for (index, criterion) in playbook.criteria.enumerated() {
      suites.add(criterion.tests.enumerated().map { run($1, number: $0 + 1, ofCriterion: index, &trace) })
    }
    for step in playbook.steps {
      suites.add(step.tests.enumerated().map { run($1, number: $0 + 1, of: step, &trace) })
    }
    var files: [String] = []
    for test in playbook.tests where files.last != test.location.file { files.append(test.location.file) }
    for file in files {
      suites.add(playbook.tests.filter { $0.location.file == file }.map { run($0, &trace) })
    }
    return TestRun(suites: suites, coverage: TestCoverage(of: playbook, trace))
  }

  /// A test of a criterion takes its `when`, and that of all questions, as true, unless it expects that the
  /// criterion is left out.
  private func run(
    _ test: Criterion.Test, number: Int, ofCriterion index: Int, _ trace: inout TestTrace
  ) -> TestRun.Case {
    let criterion = playbook.criteria[index]
    var log = RuleLog(test: test.location)
    let expectsLeftOut = test.expectation.isLeftOut
    let situation = Situation(
      .test(test.answers, asksEverything: !expectsLeftOut), derivation, log: &log)
    trace.add(test.answers)
    let failure: Diagnostic?
    if expectsLeftOut {
      failure = criterion.failure(
        of: test, concern: log.outcome(of: criterion.when, in: situation.bindings).holding)
    } else {
      let result = criterion.tailored(
        in: situation.bindings, concern: .holds, mayTurnNotApplicable: false, log: &log)
      trace.add(result, ofCriterion: index)
      failure = result.failure(of: test)
    }
    return TestRun.Case(
      name: "\(number): \(test.expectation.inWords)", location: test.location,
      failures: log.errors + [failure].compactMap(\.self))
  }

  /// A test of the whole playbook is a team of which only what the test says is known.
  private func run(_ test: Playbook.Test, _ trace: inout TestTrace) -> TestRun.Case {
    var log = RuleLog(test: test.location)
    let judgement = Judgement(.test(test.answers), decision: test.decision, by: self, log: &log)
    let prospect = Prospect(
      of: judgement, test.components, test.measurements, test.progress, by: self, log: &log)
    trace.add(judgement.situation, derivation)
    trace.add(test.components, componentQuestions)
    for (index, result) in judgement.criteria.enumerated() { trace.add(result, ofCriterion: index) }
    trace.steps.formUnion(test.expectation.places.map(\.step.value))
    trace.steps.formUnion(test.expectation.gates.map(\.step.value))
    trace.steps.formUnion(test.expectation.exits.map(\.step.value))
    for (step, gate) in test.expectation.gates { trace.add(gate.value, ofGate: step.value) }
    let failures = test.failures(judgement, prospect, playbook, log: &log)
    return TestRun.Case(
      name: test.title, location: test.location,
      failures: log.errors + failures)
  }
}

extension Situation.Input {
  /// Answers of a test: a team of which nothing else is known.
  static func test(_ answers: [Name: Answer], asksEverything: Bool = false) -> Self {
    Self(answers: answers, team: unknownTeam, asksEverything: asksEverything)
  }
}

extension RuleLog {
  /// For a test, whose place stands beside what fails in it.
  init(test location: SourceLocation) {
    self.init(note: Diagnostic.Note("In this test", at: location))
  }

  /// The rules that failed; that an answer is ignored is no failure of a test.
  var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
}

extension [TestRun.Suite] {
  /// Adds the tests of a file, if it has any.
  fileprivate mutating func add(_ cases: [TestRun.Case]) {
    guard let first = cases.first else { return }
    append(TestRun.Suite(file: first.location.file, cases: cases))
  }
}
