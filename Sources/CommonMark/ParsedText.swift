/// A text, parsed: the tree and what is needed to read it.
struct ParsedText {
  /// What was parsed.
  var text: MarkedText
  /// Its tree. Children of the document: first the cells that are not empty, then the blocks.
  var tree: SyntaxTree
  /// What headings stand for.
  var tables: [BlockLift.Table] = []
  /// What list items stand for.
  var footnotes: [BlockLift.Footnote] = []
  /// Whether only the inlines of the first block count.
  var isInline = false
  /// Private-use characters that must not be there, in bytes of the source.
  var refusedCharacters: [Range<Int>]
  /// Where the text holds more marks than there are.
  var overflow: Range<Int>?

  /// The nodes of the cells that are not empty, table by table and row by row.
  var cells: [Int] {
    let count = tables.lazy.flatMap(\.rows).joined().count { !$0.isEmpty }
    return Array(tree.children(of: 0).prefix(count))
  }

  /// The nodes of the text's blocks, with all that they hold.
  var blocks: Range<Int> { (cells.last.map { tree.nodes[$0].end } ?? 1)..<tree.nodes.count }

  /// Where a node begins in the marked text.
  mutating func offset(of node: SyntaxTree.Node) -> Int { text.offset(line: node.line, column: node.column) }

  /// What a block stands for, if for anything.
  mutating func item(of node: SyntaxTree.Node) -> BlockLift.Item? {
    text.lifted.isEmpty ? nil : text.lifted[offset(of: node)]
  }
}
