import Diagnostics

// The wordings for the author's own tests.
extension Diagnostic {
  static func criterionTestNotOneThing(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "playbook.test-expects-nothing", at: location,
      "The test must expect one thing: 'strength', 'rules_out' or 'applies: false'")
  }

  static func testExpectsNothing(_ expectations: [String], of noun: String, at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      .error, "playbook.test-expects-nothing", at: location,
      "The test must expect something; a \(noun)'s test says \(listed(expectations))")
  }

  /// - Parameter key: `gate` or `exit`.
  static func expectedOfLeftOutStep(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "playbook.\(key)-of-left-out-step".asID, at: location,
      "A step that is left out has no \(key); remove '\(key)', or expect that it applies")
  }

  static func stepWithoutGate(_ step: Slug, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "playbook.no-gate", at: location,
      "The step '\(step)' has no gate whose outcome could be expected; remove this or give it a 'gate'")
  }

  static func givenGateNotSeen(_ gate: Located<Slug>, by step: Slug, among gates: [Slug]) -> Diagnostic {
    let known = gates.map(\.text).sorted()
    let rule = known.isEmpty ? "there is none" : "there are: \(known.joined(separator: ", "))"
    return Diagnostic(
      .error, "playbook.gate-not-seen", at: gate.location,
      "'\(gate.value)' is no gate before '\(step)' by its needs\(NearMiss.hint(for: gate.value.text, among: known))",
      notes: [Note("A step sees only gates of steps before it; \(rule)")])
  }
}
