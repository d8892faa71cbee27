import Diagnostics

/// Writes a tree as pieces of HTML.
///
/// It follows libcmark's own HTML renderer byte for byte where the text is plain CommonMark.
struct Renderer {
  /// What a text comes to.
  struct Output {
    var pieces: [HTMLPiece] = []
    var headings: [Heading] = []
    var links: [Located<ContentLink>] = []
    var outsideLinks: [Located<OutsideLink>] = []
    var citations: [Located<Citation>] = []
    var codeLanguages: [Located<String>] = []
  }

  /// What is left to write when a node ends.
  enum Closing {
    case nothing
    case inline(StaticString)
    /// A closing tag on a line of its own.
    case block(StaticString)
    case contentLink(ContentLink)
  }

  /// A node that was entered and not yet left.
  private struct OpenNode {
    var index: Int
    var closing: Closing
  }

  let options: MarkdownOptions
  let highlighting: CodeHighlighting?
  let tree: SyntaxTree
  var parsed: ParsedText
  var places: PlaceFinder
  var writer = PieceWriter()
  var output = Output()
  var headingIDs: HeadingIDs
  var footnotes: FootnoteNumbers
  var diagnostics: [Diagnostic] = []

  /// The block whose inlines are being written.
  var block = 0
  /// How many links are open. Inside one, nothing else links.
  var linkDepth = 0
  /// Whether a heading's title is being written for lists of contents, a second time.
  var isTitle = false
  /// Where the last raw HTML of this block was found, in the marked text.
  var lastHTML = 0
  /// Whether a footnote's text is being written.
  var isInFootnote = false
  /// The paragraph that ends the footnote being written, where it ends in one.
  var lastFootnoteParagraph: Int?
  /// Strikethrough that begins or ends in the text, in order.
  var strikes: Strikethrough
  /// The nodes of the cells that are not empty, table by table.
  var cells: [Int] = []
  /// Where the cells of each table begin in `cells`.
  var firstCells: [Int] = []
  /// The first inline of an alert's first paragraph, after the `[!NOTE]`.
  var afterAlertMarker: Int?
  /// The text of a task's first paragraph, and where in it the words begin.
  var afterTaskMarker: (node: Int, start: Int)?

  private var open: [OpenNode] = []

  init(
    _ parsed: ParsedText, of text: LocatedText, options: MarkdownOptions, highlighting: CodeHighlighting?
  ) {
    self.parsed = parsed
    self.tree = parsed.tree
    self.options = options
    self.highlighting = highlighting
    places = PlaceFinder(text)
    headingIDs = HeadingIDs(prefix: options.idPrefix)
    footnotes = FootnoteNumbers(parsed)
    strikes = Strikethrough(in: parsed, isOn: options.extensions.contains(.strikethrough))
  }

  /// Writes the whole text.
  mutating func render() -> Output {
    reportCharacters()
    if parsed.isInline {
      if tree.nodes.count > 1 {
        block = 1
        renderChildren(of: 1)
      }
    } else {
      renderDocument()
      renderFootnotes()
    }
    output.pieces = writer.finish()
    return output
  }

  private mutating func renderDocument() {
    cells = parsed.cells
    var cellCount = 0
    for table in parsed.tables {
      firstCells.append(cellCount)
      cellCount += table.rows.joined().count { !$0.isEmpty }
    }
    render(parsed.blocks)
  }

  /// Writes what a node holds.
  mutating func renderChildren(of index: Int) { render(index + 1..<tree.nodes[index].end) }

  /// Writes a run of siblings with all that they hold.
  mutating func render(_ range: Range<Int>) {
    let depth = open.count
    var index = range.lowerBound
    while index < range.upperBound {
      while open.count > depth, let last = open.last, tree.nodes[last.index].end <= index { leave() }
      index = enter(index)
    }
    while open.count > depth { leave() }
  }

  /// Descends into a node; `closing` is written when it ends.
  mutating func descend(into index: Int, closing: Closing) -> Int {
    open.append(OpenNode(index: index, closing: closing))
    return index + 1
  }

  /// The nodes around the one being entered, innermost first.
  func ancestor(_ distance: Int) -> Int? {
    distance < open.count ? open[open.count - 1 - distance].index : nil
  }

  private mutating func leave() {
    let node = open.removeLast()
    if tree.nodes[node.index].kind == .link { linkDepth -= 1 }
    switch node.closing {
    case .nothing: break
    case .inline(let tag): writer.write(tag)
    case .block(let tag):
      writer.startLine()
      writer.write(tag)
    case .contentLink(let link): writer.put(.linkEnd(link))
    }
  }

  private mutating func enter(_ index: Int) -> Int {
    let node = tree.nodes[index]
    switch node.kind {
    case .document: return index + 1
    case .blockQuote: return enterQuote(index)
    case .list: return enterList(index)
    case .item: return enterItem(index)
    case .codeBlock: return writeCodeBlock(index)
    case .htmlBlock: writeHTMLBlock(index)
    case .paragraph: return enterParagraph(index)
    case .heading: return writeHeading(index)
    case .thematicBreak:
      writer.startLine()
      writer.write("<hr />\n")
    case .text: writeText(index)
    case .softBreak: writer.write("\n")
    case .lineBreak: writer.write("<br />\n")
    case .code: writeCode(index)
    case .htmlInline: writeInlineHTML(index)
    case .emphasis:
      writer.write("<em>")
      return descend(into: index, closing: .inline("</em>"))
    case .strong:
      writer.write("<strong>")
      return descend(into: index, closing: .inline("</strong>"))
    case .link: return enterLink(index)
    case .image: writeImage(index)
    }
    return node.end
  }
}
