import Authoring
import Diagnostics

/// What came out of a test instead, in words, with places that say why.
struct TestOutcome {
  var words: String
  var notes: [Diagnostic.Note] = []

  /// Something that the test leaves open.
  static func open(_ names: Set<String>, notes: [Diagnostic.Note] = []) -> TestOutcome {
    TestOutcome(words: "it is open, since the test does not say \(names.sorted().quoted)", notes: notes)
  }

  /// Something that is left out for an answer.
  static func notApplicable(_ names: Set<String>, notes: [Diagnostic.Note] = []) -> TestOutcome {
    TestOutcome(words: "it is left out, since \(names.sorted().quoted) does not apply", notes: notes)
  }
}

extension Criterion.Expectation {
  /// Whether the criterion must be left out.
  var isLeftOut: Bool {
    switch self {
    case .leftOut: true
    case .strength, .rulesOut: false
    }
  }

  /// What is expected, as a name for the test.
  var inWords: String {
    switch self {
    case .leftOut: "left out"
    case .strength(let strength): "strength \(strength.plain)"
    case .rulesOut(let verdicts):
      verdicts.isEmpty ? "rules nothing out" : "rules out \(verdicts.map(\.value.text).sorted().quoted)"
    }
  }
}

extension Step.Test {
  /// What is expected, as a name for the test.
  var expectationInWords: String {
    let parts = [applies.map { $0.value ? "applies" : "left out" }, gate?.value.name]
    return (parts.compactMap(\.self) + exits.map { "exit '\($0.exit.value)' \($0.state.inWords)" })
      .joinedInWords
  }
}

extension GateExpectation {
  /// As a name for the test.
  fileprivate var name: String {
    switch self {
    case .outcome(let outcome): "gate '\(outcome)'"
    case .waiting: "gate still waiting"
    }
  }
}

extension ExitExpectation {
  /// As the end of a sentence about an exit.
  var inWords: String {
    switch self {
    case .met: "met"
    case .notMet: "not met"
    case .open: "open"
    case .judged: "judged by people"
    }
  }
}
