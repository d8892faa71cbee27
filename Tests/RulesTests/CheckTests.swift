import Diagnostics
import Rules
import TestSupport
import Testing

@Suite("What a rule is checked for before it runs")
struct CheckTests {
  @Test(
    "A name must be one that the rule sees",
    arguments: [
      Mistake("⟦answer⟧.team_size > 1", "rules.unknown-name", "did you mean 'answers'?"),
      Mistake("⟦team_size⟧ > 1", "rules.unknown-name", "did you mean 'answers.team_size'?"),
      Mistake(
        "answers.⟦race_incident⟧ == 'many'", "rules.unknown-name", "did you mean 'answers.race_incidents'?"),
      Mistake(
        "answers.⟦concurrent⟧", "rules.unknown-name",
        "There is no 'concurrent' in 'answers'; did you mean 'facts.concurrent'?"),
      Mistake("has(answers.⟦on_cal⟧)", "rules.unknown-name", "did you mean 'answers.on_call'?"),
      Mistake(
        "criteria[⟦\"data-race\"⟧].strength > 0.5", "rules.unknown-name",
        "did you mean 'criteria[\"data-races\"]'?"),
      Mistake(
        "criteria[\"data-races\"].⟦weight⟧ > 0.5", "rules.unknown-name", "in 'criteria[\"data-races\"]'"),
      Mistake("⟦True⟧", "rules.unknown-name", "write true"),
      Mistake("⟦no⟧", "rules.unknown-name", "write false"),
      Mistake(
        "⟦verdict.id⟧ == 'move'", "rules.later-name",
        "'verdict.id' is not known yet to this rule: steps see it"),
      Mistake("⟦gates⟧[\"the-gate\"] == 'hold'", "rules.later-name", "only steps see gates"),
      Mistake("⟦answers⟧ == 1", "rules.group", "name one of them, such as 'answers.go_live'"),
      Mistake("⟦criteria[\"data-races\"]⟧ > 0.5", "rules.group", "'criteria[\"data-races\"].strength'"),
      Mistake("criteria[⟦answers.note⟧].strength > 0.5", "rules.group", "criteria[\"name\"]"),
      Mistake("answers.note.⟦length⟧ > 1", "rules.type", "A value of type string has no field 'length'"),
    ])
  func names(_ mistake: Mistake) {
    expectMistake(mistake)
  }

  @Test(
    "A name with a hyphen reads as a subtraction",
    arguments: [
      Mistake("⟦criteria.data-races⟧ > 0.5", "rules.kebab-case", "criteria[\"data-races\"]"),
      Mistake(
        "⟦criteria.data-races.strength⟧ > 0.5", "rules.kebab-case", "criteria[\"data-races\"].strength"),
      Mistake("1.0 < ⟦criteria.a-b-c⟧", "rules.kebab-case", "criteria[\"a-b-c\"]"),
      Mistake("score.move-⟦stay⟧ > 0.5", "rules.unknown-name", "did you mean 'score.stay'?"),
      Mistake("⟦data-races⟧ > 0.5", "rules.kebab-case", "'data-races' reads as a subtraction"),
    ])
  func kebabCase(_ mistake: Mistake) {
    expectMistake(mistake)
  }

  @Test(
    "A literal must be one of the choices, or a whole date",
    arguments: [
      Mistake(
        "answers.race_incidents == ⟦'mny'⟧", "rules.choice",
        "'mny' is not a choice of 'answers.race_incidents'; did you mean 'many'?"),
      Mistake("⟦'lots'⟧ != answers.race_incidents", "rules.choice", "'lots' is not a choice"),
      Mistake("answers.race_incidents in ['many', ⟦'sme'⟧]", "rules.choice", "did you mean 'some'?"),
      Mistake("⟦'grcp'⟧ in answers.protocols", "rules.choice", "did you mean 'grpc'?"),
      Mistake("answers.protocols == ['rest', ⟦'grcp'⟧]", "rules.choice", "did you mean 'grpc'?"),
      Mistake(
        "answers.protocols.exists(p, p == ⟦'res'⟧)", "rules.choice",
        "'res' is not a choice of 'p'; did you mean 'rest'?"),
      Mistake(
        "answers.race_incidents == (answers.on_call ? 'many' : ⟦'non'⟧)", "rules.choice",
        "did you mean 'none'?"),
      Mistake("⟦answers.race_incidents >= 'some'⟧", "rules.choice", "have no order"),
      Mistake("answers.go_live < ⟦'2027-1-1'⟧", "rules.date", "is not a whole date"),
      Mistake("answers.go_live < ⟦'2027-02-29'⟧", "rules.date", "is not a whole date"),
      Mistake("⟦'2027'⟧ <= answers.go_live", "rules.date", "'2027-01-11'"),
    ])
  func literals(_ mistake: Mistake) {
    expectMistake(mistake)
  }

