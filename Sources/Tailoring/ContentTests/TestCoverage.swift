import Authoring
public import Diagnostics

/// What the tests of a playbook touch, and what none does.
///
/// - A choice is touched by a test that gives it; that a question is open counts as one more choice, touched by
///   a test of the whole playbook that leaves it open, or by any test that says so.
/// - A level, and a case that rules verdicts out, is touched by a test in which it holds.
/// - A step is touched by a test that expects something of it: that it applies or does not, or what its gate says.
public struct TestCoverage: Sendable {
  /// One thing that tests can touch.
  public struct Item: Sendable {
    /// What it is: `the choice 'tool' of 'service_kind'`.
    public let name: String
    /// Where it is written.
    public let location: SourceLocation
    /// Whether a test touches it.
    public let isTouched: Bool
  }

  /// The answers to choose, in the order of the questions.
  public let choices: [Item]
  /// The levels of reasons.
  public let levels: [Item]
  /// The cases of conditions.
  public let rulesOut: [Item]
  /// The steps.
  public let steps: [Item]
  /// The outcomes of gates.
  public let gates: [Item]

  /// The five kinds, with the words for them.
  public var parts: [(name: String, items: [Item])] {
    [
      ("choices", choices), ("levels", levels), ("rules_out", rulesOut), ("steps", steps),
      ("gates", gates),
    ]
  }

  /// What no test touches, kind by kind in the playbook's order.
  public var untouched: [Item] { parts.flatMap(\.items).filter { !$0.isTouched } }
}

extension TestCoverage {
  /// Lays what tests came upon over a playbook.
  init(of playbook: Playbook, _ trace: TestTrace) {
    choices = playbook.questions.flatMap { question in
      question.coverageItems(trace.choices[question.id] ?? [])
    }
    levels = playbook.criteria.enumerated().flatMap { criterion, one in
      (one.reason?.levels ?? []).enumerated().map { index, level in
        Item(
          name: "level \(index + 1) of '\(one.id)', strength \(level.strength.plain)",
          location: level.location,
          isTouched: trace.levels.contains(TestTrace.Part(criterion: criterion, index: index)))
      }
    }
    rulesOut = playbook.criteria.enumerated().flatMap { criterion, one in
      one.rulingsOut.enumerated().map { index, ruling in
        Item(
          name:
            "case \(index + 1) of '\(one.id)', which rules out \(ruling.verdicts.map(\.value.text).quoted)",
          location: ruling.location,
          isTouched: trace.rulings.contains(TestTrace.Part(criterion: criterion, index: index)))
      }
    }
    steps = playbook.steps.map { step in
      Item(name: "the step '\(step.id)'", location: step.location, isTouched: trace.steps.contains(step.id))
    }
    gates = playbook.steps.flatMap { step in
      step.gate.map { outcome in
        Item(
          name: "the outcome '\(outcome.id)' of the gate '\(step.id)'", location: outcome.location,
          isTouched: trace.outcomes.contains(TestTrace.Outcome(step: step.id, outcome: outcome.id)))
      }
    }
  }
}

extension Question {
  /// Each choice, or yes and no, and that it is open; none for what is not chosen, such as a number.
  fileprivate func coverageItems(_ touched: Set<TestTrace.Choice>) -> [TestCoverage.Item] {
    let given: [TestCoverage.Item]
    switch kind {
    case .boolean:
      given = ["true", "false"].map { flag in
        TestCoverage.Item(
          name: "\(flag) for '\(id)'", location: location, isTouched: touched.contains(.given(flag)))
      }
    case .oneOf(let choices), .manyOf(let choices):
      given = choices.map { choice in
        TestCoverage.Item(
          name: "the choice '\(choice.id)' of '\(id)'", location: choice.location,
          isTouched: touched.contains(.given(choice.id.text)))
      }
    case .integer, .number, .text, .date: return []
    }
    let open = TestCoverage.Item(
      name: "an open answer to '\(id)'", location: location, isTouched: touched.contains(.open))
    return given + [open]
  }
}
