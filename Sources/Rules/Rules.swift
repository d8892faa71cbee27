// The rule language: a documented subset of the Common Expression Language (CEL, google/cel-spec).
//
// 1. `Rule(parsing:diagnostics:)` reads located text: the lexer makes tokens, the parser a flat `Tree`.
// 2. `Rule.check(in:expecting:diagnostics:)` holds it against a `RuleScope`: names, types, choices, dates.
// 3. `Rule.evaluate(_:)` runs it against `Bindings` and gives an `Outcome`: a value, unknown with the
//    names that it hangs on, not applicable, or an error.
// 4. `RuleValue` is read from JSON and written as JSON, for the command line.
//
// What CEL has and this language lacks is an error that names it, never a different meaning. The room
// knows nothing of questions, criteria or files; callers say what each name is and what it stands for.
