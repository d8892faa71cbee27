import Diagnostics

/// Where a Markdown text is code, in which `{{` is literal, and which block each stretch of text is in.
///
/// It follows the block rules of CommonMark (spec.commonmark.org/0.30, chapters 4 and 5) as far as they
/// decide what is code: containers, fences, indented code, paragraphs, and code spans within these.
/// Standalone tags are taken out of the text before Markdown is parsed, so their lines count for nothing.
struct MarkdownCode {
  /// The stretches of code without tags, in order.
  let code: [Range<Int>]
  /// Where each block begins, in order.
  private let blocks: [(start: Int, block: Block)]
  private let bytes: [UInt8]

  /// What a line of the text is part of.
  enum Block: Hashable {
    /// Nothing: a blank line, a line with only a tag, code.
    case between
    /// A paragraph, a heading or a row of several, by its number.
    case text(Int)
    /// A fence with tags, by its number.
    case fence(Int)
  }

  init(_ bytes: [UInt8], syntax: TemplateSyntax) {
    self.bytes = bytes
    switch syntax {
    case .html, .words:
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
  /// would then join or cut the blocks around it. A section of whole lines may hold whole blocks.
  func refuseSplits(by tree: TemplateTree, of text: LocatedText, diagnostics: inout [Diagnostic]) {
    for (opening, closing) in tree.partner.enumerated() {
      guard let closing, closing > opening else { continue }
      let (first, last) = (tree.tags[opening], tree.tags[closing])
      guard block(of: first) != block(of: last), edge(at: first) != edge(at: last) || edge(at: first) == nil
      else { continue }
      diagnostics.append(
        .split(first.name.text, at: text.location(first.range), closing: text.location(last.range)))
    }
  }

  /// The block that a tag stands in.
  private func block(of tag: Tag) -> Block {
    let next = blocks.partitioningIndex { $0.start > tag.range.lowerBound }
    return next > 0 ? blocks[next - 1].block : .between
  }

  /// What a tag stands between the lines of, where it is the first of its line; nil within a line.
  private func edge(at tag: Tag) -> Block? {
    let before = bytes[..<tag.range.lowerBound].reversed().drop(while: \.isBlank).first
    guard before?.isLineEnd ?? true else { return nil }
    switch block(of: tag) {
    case .between, .text: return .between
    case .fence(let number): return .fence(number)
    }
  }
}
