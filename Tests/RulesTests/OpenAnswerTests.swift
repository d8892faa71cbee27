import Diagnostics
import Rules
import Testing

@Suite("Open and not applicable answers")
struct OpenAnswerTests {
  /// `open` and `other` are not known, `off` and `away` not applicable, `yes`, `no`, `n` are values.
  static let bindings: Bindings = [
    "open": .unknown(Unknown(names: ["answers.open"])),
    "other": .unknown(Unknown(names: ["answers.other"])),
    "off": .notApplicable(["answers.off"]),
    "away": .notApplicable(["answers.away"]),
    "answers": .record([
      "open": .unknown(Unknown(names: ["answers.open"])), "off": .notApplicable(["answers.off"]),
      "n": .value(.int(3)),
    ]),
    "yes": .value(.bool(true)), "no": .value(.bool(false)),
  ]

  static let unknown = "{\"unknown\": [\"answers.open\"]}"
  static let bothUnknown = "{\"unknown\": [\"answers.open\", \"answers.other\"]}"
  static let off = "{\"not_applicable\": [\"answers.off\"]}"
  static let bothOff = "{\"not_applicable\": [\"answers.away\", \"answers.off\"]}"

  @Test(
    "'&&' and '||' absorb what cannot matter, and unknown wins over not applicable",
    arguments: [
      ("open && no", "false"), ("no && open", "false"), ("open || yes", "true"), ("off || yes", "true"),
      ("off && no", "false"), ("open && yes", unknown), ("open || no", unknown), ("off && yes", off),
      ("off || no", off),
      ("open && other", bothUnknown), ("off || away", bothOff), ("off && open", unknown),
      ("open || off || no", unknown),
      ("open && 1/0 > 0", unknown), ("off && 1/0 > 0", off), ("open && 1/0 > 0 && no", "false"),
      ("(open || no) && (off || yes)", "{\"unknown\": [\"answers.open\"]}"),
    ])
  func logic(rule: String, json: String) {
    #expect(evaluate(rule, Self.bindings) == json)
  }

  @Test(
    "In every other operation not applicable wins over unknown",
    arguments: [
      ("open == 1", unknown), ("open + other", bothUnknown), ("off == open", off), ("open < off", off),
      ("off + away", bothOff),
      ("off == 1/0", off), ("open == 1/0", unknown), ("open in [1]", unknown), ("1 in [open, off]", off),
      ("[open, 1]", unknown), ("{'a': off, 'b': open}", off), ("!open", unknown), ("!off", off),
      ("-open", unknown),
      ("size(open)", unknown), ("open.startsWith('a')", unknown), ("'a'.startsWith(off)", off),
      ("open.field", unknown),
      ("off[0]", off), ("string(open)", unknown), ("answers.n + 1", "4"), ("answers.open.deeper", unknown),
      ("answers", off),
    ])
  func operations(rule: String, json: String) {
    #expect(evaluate(rule, Self.bindings) == json)
  }

  @Test(
    "'?' absorbs a condition when both branches come to the same",
    arguments: [
      ("open ? 1 : 1", "1"), ("off ? 1 : 1", "1"), ("open ? 1 : 2", unknown), ("off ? 1 : 2", off),
      ("open ? 1 : 1.0", unknown),
      ("open ? other : 1", bothUnknown), ("open ? off : away", bothOff), ("open ? off : 1", unknown),
      ("off ? open : open", off),
      ("yes ? 1 : open", "1"), ("no ? off : 1", "1"), ("open ? 1/0 : 1/0", unknown),
    ])
  func conditional(rule: String, json: String) {
    #expect(evaluate(rule, Self.bindings) == json)
  }