  @Test(
    "Types must match",
    arguments: [
      Mistake("⟦answers.team_size == '3'⟧", "rules.type", "write 3 without quotes"),
      Mistake("⟦answers.on_call == 'true'⟧", "rules.type", "write true or false without quotes"),
      Mistake("⟦answers.note == null⟧", "rules.type", "has(answers.x)"),
      Mistake("⟦answers.protocols == 'grpc'⟧", "rules.type", "write 'grpc' in answers.protocols"),
      Mistake("⟦answers.team_size > 'a'⟧", "rules.type", "no order for int and string"),
      Mistake(
        "⟦1 < answers.team_size < 5⟧", "rules.type", "write 1 < answers.team_size && answers.team_size ..."),
      Mistake("⟦3 in answers.protocols⟧", "rules.type", "looks for int in a list of choice"),
      Mistake("'a' in ⟦answers.note⟧", "rules.type", "text.contains('x')"),
      Mistake("!⟦answers.team_size⟧ == 3", "rules.type", "'!' takes a bool, not int"),
      Mistake(
        "facts.concurrent && ⟦answers.race_incidents⟧", "rules.type",
        "compare it, as in answers.race_incidents == 'none'"),
      Mistake("⟦answers.protocols⟧ || true", "rules.type", "size(answers.protocols) > 0"),
      Mistake("⟦answers.team_size⟧ ? 1 : 2", "rules.type", "A condition is true or false; this is int"),
      Mistake("answers.on_call ? ⟦1 : 'a'⟧", "rules.conditional", "these give int and string"),
      Mistake("answers.note ⟦-⟧ 'a' == ''", "rules.type", "'-' cannot take string and string"),
      Mistake("answers.share ⟦%⟧ 2.0 > 0.0", "rules.type", "'%' cannot take double and double"),
      Mistake("-⟦answers.note⟧ == ''", "rules.type", "'-' takes a number, not string"),
      Mistake(
        "answers.protocols[⟦'a'⟧] == 'grpc'", "rules.type", "A value of type list of choice has no field 'a'"),
      Mistake("answers.protocols[⟦answers.note⟧] == 'grpc'", "rules.type", "indexed by an int"),
      Mistake("⟦answers.team_size⟧[0] == 1", "rules.type", "no elements to index"),
      Mistake("{⟦1.5⟧: 1} == {}", "rules.type", "A key of a map is a string, an int or a bool, not double"),
      Mistake("⟦answers.note⟧.all(x, true)", "rules.type", "Expected a list or a map, found string"),
      Mistake("answers.protocols.all(x, ⟦size(x)⟧)", "rules.type", "this is int; compare it with a value"),
      Mistake("size(⟦answers.team_size⟧) > 1", "rules.type", "'size' cannot take int; write size(x)"),
      Mistake("answers.note.contains(⟦1⟧)", "rules.type", "text.contains('x')"),
    ])
  func types(_ mistake: Mistake) {
    expectMistake(mistake)
  }

  @Test(
    "Ints and doubles are not mixed, and a division of ints is warned of",
    arguments: [
      Mistake(
        "⟦answers.team_size⟧ * 1.5 > 2.0", "rules.mixed-numbers",
        "write double(answers.team_size) for answers.team_size"),
      Mistake("answers.share * ⟦2⟧ > 1.0", "rules.mixed-numbers", "write 2.0 for 2"),
      Mistake(
        "⟦answers.team_size + 1⟧ + 0.5 > 1.0", "rules.mixed-numbers", "write double(answers.team_size + 1)"),
      Mistake("answers.team_size ⟦/⟧ 2 > 1", "rules.integer-division", "7 / 2 is 3"),
    ])
  func numbers(_ mistake: Mistake) {
    expectMistake(mistake)
  }

