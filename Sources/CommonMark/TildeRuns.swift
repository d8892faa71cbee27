/// The runs of one or two tildes in a text node, and what may stand before and after them.
struct TildeRuns {
  /// Those that can begin or end a stretch.
  private(set) var all: [Strikethrough.Run] = []

  /// - Parameter parentEnd: the index after the last descendant of the text's parent.
  init(in node: Int, parentEnd: Int, of parsed: ParsedText) {
    let text = parsed.tree.text(of: node)
    var place = text.startIndex
    while let start = text[place...].firstIndex(of: UInt8(ascii: "~")) {
      let end = text[start...].firstIndex { $0 != UInt8(ascii: "~") } ?? text.endIndex
      place = end
      guard end - start <= 2 else { continue }
      let before =
        start > text.startIndex
        ? Self.side(text[..<start].lastScalar, isBefore: true, in: parsed)
        : Self.sideBefore(node, in: parsed.tree)
      let after =
        end < text.endIndex
        ? Self.side(text[end...].firstScalar, isBefore: false, in: parsed)
        : Self.sideAfter(node, parentEnd: parentEnd, in: parsed.tree)
      let canOpen = after != .space && (after != .punctuation || before != .letter)
      let canClose = before != .space && (before != .punctuation || after != .letter)
      guard canOpen || canClose else { continue }
      all.append(
        Strikethrough.Run(
          node: node, offset: start, length: end - start, canOpen: canOpen, canClose: canClose))
    }
  }

  /// The class of a character beside a run, as flanking knows them.
  private enum Side {
    case space, punctuation, letter
  }

  private static func side(_ scalar: Unicode.Scalar?, isBefore: Bool, in parsed: ParsedText) -> Side {
    guard var scalar else { return .space }
    if let character = MarkCharacter(scalar) {
      let written = parsed.text.written(character)
      guard let shown = isBefore ? written.lastScalar : written.firstScalar else { return .punctuation }
      scalar = shown
    }
    return scalar.isMarkdownWhitespace ? .space : scalar.isMarkdownPunctuation ? .punctuation : .letter
  }

  /// What a run at the start of a text comes after.
  private static func sideBefore(_ node: Int, in tree: SyntaxTree) -> Side {
    switch tree.nodes[node - 1].kind {
    case .softBreak, .lineBreak, .paragraph, .heading: .space
    default: .punctuation
    }
  }

  /// What a run at the end of a text comes before.
  private static func sideAfter(_ node: Int, parentEnd: Int, in tree: SyntaxTree) -> Side {
    let next = node + 1
    if next < parentEnd {
      let kind = tree.nodes[next].kind
      return kind == .softBreak || kind == .lineBreak ? .space : .punctuation
    }
    // The parent ends here: a block, or an inline with a delimiter of its own.
    guard next < tree.nodes.count else { return .space }
    switch tree.nodes[next].kind {
    case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image:
      return .punctuation
    default: return .space
    }
  }
}
