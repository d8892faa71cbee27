import Diagnostics

/// Where a Markdown text is code, in which `{{` is literal, and which block each stretch of text is in.
///
/// It follows the block rules of CommonMark (spec.commonmark.org/0.30, chapters 4 and 5) as far as they
/// decide what is code: containers, fences, indented code, paragraphs, and code spans within these.
/// Standalone tags are taken out of the text before Markdown is parsed, so their lines count for nothing.
struct MarkdownCode {
  /// The stretches of code without tags, in order.
  let code: [Range<Int>]
  /// The first byte and the number of each block, in order.
  private let blocks: [(start: Int, block: Int)]

  init(_ bytes: [UInt8], syntax: TemplateSyntax) {
    switch syntax {
    case .html:
      (code, blocks) = ([], [])
    case .inlineMarkdown:
      (code, blocks) = (CodeSpans(bytes).find(in: [0..<bytes.count]), [])
    case .markdown:
      var scanner = MarkdownBlocks(bytes)
      scanner.scan()
      code = scanner.code.sorted { $0.lowerBound < $1.lowerBound }
      blocks = scanner.blocks
    }
  }

  /// Reports each section that begins in one block of the Markdown and ends in another, as standing or not
  /// would then join or cut the blocks around it.
  func refuseSplits(by tree: TemplateTree, of text: LocatedText, diagnostics: inout [Diagnostic]) {
    for (opening, closing) in tree.partner.enumerated() {
      guard let closing, closing > opening else { continue }
      let (first, last) = (tree.tags[opening], tree.tags[closing])
      guard block(of: first) != block(of: last) else { continue }
      diagnostics.append(
        .split(first.name.text, at: text.location(first.range), closing: text.location(last.range)))
    }
  }

  /// The block that a tag stands in; 0 for one that has a line of its own between blocks.
  private func block(of tag: Tag) -> Int {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = low + (high - low) / 2
      if blocks[middle].start > tag.range.lowerBound { high = middle } else { low = middle + 1 }
    }
    guard low > 0 else { return 0 }
    return blocks[low - 1].block
  }
}
