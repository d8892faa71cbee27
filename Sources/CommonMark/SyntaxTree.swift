/// A parsed text: libcmark's tree as a flat array in document order.
///
/// Input decides how deep the tree is, so nothing here or in its users recurses: a node knows where its
/// subtree ends, and its children are what lies between.
struct SyntaxTree {
  /// One block or inline.
  struct Node {
    /// What it is. Names are libcmark's.
    enum Kind {
      case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
      case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
    }

    var kind: Kind
    /// The index after its last descendant.
    var end = 0
    /// Line in the text that was parsed, from 1.
    var line: Int
    /// Column in bytes, from 1.
    var column: Int
    /// Last line, from 1.
    var endLine: Int
    /// The literal of text, code and HTML; the destination of links and images.
    var text: Range<Int> = 0..<0
    /// The title of links and images; the info string of code blocks.
    var title: Range<Int> = 0..<0
    /// The level of a heading, the first number of an ordered list.
    var number = 0
    /// Whether a list is ordered.
    var isOrdered = false
    /// Whether a list is tight.
    var isTight = false
  }

  /// Every node, the document first.
  var nodes: [Node] = []
  /// What `text` and `title` are ranges of.
  var bytes: [UInt8] = []

  /// The indices of a node's children, in order.
  func children(of parent: Int) -> some Sequence<Int> {
    let end = nodes[parent].end
    return sequence(first: parent + 1) { nodes[$0].end }.prefix { $0 < end }
  }

  /// The bytes of a node's literal or destination.
  func text(of node: Int) -> ArraySlice<UInt8> { bytes[nodes[node].text] }

  /// The bytes of a node's title or info string.
  func title(of node: Int) -> ArraySlice<UInt8> { bytes[nodes[node].title] }
}
