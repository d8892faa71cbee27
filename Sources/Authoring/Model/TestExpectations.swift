// What tests can expect beside ids. Where an id can stand as well, the word has a character that no such id has.

/// What a test expects of a gate.
public enum GateExpectation: Hashable, Sendable {
  /// This outcome.
  case outcome(Name)
  /// It waits for measurements or answers.
  case waiting

  /// Stands for `waiting` in a test; no outcome can be called that.
  static let waitingWord = "still-waiting"
}

/// What a test expects of the components as places to start.
public enum CandidateExpectation: Hashable, Sendable {
  /// This one comes first.
  case first(Slug)
  /// None is eligible, and no open answer can change that by itself.
  case noneEligible

  /// Stands for `noneEligible` in a test; no component can be called that.
  static let noneWord = "none_eligible"
}

/// What a test expects of an exit.
public enum ExitExpectation: String, Sendable, CaseIterable {
  /// Its rule holds.
  case met
  /// Its rule does not hold.
  case notMet = "not_met"
  /// Its rule is open.
  case open
  /// It has no rule; people judge it.
  case judged
}