  @Test(
    "A function must be there and called in its form",
    arguments: [
      Mistake("⟦len⟧(answers.note) > 1", "rules.unknown-function", "did you mean 'size'?"),
      Mistake("answers.note.⟦startswith⟧('a')", "rules.unknown-function", "did you mean 'startsWith'?"),
      Mistake("answers.protocols.⟦any⟧(true)", "rules.unknown-function", "did you mean 'exists'?"),
      Mistake("⟦not⟧(true)", "rules.sign", "write '!'"),
      Mistake("⟦contains⟧(answers.note, 'a')", "rules.unknown-function", "text.contains('x')"),
      Mistake("answers.note.⟦int⟧() > 1", "rules.unknown-function", "int(x)"),
      Mistake("⟦size⟧('a', 'b') > 1", "rules.unknown-function", "takes one argument"),
      Mistake("answers.note.⟦size⟧(1) > 1", "rules.unknown-function", "takes no arguments"),
    ])
  func functions(_ mistake: Mistake) {
    expectMistake(mistake)
  }

  @Test(
    "A rule must give what is expected of it",
    arguments: [
      Mistake("⟦answers.race_incidents⟧", "rules.type", "compare it, as in answers.race_incidents == 'none'"),
      Mistake("⟦size(answers.protocols)⟧", "rules.type", "this is int; compare it with a value"),
    ])
  func conditions(_ mistake: Mistake) {
    expectMistake(mistake, expecting: .bool)
  }

  @Test("A rule may give one of several types")
  func severalTypes() {
    var diagnostics: [Diagnostic] = []
    let rule = Rule(parsing: LocatedText(SourceFile(path: "rule", text: "'a'")), diagnostics: &diagnostics)
    let type = rule?.check(in: .example, expecting: .int, .double, diagnostics: &diagnostics)
    #expect(type == nil)
    #expect(diagnostics.map(\.message) == ["This rule gives string, where int or double is expected"])
  }

  @Test(
    "A sound rule is given its type",
    arguments: [
      ("facts.concurrent && answers.race_incidents != 'none'", RuleType.bool),
      ("score.move - score.stay >= 8.0", .bool), ("score.move > 8", .bool), ("answers.team_size-1", .int),
      ("size(answers.protocols) + 1", .int), ("double(answers.team_size) * 1.5", .double),
      ("answers.on_call ? 1 : 2", .int), ("answers.on_call ? 'a' : answers.note", .string),
      ("answers.race_incidents", .choice(["none", "some", "many"])), ("'grpc' in answers.protocols", .bool),
      ("answers.protocols.filter(p, p != 'rest')", .list(.choice(["grpc", "rest"]))),
      ("answers.go_live >= '2028-02-29'", .bool), ("answers.go_live == answers.go_live", .bool),
      ("criteria[\"data-races\"].strength", .double),
      ("has(answers.note) && answers.note.contains('x')", .bool),
      ("['a', 1]", .list(.any)), ("{'a': 1}.a + 1", .int), ("answers.note + 'x'", .string),
      ("answers.race_incidents in ['some', 'many']", .bool), ("1 in [1.0]", .bool),
      ("string(answers.share)", .string),
      ("answers.protocols.map(p, size(p))", .list(.int)), ("-answers.share", .double), ("null", .null),
    ])
  func sound(text: String, type: RuleType) {
    var diagnostics: [Diagnostic] = []
    let rule = Rule(parsing: LocatedText(SourceFile(path: "rule", text: text)), diagnostics: &diagnostics)
    #expect(rule?.check(in: .example, diagnostics: &diagnostics) == type)
    #expect(diagnostics.isEmpty)
  }

  @Test("Every mistake of a rule is reported, each once")
  func several() {
    let marked = MarkedText(
      "answers.⟦tem_size⟧ + 1 > 2 && answers.race_incidents == ⟦'mny'⟧ || ⟦facts.data-race⟧ || ⟦len⟧('a') > 1"
    )
    let found = problems(LocatedText(marked.file), .example)
    #expect(found.map(\.location) == marked.locations)
  }

  @Test("A place is that of the file, also where the rule's text was put together from parts")
  func located() {
    let file = SourceFile(
      path: "playbook.yaml", text: "when: >-\n  answers.team_size > 1 &&\n  answers.nte == 'x'\n")
    var text = LocatedText(emptyIn: file)
    text.append("answers.team_size > 1 &&", at: 11)
    text.append(" ", at: 35)
    text.append("answers.nte == 'x'", at: 38)
    #expect(problems(text, .example).map { $0.location?.description } == ["playbook.yaml:3:11"])
  }

  @Test("A fix can be put in the place of the diagnostic")
  func fixes() {
    let found = problems(
      LocatedText(SourceFile(path: "rule", text: "answers.share * 2 > criteria.data-races")), .example)
    #expect(found.map(\.fix?.replacement) == ["2.0", "criteria[\"data-races\"]"])
  }
}
