import Diagnostics
import Rules

/// Runs rules and keeps what failed in them.
struct RuleLog {
  /// What failed, and what was ignored.
  private(set) var diagnostics: [Diagnostic] = []
  /// Says for whom the rules run, beside each failure.
  let note: Diagnostic.Note?
  private let isSilent: Bool

  /// For a team or a test.
  init(note: Diagnostic.Note) {
    self.note = note
    isSilent = false
  }

  /// Keeps nothing: for answers that nobody gave, tried to see what they would lead to.
  static let silent = RuleLog()

  private init() {
    note = nil
    isSilent = true
  }

  /// What a rule comes to; where there is no rule, it holds.
  mutating func outcome(of rule: Rule?, in bindings: Bindings) -> Outcome {
    guard let rule else { return .value(.bool(true)) }
    let outcome = rule.evaluate(bindings)
    if case .error(let error) = outcome {
      var diagnostic = rule.diagnostic(for: error)
      diagnostic.notes += [note].compactMap(\.self)
      append(diagnostic)
    }
    return outcome
  }

  /// Keeps a diagnostic.
  mutating func append(_ diagnostic: Diagnostic) {
    if !isSilent { diagnostics.append(diagnostic) }
  }
}
