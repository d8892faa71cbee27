import Authoring
import Diagnostics
import Rules

extension Criterion {
  /// What is wrong with a test that expects that the criterion is left out, if anything is.
  ///
  /// - Parameter concern: whether it concerns the team.
  func failure(of test: Test, concern: Holding) -> Diagnostic? {
    let outcome: TestOutcome
    switch concern {
    case .fails, .notApplicable: return nil
    case .open(let names): outcome = .open(names)
    case .holds:
      let notes = when.map { [Diagnostic.Note("This holds", at: $0.source.location)] } ?? []
      outcome = TestOutcome(words: "it concerns the team", notes: notes)
    }
    return .testFailed(at: test.location, "The test expects", "that this is left out", outcome)
  }
}

extension TailoredCriterion {
  /// What is wrong with a test that expects something of the criterion's levels or cases, if anything is.
  func failure(of test: Criterion.Test) -> Diagnostic? {
    switch test.expectation {
    case .leftOut: return nil
    case .strength(let strength):
      return differs(fromStrength: strength).map {
        .testFailed(at: test.location, "The test expects", "strength \(strength.plain)", $0)
      }
    case .rulesOut(let verdicts):
      return differs(fromRulingOut: Set(verdicts.map(\.value))).map {
        .testFailed(at: test.location, "The test expects", verdicts.map(\.value).sorted().ruledOut, $0)
      }
    }
  }

  /// What came out instead of a strength; nil where it is that strength.
  func differs(fromStrength expected: Double) -> TestOutcome? {
    switch state {
    case .leftOut: return TestOutcome(words: "it is left out")
    case .notApplicable(let names): return .notApplicable(names)
    case .open(let names): return .open(names)
    case .known: break
    }
    guard Points(strength) != Points(expected) else { return nil }
    let note = level.map { Diagnostic.Note("This level holds", at: $0.location) }
    return TestOutcome(
      words: level == nil ? "no level holds" : "strength \(strength.plain)", notes: [note].compactMap(\.self))
  }

  /// What came out instead of certain verdicts being ruled out. An open case matters only where it could rule
  /// out more.
  private func differs(fromRulingOut expected: Set<Name>) -> TestOutcome? {
    let certain = rulings.filter(\.state.isCertain)
    let ruledOut = Set(certain.flatMap(\.ruling.verdicts).map(\.value))
    for ruling in rulings {
      guard case .open(let names) = ruling.state else { continue }
      if !ruledOut.isSuperset(of: ruling.ruling.verdicts.map(\.value)) {
        return .open(names, notes: [Diagnostic.Note("This is open", at: ruling.ruling.when.source.location)])
      }
    }
    guard ruledOut != expected else { return nil }
    return TestOutcome(
      words: ruledOut.sorted().ruledOut,
      notes: certain.map { Diagnostic.Note("This holds", at: $0.ruling.when.source.location) })
  }
}

extension [Name] {
  fileprivate var ruledOut: String {
    isEmpty
      ? "that no verdict is ruled out" : "that \(map(\.text).quoted) \(count == 1 ? "is" : "are") ruled out"
  }
}
