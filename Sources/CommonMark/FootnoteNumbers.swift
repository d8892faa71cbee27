/// Footnotes by label, and the numbers they get as they are first mentioned.
struct FootnoteNumbers {
  /// A mention of a footnote.
  struct Reference {
    /// The number shown, from 1.
    var number: Int
    /// Which mention of the footnote it is, from 1.
    var mention: Int
  }

  /// The footnotes mentioned so far, as indices of `ParsedText.footnotes`, by number.
  private(set) var order: [Int] = []

  /// Footnotes whose label an earlier one has, each with that one. As with links, the first counts.
  private(set) var duplicates: [(footnote: Int, first: Int)] = []

  private var byLabel: [String: Int] = [:]
  private var numbers: [Int: Int] = [:]
  private var mentions: [Int: Int] = [:]
  private var nodes: [Int: Int] = [:]

  init(_ parsed: ParsedText) {
    guard !parsed.footnotes.isEmpty else { return }
    var parsed = parsed
    for (index, node) in parsed.tree.nodes.enumerated() where node.kind == .item {
      guard case .footnote(let footnote) = parsed.item(of: node) else { continue }
      nodes[footnote] = index
      let label = parsed.text.source[parsed.footnotes[footnote].definition.label]
      let key = FootnoteDefinition.key(label)
      if let first = byLabel[key] {
        duplicates.append((footnote, first))
      } else {
        byLabel[key] = footnote
      }
    }
  }

  /// The list item that holds a footnote's text.
  func node(of footnote: Int) -> Int? { nodes[footnote] }

  /// How often a footnote is mentioned.
  func mentionCount(of footnote: Int) -> Int { mentions[footnote] ?? 0 }

  /// The footnote with a label, without mentioning it.
  func footnote(labeled label: ArraySlice<UInt8>) -> Int? { byLabel[FootnoteDefinition.key(label)] }

  /// Mentions a footnote.
  mutating func mention(_ footnote: Int) -> Reference {
    mentions[footnote, default: 0] += 1
    let mention = mentions[footnote, default: 1]
    if let number = numbers[footnote] { return Reference(number: number, mention: mention) }
    order.append(footnote)
    numbers[footnote] = order.count
    return Reference(number: order.count, mention: mention)
  }
}
