import Rules
import Testing

@Suite("Lists, maps, names and macros")
struct CollectionTests {
  @Test(
    "An element is found by its index",
    arguments: [
      ("[7, 8, 9][0]", "7"), ("[7, 8, 9][2.0]", "9"), ("[7][0.1]", "error rules.bad-index"),
      ("[7][1]", "error rules.bad-index"), ("[7][-1]", "error rules.bad-index"),
      ("[7]['']", "error rules.type"),
      ("[[[1]]][0][0][0]", "1"), ("1[0]", "error rules.type"),
      ("[1, 2, 3][3] || true", "true"), ("[1, 2, 3][3] || false", "error rules.bad-index"),
    ])
  func lists(rule: String, json: String) {
    #expect(evaluate(rule) == json)
  }

  @Test(
    "A value is found by its key, and no key stands twice",
    arguments: [
      ("{0:1,2:2,5:true}[5]", "true"), ("{true:5}[true]", "5"), ("{'n':'x'}['n']", "\"x\""),
      ("{'n':'x'}.n", "\"x\""),
      ("{1: 1.0, 2: 2.0}[2.0]", "2.0"), ("{1: 1.0}[1.1]", "error rules.no-such-key"),
      ("{0:1}[1]", "error rules.no-such-key"), ("{0:1}[null]", "error rules.no-such-key"),
      ("{'a': 1}.b", "error rules.no-such-key"), ("'a'.b", "error rules.no-such-key"),
      ("{3.3:15.15, 1.0: 5}[1.0]", "error rules.map-key"), ("{null:false}[null]", "error rules.map-key"),
      ("{true:1,false:2,true:3}[true]", "error rules.map-key"), ("{'a': {'b': [1]}}.a.b[0]", "1"),
    ])
  func maps(rule: String, json: String) {
    #expect(evaluate(rule) == json)
  }

  @Test(
    "'in' finds elements of lists and keys of maps",
    arguments: [
      ("7 in []", "false"), ("3 in [5, 3.0]", "true"), ("'a' in ['b']", "false"), ("7 in {}", "false"),
      ("true in {true: 1}", "true"), ("3.0 in {3: 3}", "true"), ("3.1 in {3: 3}", "false"),
      ("null in {3: 3}", "false"),
      ("'a' in 'abc'", "error rules.type"),
    ])
  func membership(rule: String, json: String) {
    #expect(evaluate(rule) == json)
  }

  @Test(
    "Macros go over the elements of lists and the keys of maps",
    arguments: [
      ("[1, 2].all(e, e > 0)", "true"), ("[].all(e, e > 0)", "true"), ("[1, 0].all(e, 6 / e > 6)", "false"),
      ("[0, 3].exists(e, 6 / e == 2)", "true"),
      ("[0, 1].exists(e, 6 / e == 2)", "error rules.division-by-zero"),
      ("[7].exists_one(a, a == 7)", "true"), ("[7, 7].exists_one(a, a == 7)", "false"),
      ("[1, 0].exists_one(n, 12 / n > 1)", "error rules.division-by-zero"),
      ("[1, 2].map(n, n * n)", "[1, 4]"), ("[1, 2, 3].filter(n, n % 2 == 1)", "[1, 3]"),
      ("{'a': 1, 'b': 2}.filter(k, k == 'b')", "[\"b\"]"), ("{'a': 1}.map(k, k)", "[\"a\"]"),
      ("['a'].all(x, ['b'].all(y, x < y))", "true"), ("[1].map(x, [x].map(x, x + 1))", "[[2]]"),
      ("1.all(x, true)", "error rules.type"), ("[1].all(x, x)", "error rules.type"),
      ("[1].map(x, [x + 1])[0][0]", "2"),
      ("[{'a': 1}].exists(m, has(m.a) && m.a == 1)", "true"),
    ])
  func macros(rule: String, json: String) {
    #expect(evaluate(rule) == json)
  }

  @Test(
    "'has' says whether a field is there",
    arguments: [
      ("has({'a': 1}.a)", "true"), ("has({'a': 1}.c)", "false"), ("has({}.a)", "false"),
      ("has([1].a)", "error rules.no-such-key"), ("has(x.a)", "true"), ("has(x.c)", "false"),
      ("has(x.a.b)", "true"),
      ("has(x.a.z)", "false"), ("has(y.a)", "error rules.unknown-name"),
    ])
  func has(rule: String, json: String) {
    let x = RuleMap([("b", .int(1))])
    #expect(evaluate(rule, ["x": .record(["a": .value(.map(x))])]) == json)
  }

  @Test("A dotted name is bound beside what its first part stands for, and the longest name counts")
  func dottedNames() {
    var bindings: Bindings = [:]
    bindings.bind(["a", "b", "c"], to: .value(.string("yeah")))
    bindings.bind(["a", "b"], to: .value(.map(RuleMap([("c", .string("oops")), ("d", .int(1))]))))
    #expect(evaluate("a.b.c", bindings) == "\"yeah\"")
    #expect(evaluate("a.b.d", bindings) == "1")
    #expect(evaluate("a.b", bindings) == "{\"c\": \"yeah\", \"d\": 1}")
    #expect(evaluate("a.pancakes", ["a": .value(.int(15))]) == "error rules.no-such-key")
  }
}
