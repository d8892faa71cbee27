import Diagnostics
import Synchronization
import TestSupport
import Testing

@testable import Templating

struct PatternTests {
  @Test(
    "Values are slots, one for each path, numbered by first use",
    arguments: [
      ("{{a}} {{b}} {{a}}", ["a": "1", "b": "2"], "‹0› ‹1› ‹0›", ["1", "2"]),
      ("{{b}}{{#r}}{{a}}{{/r}}{{r.a}}", ["b": "x", "r": ["a": "1"]], "‹0›‹1›‹1›", ["x", "1"]),
      ("{{#l}}- {{.}}\n{{/l}}", ["l": ["a", "b"]], "- ‹0›\n- ‹1›\n", ["a", "b"]),
      (
        "{{#l}}\n- {{n}} {{t}}\n{{/l}}\n", ["l": [["n": "a"], ["n": "b"]], "t": "T"],
        "- ‹0› ‹1›\n- ‹2› ‹1›\n", ["a", "T", "b"]
      ),
      (
        "{{p}}: {{#p}}{{.}} {{/p}}", ["p": .choices("gRPC", "REST")], "‹0›: ‹1› ‹2› ",
        ["gRPC and REST", "gRPC", "REST"]
      ),
      ("{{#f}}yes{{/f}}{{^f}}no {{a}}{{/f}}", ["f": false, "a": "1"], "no ‹0›", ["1"]),
      ("{{#t}}[{{.}}]{{/t}}", ["t": "x"], "[‹0›]", ["x"]),
      ("**{{a}}** `{{a}}` \\{{a}}", ["a": "*"], "**‹0›** `{{a}}` \\‹0›", ["*"]),
      ("none", [:], "none", []),
    ] as [(String, Sample, String, [String])])
  func slots(text: String, sample: Sample, expected: String, values: [String]) throws {
    let body = body(text, sample)
    let pattern = try body.pattern(for: body.key(for: sample.root))
    #expect(pattern.text.dump == expected)
    #expect(pattern.values(from: sample.root) == values.map(SlotValue.text))
    #expect(pattern.slotCount == values.count)
  }

  @Test("An open value is a slot that says open; its sections do not stand")
  func open() throws {
    let sample: Sample = ["x": .open("races")]
    let body = body("{{x}}{{#x}}a{{/x}}{{^x}}b{{/x}}", sample)
    let pattern = try body.pattern(for: body.key(for: sample.root))
    #expect(pattern.text.dump == "‹0›")
    #expect(pattern.values(from: sample.root) == [.open(OpenValue(questions: ["races"]))])
  }

  @Test("Keys are the same where the same sections stand, whatever the values")
  func keys() {
    let samples: [Sample] = [
      ["a": "1", "l": ["x"], "f": true], ["a": "2", "l": ["y"], "f": true],
      ["a": "1", "l": ["x", "y"], "f": true],
      ["a": "1", "l": ["x"], "f": false],
    ]
    let body = body("{{a}}{{#l}}{{.}}{{/l}}{{#f}}{{a}}{{/f}}", samples[0])
    let keys = samples.map { body.key(for: $0.root) }
    #expect(keys[0] == keys[1])
    #expect(Set(keys).count == 3)
  }

  @Test("In the text of everything each section and each inverse stands once")
  func allText() {
    let body = body(
      "{{#f}}[a](step:a){{/f}}{{^f}}b{{/f}}{{#l}}{{.}}{{/l}}{{^l}}c{{/l}}", ["f": true, "l": ["x"]])
    #expect(body.allText.dump == "[a](step:a)b‹0›c")
  }

  @Test("The text of a pattern keeps the places of the source")
  func places() throws {
    let marked = MarkedText("ab {{x}}\n{{#f}}\n①cd ②{{x}}③ ef\n{{/f}}\n④gh\n", path: "body.md")
    let sample: Sample = ["x": "X", "f": true]
    let body = body(marked.text, sample)
    let text = try body.pattern(for: body.key(for: sample.root)).text
    #expect(text.dump == "ab ‹0›\ncd ‹0› ef\ngh\n")
    // A slot has four bytes.
    #expect([8, 11, 15, 19].map { text.fileOffset(of: $0) } == marked.offsets)
  }

  @Test("References have the whole path and the place of the name")
  func references() {
    let marked = MarkedText(
      "{{⟦r.a⟧}}{{#⟦r⟧}}{{⟦a⟧}}{{/r}}{{^⟦l⟧}}{{/l}}{{#⟦l⟧}}{{⟦n⟧}}{{/l}}", path: "body.md")
    let body = body(marked.text, ["r": ["a": "1"], "l": [["n": "x"]]])
    #expect(body.references.map(\.path) == [["r", "a"], ["r"], ["r", "a"], ["l"], ["l"], ["l", "n"]])
    #expect(body.references.map(\.use) == [.printed, .section, .printed, .inverse, .section, .printed])
    #expect(body.references.map(\.location) == marked.locations)
  }

  @Test("A cache makes each pattern once, for all threads, and fills it for each team")
  func cache() async throws {
    let type: Sample = ["n": "0", "f": true]
    let made = Mutex(0)
    let cache = PatternCache(body("{{n}}{{#f}}!{{/f}}", type)) { pattern in
      made.withLock { $0 += 1 }
      return pattern.text.dump
    }
    try await withThrowingTaskGroup { group in
      for number in 0..<200 {
        group.addTask {
          let sample: Sample = ["n": .text("\(number)"), "f": .flag(number.isMultiple(of: 2))]
          let filled = try cache.filled(from: sample.root)
          #expect(filled.output == (number.isMultiple(of: 2) ? "‹0›!" : "‹0›"))
          #expect(filled.values == [.text("\(number)")])
        }
      }
      try await group.waitForAll()
    }
    #expect(made.withLock(\.self) == 2)
    #expect(cache.count == 2)
  }

  @Test("More values than plane 15 has characters are a diagnostic")
  func manySlots() throws {
    #expect(PrivateUse.slot(0) == "\u{F0000}")
    #expect(PrivateUse.slot(0xFFFD) == "\u{FFFFD}")
    #expect(PrivateUse.slot(PrivateUse.slotCount) == nil)
    #expect(PrivateUse.number(of: "\u{100001}") == nil)
    #expect(PrivateUse.number(of: "a") == nil)
    let sample: Sample = ["l": .list(Array(repeating: "x", count: PrivateUse.slotCount + 1))]
    let body = body("{{#l}}{{.}}{{/l}}", sample)
    let key = body.key(for: sample.root)
    let error = #expect(throws: Diagnostic.self) { try body.pattern(for: key) }
    #expect(error?.id == "templating.too-many-values")
    #expect(error?.location?.description == "body.md:1:1")
  }
}