  @Test(
    "Macros are decided as '&&' and '||' are",
    arguments: [
      ("[1, 2].all(x, x == 1 && open)", "false"), ("[1, 2].exists(x, x == 1 || open)", "true"),
      ("[1, 2].all(x, x > 0 && open)", unknown), ("[1, 2].exists(x, x == 1 ? off : open)", unknown),
      ("[1].exists(x, off)", off),
      ("[1, 2].filter(x, x == 1 || open)", unknown), ("[1, 2].map(x, x + open)", unknown),
      ("[1].map(x, off)", off),
      ("[1].exists_one(x, open)", unknown), ("open.all(x, x)", unknown), ("off.map(x, x)", off),
      ("[].all(x, open)", "true"),
    ])
  func macros(rule: String, json: String) {
    #expect(evaluate(rule, Self.bindings) == json)
  }

  @Test(
    "'has' is false for what is not applicable and unknown for what is open",
    arguments: [
      ("has(answers.n)", "true"), ("has(answers.off)", "false"), ("has(answers.open)", unknown),
      ("has(answers.missing)", "false"), ("has(answers.off.deeper)", "false"),
      ("has(answers.open.deeper)", unknown),
      ("!has(answers.off) || answers.off == 1", "true"), ("has(answers.off) && answers.off == 1", "false"),
    ])
  func has(rule: String, json: String) {
    #expect(evaluate(rule, Self.bindings) == json)
  }
}

@Suite("Bounds of open numbers")
struct BoundsTests {
  /// Scores that are known only so far.
  static let bindings: Bindings = [
    "move": .unknown(Unknown(names: ["move"], bounds: 10...20)),
    "stay": .unknown(Unknown(names: ["stay"], bounds: -2...3)),
    "count": .unknown(Unknown(names: ["count"], bounds: 0...4)),
    "free": .unknown(Unknown(names: ["free"])),
    "exact": .unknown(Unknown(names: ["exact"], bounds: 4.1...5)),
  ]

  @Test(
    "A comparison is decided where the ranges do not overlap",
    arguments: [
      ("move - stay >= 7.0", "true"), ("move - stay >= 22.0", "{\"unknown\": [\"move\", \"stay\"]}"),
      ("move - stay > 22.0", "false"),
      ("move + stay < 8.0", "false"), ("move * stay >= -40.0", "true"), ("move * stay < -40.0", "false"),
      ("-move < 0.0", "true"), ("move == 21.0", "false"), ("move != 21.0", "true"),
      ("move == 10.0", "{\"unknown\": [\"move\"]}"),
      ("stay < move", "true"), ("stay <= 3.0", "true"), ("stay < 3.0", "{\"unknown\": [\"stay\"]}"),
      ("stay > 3.0", "false"),
      ("count <= 4", "true"), ("count + 1 > 5", "false"), ("double(count) * 0.5 > 2.5", "false"),
      ("move / 2.0 > 1.0", "{\"unknown\": [\"move\"]}"),
      ("(free ? move : 30.0) >= 10.0", "true"), ("free >= move", "{\"unknown\": [\"free\", \"move\"]}"),
      ("move - stay >= 8.0 || move - stay < 23.0", "true"),
      ("exact - 1.1 >= 3.0", "true"), ("exact * 3.0 < 12.3", "false"),
      ("int(stay + 0.9) < 0", "{\"unknown\": [\"stay\"]}"),
      ("move < 0.0/0.0", "{\"unknown\": [\"move\"]}"),
    ])
  func comparison(rule: String, json: String) {
    #expect(evaluate(rule, Self.bindings) == json)
  }

  @Test("The bounds come out with the outcome")
  func outcome() {
    guard case .unknown(let unknown) = outcome(of: "(move - stay) * 2.0") else {
      Issue.record("The outcome is not unknown")
      return
    }
    #expect(unknown == Unknown(names: ["move", "stay"], bounds: 14...44))
  }

  private func outcome(of text: String) -> Outcome? {
    var diagnostics: [Diagnostic] = []
    let rule = Rule(parsing: LocatedText(SourceFile(path: "rule", text: text)), diagnostics: &diagnostics)
    return rule?.evaluate(Self.bindings)
  }
}
