import Diagnostics
import Rules
import TestSupport
import Testing

@Suite("Mistakes in the form of a rule")
struct SyntaxMistakeTests {
  @Test(
    "A mistake is reported at its place with what to do",
    arguments: [
      Mistake("answers.share ⟦=⟧ 0.5", "rules.sign", "'=' is not an operator; write '=='"),
      Mistake("true ⟦&⟧ true", "rules.sign", "write '&&'"),
      Mistake("true ⟦|⟧ true", "rules.sign", "write '||'"),
      Mistake("true ⟦and⟧ true", "rules.sign", "'and' is not an operator; write '&&'"),
      Mistake("true ⟦or⟧ true", "rules.sign", "write '||'"),
      Mistake("⟦not⟧ true", "rules.sign", "write '!'"),
      Mistake("1 ⟦<>⟧ 2", "rules.sign", "write '!='"),
      Mistake("1 ⟦not in⟧ [1]", "rules.sign", "write !(x in list)"),
      Mistake("true ⟦@⟧ false", "rules.character", "cannot hold the character '@'"),
      Mistake("true ⟦é⟧", "rules.character", "'é'"),
      Mistake("'a' == ⟦‘⟧a’", "rules.curly-quote", "write a straight '"),
      Mistake("size(⟦“⟧a b”) > 0", "rules.curly-quote", "write a straight '"),
      Mistake("1 + ⟦12abc⟧", "rules.number", "'12abc' is not a number"),
      Mistake("⟦9223372036854775808⟧", "rules.number", "does not fit 64 bits"),
      Mistake("⟦99999999999999999999⟧", "rules.number", "does not fit 64 bits"),
      Mistake("⟦1e999⟧", "rules.number", "does not fit 64 bits"),
      Mistake("⟦0x⟧", "rules.number", "'0x' is not a number"),
      Mistake("x == ⟦'abc⟧", "rules.string", "not closed"),
      Mistake("⟦'abc⟧\n'", "rules.string", "not closed"),
      Mistake(#"'a⟦\q⟧b'"#, "rules.escape", "not an escape sequence"),
      Mistake(#"'a⟦\ud83d⟧b'"#, "rules.escape", "not an escape sequence"),
      Mistake(#"'a⟦\8⟧'"#, "rules.escape", "not an escape sequence"),
      Mistake("⟦⟧", "rules.syntax", "found the end of the rule"),
      Mistake("true &&⟦⟧", "rules.syntax", "found the end of the rule"),
      Mistake("1 + ⟦)⟧", "rules.syntax", "Expected a name or a value, found ')'"),
      Mistake("true ⟦false⟧", "rules.syntax", "join two conditions with '&&'"),
      Mistake("answers.⟦'x'⟧", "rules.syntax", "Expected a name after '.'"),
      Mistake("[1, 2⟦⟧", "rules.unclosed", "Expected ']', found the end of the rule"),
      Mistake("size('a'⟦]⟧", "rules.unclosed", "Expected ')', found ']'"),
      Mistake("{'a' ⟦1⟧}", "rules.syntax", "a map is {'key': value}"),
      Mistake("size('a'⟦,⟧)", "rules.syntax", "does not end with a comma"),
      Mistake("true ? 1⟦⟧", "rules.conditional", "write condition ? value : otherwise"),
      Mistake("true ⟦??⟧ 1", "rules.conditional", "has(x) ? x : otherwise"),
      Mistake("true ⟦?:⟧ 1", "rules.conditional", "has(x) ? x : otherwise"),
      Mistake("true ? true ⟦?⟧ 1 : 2 : 3", "rules.conditional", "in parentheses: a ? (b ? c : d) : e"),
      Mistake("answers.⟦true⟧", "rules.reserved-word", "'true' is a reserved word"),
      Mistake("⟦if⟧ true", "rules.reserved-word", "'if' is a reserved word"),
      Mistake("criteria.⟦go-in⟧", "rules.kebab-case", "reads as a subtraction"),
      Mistake("[1].⟦all⟧(true)", "rules.macro", "list.all(x, condition of x)"),
      Mistake("[1].map(x, true⟦,⟧ x)", "rules.macro", "list.map(x, value of x)"),
      Mistake("⟦has(x)⟧", "rules.macro", "takes one name with a dot"),
      Mistake("⟦has(x[\"a\"])⟧", "rules.macro", "takes one name with a dot"),
    ])
  func mistake(_ mistake: Mistake) {
    expectMistake(mistake)
  }

  @Test(
    "What CEL has and the language leaves out is named",
    arguments: [
      Mistake("⟦1u⟧ == 1", "rules.left-out", "An unsigned number (uint) is not part of the rule language"),
      Mistake("⟦0x1U⟧ == 1", "rules.left-out", "(uint)"),
      Mistake("⟦b'a'⟧ == 'a'", "rules.left-out", "A byte string (bytes)"),
      Mistake("⟦rb'''a'''⟧ == 'a'", "rules.left-out", "A byte string (bytes)"),
      Mistake("'a'.⟦matches⟧('a')", "rules.left-out", "use startsWith, endsWith or contains"),
      Mistake("⟦timestamp⟧('2020-01-01')", "rules.left-out", "compare dates as text"),
      Mistake("⟦dyn⟧(1)", "rules.left-out", "leave it out"),
      Mistake("⟦type⟧(1)", "rules.left-out", "The function 'type'"),
      Mistake("1 == ⟦int⟧", "rules.left-out", "The type 'int' as a value"),
      Mistake("⟦Foo{⟧}", "rules.left-out", "A message (Type{...})"),
      Mistake("{}.⟦?⟧a", "rules.left-out", "An optional value"),
      Mistake("⟦.⟧a", "rules.left-out", "A leading '.'"),
      Mistake("{}.⟦`a-b`⟧", "rules.left-out", "[\"a-b\"]"),
    ])
  func leftOut(_ mistake: Mistake) {
    expectMistake(mistake)
  }

  @Test("Several mistakes are reported in one run")
  func several() {
    let marked = MarkedText("1⟦u⟧ ⟦=⟧ ⟦dyn⟧(2) ⟦and⟧ x.⟦matches⟧('a')")
    let found = problems(LocatedText(marked.file), .example)
    #expect(
      found.map(\.location?.start)
        == [SourcePosition(line: 1, column: 1)] + marked.locations.dropFirst().map(\.start))
  }

  @Test("A string that is cut off and a condition without ':' are told of YAML")
  func yaml() {
    for rule in ["x == 'a' ? 1", "x =="] {
      let notes = problems(LocatedText(SourceFile(path: "rule", text: rule)), .example).flatMap(\.notes)
      #expect(notes.contains { $0.message.contains("YAML") })
    }
  }
}

/// Expects just this mistake, at the marked place.
func expectMistake(
  _ mistake: Mistake, expecting: RuleType = .any, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let marked = MarkedText(mistake.marked, path: "rule")
  let found = problems(LocatedText(marked.file), .example, expecting: expecting)
  #expect(found.map(\.id) == [mistake.id], sourceLocation: sourceLocation)
  #expect(found.map(\.location) == marked.locations, sourceLocation: sourceLocation)
  let message = found.first?.message ?? ""
  #expect(message.contains(mistake.message), sourceLocation: sourceLocation)
}
