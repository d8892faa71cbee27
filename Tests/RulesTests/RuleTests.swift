import Diagnostics
import Rules
import TestSupport
import Testing

@Suite("A rule as a whole")
struct RuleTests {
  private func rule(_ text: String) throws -> Rule {
    var diagnostics: [Diagnostic] = []
    return try #require(
      Rule(parsing: LocatedText(SourceFile(path: "rule", text: text)), diagnostics: &diagnostics))
  }

  @Test("Its references are all names that it uses, with their places")
  func references() throws {
    let marked = MarkedText(
      "⟦answers.x⟧ > 1 && has(⟦facts.y⟧) || ⟦criteria[\"data-races\"].strength⟧ > 0.5 && ⟦l⟧.all(e, e > ⟦m⟧[0])"
    )
    let rule = try rule(marked.text)
    #expect(
      rule.references.map(\.path) == [
        ["answers", "x"], ["facts", "y"], ["criteria", "data-races", "strength"], ["l"], ["m"],
      ])
    #expect(rule.references.map(\.location.start) == marked.locations.map(\.start))
    #expect(rule.references.map(\.location.end) == marked.locations.map(\.end))
  }

  @Test("An error is a diagnostic at its place")
  func errors() throws {
    let marked = MarkedText("1 + (6 ⟦/⟧ 0)", path: "rule")
    let rule = try rule(marked.text)
    guard case .error(let error) = rule.evaluate([:]) else {
      Issue.record("The rule did not fail")
      return
    }
    let diagnostic = rule.diagnostic(for: error)
    #expect(diagnostic.location == marked.locations.first)
    #expect(diagnostic.message == "Division of an int by zero")
  }

  @Test("Rules are equal when they are the same text at the same place")
  func equality() throws {
    #expect(try rule("1 + 1") == rule("1 + 1"))
    #expect(try rule("1 + 1") != rule("1 + 2"))
  }

  @Test(
    "JSON stands for the same value",
    arguments: [
      "null", "true", "-12", "1.5", "\"a\\\"b\"", "[1, [2.0], {}]", "{\"b\": 1, \"a\": {\"c\": []}}",
      "9223372036854775807",
    ])
  func json(text: String) {
    var diagnostics: [Diagnostic] = []
    let value = RuleValue(json: LocatedText(SourceFile(path: "json", text: text)), diagnostics: &diagnostics)
    #expect(value?.json == text)
  }

  @Test("JSON may be spaced and escaped as it likes")
  func freeJSON() {
    var diagnostics: [Diagnostic] = []
    let text = " { \"\\u0061\\n\\ud83d\\udc31\" : [ 1e2 , -0.5E-1 ] }\n"
    let value = RuleValue(json: LocatedText(SourceFile(path: "json", text: text)), diagnostics: &diagnostics)
    #expect(value?.json == "{\"a\\n🐱\": [100.0, -0.05]}")
  }

  @Test(
    "A mistake in JSON is reported at its place",
    arguments: [
      Mistake("{⟦⟧'a': 1}", "rules.json", "a key in double quotes"),
      Mistake("⟦m⟧any", "rules.json", "expected a value"),
      Mistake("[1⟦⟧", "rules.json", "',' or ']'"), Mistake("[1,⟦]⟧", "rules.json", "expected a value"),
      Mistake("1 ⟦2⟧", "rules.json", "the end"), Mistake("⟦0⟧1", "rules.json", "expected a value"),
      Mistake("1.⟦x⟧", "rules.json", "a digit"), Mistake("\"a⟦⟧", "rules.json", "a closing quote"),
      Mistake("\"\\⟦q⟧\"", "rules.json", "an escape of JSON"),
      Mistake("\"\\ud800⟦\"⟧", "rules.json", "surrogate"),
      Mistake("{\"a\": 1, ⟦\"a\"⟧: 2}", "rules.json", "stands twice"),
      Mistake("⟦⟧", "rules.json", "expected a value"),
      Mistake("⟦99999999999999999999⟧", "rules.number", "does not fit"),
      Mistake("⟦1e999⟧", "rules.number", "does not fit"),
    ])
  func badJSON(_ mistake: Mistake) {
    let marked = MarkedText(mistake.marked, path: "json")
    var diagnostics: [Diagnostic] = []
    #expect(RuleValue(json: LocatedText(marked.file), diagnostics: &diagnostics) == nil)
    #expect(diagnostics.map(\.id) == [mistake.id])
    #expect(diagnostics.map(\.location?.start) == marked.locations.map(\.start))
    #expect(diagnostics.first?.message.contains(mistake.message) == true)
  }
}
