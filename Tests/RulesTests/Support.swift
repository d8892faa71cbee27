import Diagnostics
import Rules
import TestSupport
import Testing

/// The outcome of a rule as JSON, or `error` with the kind of the error or of the first diagnostic.
func evaluate(_ text: String, _ bindings: Bindings = [:]) -> String {
  var diagnostics: [Diagnostic] = []
  let source = LocatedText(SourceFile(path: "rule", text: text))
  guard let rule = Rule(parsing: source, diagnostics: &diagnostics) else {
    return "error " + (diagnostics.first?.id.rawValue ?? "without a diagnostic")
  }
  let outcome = rule.evaluate(bindings)
  if case .error(let error) = outcome { return "error " + error.id.rawValue }
  return outcome.json ?? ""
}

/// What is said about a rule when it is parsed and checked, sorted by place.
func problems(_ source: LocatedText, _ scope: RuleScope, expecting: RuleType = .any) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  if let rule = Rule(parsing: source, diagnostics: &diagnostics) {
    _ = rule.check(in: scope, expecting: expecting, diagnostics: &diagnostics)
  }
  return diagnostics.sortedForReading()
}

/// A rule with the place of its mistake marked, and what must be said there.
struct Mistake: CustomTestStringConvertible {
  var marked: String
  var id: Diagnostic.ID
  var message: String

  init(_ marked: String, _ id: Diagnostic.ID, _ message: String) {
    self.marked = marked
    self.id = id
    self.message = message
  }

  var testDescription: String { marked }
}

extension RuleScope {
  /// The names that the tests' rules see.
  static let example = RuleScope(
    names: [
      "answers": .record([
        "race_incidents": .choice(["none", "some", "many"]),
        "protocols": .list(.choice(["grpc", "rest"])),
        "team_size": .int,
        "share": .double,
        "go_live": .date,
        "note": .string,
        "on_call": .bool,
      ]),
      "facts": .record(["concurrent": .bool]),
      "criteria": .record(["data-races": .record(["strength": .double])]),
      "score": .record(["move": .double, "stay": .double]),
    ],
    later: ["verdict.id": "steps see it, criteria do not", "gates": "only steps see gates"])
}
