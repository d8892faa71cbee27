import Testing

@testable import CommonMark

@Suite struct HostileInputTests {
  private static let count = 10_000

  static let inputs: [(name: String, text: String)] = [
    ("quotes", String(repeating: ">", count: count) + "a"),
    ("list items", String(repeating: "- ", count: count) + "a"),
    ("items on lines", (0..<1000).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()),
    ("open brackets", String(repeating: "[", count: count)),
    ("links", String(repeating: "[a](", count: count)),
    ("open images", String(repeating: "![[]()", count: 5000)),
    ("emphasis", String(repeating: "*a ", count: count)),
    ("nested emphasis", String(repeating: "*", count: count) + "a" + String(repeating: "*", count: count)),
    ("mixed emphasis", String(repeating: "*a _b **c ", count: count)),
    ("tildes", String(repeating: "a~b~~", count: count)),
    ("pipes", String(repeating: "|", count: count) + "\n" + String(repeating: "|-", count: count) + "|\n"),
    (
      "short rows",
      String(repeating: "|a", count: 1000) + "\n" + String(repeating: "|-", count: 1000) + "\n"
        + String(repeating: "|x|\n", count: count)
    ),
    ("tables in quotes", String(repeating: "> |a|\n> |-|\n|b|\n|-|\n", count: 5000)),
    (
      "deep table",
      (0..<50).map { String(repeating: ">", count: 3000) + ($0 == 1 ? "|-|\n" : "|a|\n") }.joined()
    ),
    ("footnotes", (0..<count).map { "[^\($0)]: x\n" }.joined()),
    ("nested footnotes", (0..<300).map { String(repeating: "    ", count: $0) + "[^\($0)]: x\n\n" }.joined()),
    ("mentions", "[^a]: x\n\n" + String(repeating: "[^a]", count: count)),
    ("addresses", String(repeating: "a.b@c.d ", count: count)),
    ("hosts", String(repeating: "_www.a", count: count)),
    ("backticks", (0..<5000).map { String(repeating: "`", count: $0 % 70 + 1) + " " }.joined()),
    ("tags", String(repeating: "<a ", count: count)),
    ("refused tags", String(repeating: "<b>x</b> ", count: count)),
    ("same headings", String(repeating: "# x\n", count: count)),
    ("one long line", String(repeating: "a* b", count: 100_000)),
    ("one long word", String(repeating: "a", count: 1_000_000)),
  ]

  @Test(.timeLimit(.minutes(2)), arguments: inputs.map(\.name))
  func `Hostile input takes linear time and does not crash`(name: String) throws {
    let input = try #require(Self.inputs.first { $0.name == name })
    #expect(!render(input.text).isEmpty || name.hasSuffix("footnotes"))
  }
}
