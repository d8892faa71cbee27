import TestSupport

/// Documents made of GitHub's blocks and inlines, nested and put beside each other at random. What `KnownDifference`
/// lists is not among them.
struct DocumentGenerator: RandomNumberGenerator {
  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(seed: seed &* 0x9E37_79B9_7F4A_7C15) }

  mutating func next() -> UInt64 { random.next() }

  /// A document of a few blocks.
  mutating func document() -> String {
    let blocks = blocks(count: Int.random(in: 1...4, using: &self), depth: 0)
    return blocks.joined(separator: "\n") + "\n"
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &self)]
  }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  private mutating func blocks(count: Int, depth: Int) -> [String] {
    var lines: [String] = []
    for index in 0..<count {
      if index > 0, chance(70) { lines.append("") }
      lines += block(depth: depth)
    }
    return lines
  }

  private mutating func block(depth: Int) -> [String] {
    let nested = depth < 2
    switch Int.random(in: 0..<(depth == 0 ? 12 : nested ? 10 : 7), using: &self) {
    case 0, 1: return (0..<Int.random(in: 1...3, using: &self)).map { _ in inlines() }
    case 2, 3, 4: return table()
    case 5: return [pick(["# ", "## "]) + inlines()]
    case 6: return pick([["```rust", "~~code~~ | www.a.com", "```"], ["***"], ["    indented | code"]])
    case 7, 8: return list(depth: depth)
    case 9: return quote(depth: depth)
    case 10: return definition(depth: depth)
    default: return task()
    }
  }

  private mutating func table() -> [String] {
    let columns = Int.random(in: 1...3, using: &self)
    let outer = chance(80)
    var lines = [row(columns: columns, outer: outer)]
    let dashes = (0..<(chance(90) ? columns : columns + 1)).map { _ in pick(["---", ":-", "-:", ":-:", "-"]) }
    lines.append(join(dashes, outer: outer || columns == 1))
    for _ in 0..<Int.random(in: 0...3, using: &self) {
      lines.append(row(columns: columns + pick([-1, 0, 0, 0, 1]), outer: outer))
    }
    return lines
  }

  private mutating func row(columns: Int, outer: Bool) -> String {
    join(
      (0..<max(columns, 1)).map { _ in chance(15) ? pick(["", "a\\|b", "`x\\|y`", "\\\\"]) : words() },
      outer: outer)
  }

  private func join(_ cells: [String], outer: Bool) -> String {
    outer ? "| " + cells.joined(separator: " | ") + " |" : cells.joined(separator: " | ")
  }

  private mutating func list(depth: Int) -> [String] {
    let marker = pick(["- ", "* ", "1. ", "2) ", "-   "])
    let items = (0..<Int.random(in: 1...3, using: &self)).map { _ in
      indented(blocks(count: pick([1, 1, 2]), depth: depth + 1), first: marker)
    }
    let mayHoldTable = items.joined().contains { $0.contains("|") }
    return items.flatMap { mayHoldTable ? $0 + [""] : $0 }
  }

  private mutating func indented(_ lines: [String], first: String) -> [String] {
    let rest = String(repeating: " ", count: first.count)
    return lines.enumerated().map { index, line in
      line.isEmpty && index > 0 ? "" : (index == 0 ? first : rest) + line
    }
  }

  private mutating func quote(depth: Int) -> [String] {
    let lazy = chance(15)
    return blocks(count: pick([1, 2]), depth: depth + 1).enumerated().map { index, line in
      lazy && index > 1 && !line.isEmpty ? line : "> " + line
    }
  }

  private mutating func definition(depth: Int) -> [String] {
    let label = pick(["1", "note", "a-b"])
    let lines = indented(blocks(count: pick([1, 1, 2]), depth: 2), first: "    ").map {
      $0.replacing("[^", with: "[")
    }
    return ["[^\(label)]: " + lines[0].dropFirst(4)] + lines.dropFirst() + [""]
  }

  private mutating func task() -> [String] {
    (0..<Int.random(in: 1...3, using: &self)).map { _ in "- [\(pick([" ", "x", "X"]))] " + inlines() }
  }

  private mutating func words() -> String { inlines(upTo: 3) }

  private mutating func inlines(upTo count: Int = 4) -> String {
    (0..<Int.random(in: 1...count, using: &self)).map { _ in inline() }.joined(separator: " ")
  }

  private mutating func inline() -> String {
    pick([
      "word", "other", "*em*", "**strong**", "~~gone~~", "~one~", "\\~~no~~", "a~~~three~~~", "`code`",
      "`a ~~b~~`",
      "[link](/url \"title\")", "[ref]", "![image](/i.png)", "<https://a.b/c>", "http://example.com/a_b_c",
      "https://x.org/(y)", "www.example.com.", "www.a_b.c", "(www.q.org/x)", "me@example.com", "a.b@c",
      "a_b@c-d.org.",
      "[^1]", "[^note]", "[^none]", "&amp;", "a~b", "~~ *a* ~~", "_it_", "5 < 6", "\"q\"", "\\*no\\*",
      "~~a", "b~~", "ftp://f.org", "mailto:x@y.org", "[go](http://u.v)", "end.", "#", "!", "é", "“q”",
      "**bold**word", "x*em*y", "~~go *on* b~~", "(~~a~~)", "~~a~~b",
    ])
  }
}
