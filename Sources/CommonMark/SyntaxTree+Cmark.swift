import CCmark

extension SyntaxTree {
  /// Parses CommonMark.
  ///
  /// - Parameter markdown: UTF-8 without NUL.
  init(parsing markdown: [UInt8]) {
    bytes.reserveCapacity(markdown.count)
    let document = CmarkDocument(parsing: markdown)
    document.copy(into: &self)
  }
}

/// Owns libcmark's tree. The only place where C pointers live.
private struct CmarkDocument: ~Copyable {
  private let root: OpaquePointer?

  init(parsing markdown: [UInt8]) {
    root = markdown.withUnsafeBytes { buffer in
      cmark_parse_document(
        buffer.bindMemory(to: CChar.self).baseAddress, buffer.count, CMARK_OPT_SOURCEPOS)
    }
  }

  deinit {
    if let root { cmark_node_free(root) }
  }

  /// Walks the tree in document order, following its own links instead of recursing.
  func copy(into tree: inout SyntaxTree) {
    var open: [Int] = []
    var next = root
    while let node = next {
      let index = tree.nodes.count
      tree.append(node)
      if let child = cmark_node_first_child(node) {
        open.append(index)
        next = child
        continue
      }
      tree.nodes[index].end = index + 1
      next = cmark_node_next(node)
      var parent = cmark_node_parent(node)
      while next == nil, let closed = parent {
        tree.nodes[open.removeLast()].end = tree.nodes.count
        next = cmark_node_next(closed)
        parent = cmark_node_parent(closed)
      }
    }
  }
}

extension SyntaxTree {
  fileprivate mutating func append(_ pointer: OpaquePointer) {
    var node = Node(
      kind: Node.Kind(cmark_node_get_type(pointer)), line: Int(cmark_node_get_start_line(pointer)),
      column: Int(cmark_node_get_start_column(pointer)), endLine: Int(cmark_node_get_end_line(pointer)))
    switch node.kind {
    case .text, .code, .htmlInline, .htmlBlock:
      node.text = append(cmark_node_get_literal(pointer))
    case .codeBlock:
      node.text = append(cmark_node_get_literal(pointer))
      node.title = append(cmark_node_get_fence_info(pointer))
    case .link, .image:
      node.text = append(cmark_node_get_url(pointer))
      node.title = append(cmark_node_get_title(pointer))
    case .heading:
      node.number = Int(cmark_node_get_heading_level(pointer))
    case .list:
      node.isOrdered = cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
      node.isTight = cmark_node_get_list_tight(pointer) != 0
      node.number = Int(cmark_node_get_list_start(pointer))
    case .document, .blockQuote, .item, .paragraph, .thematicBreak, .softBreak, .lineBreak, .emphasis,
      .strong:
      break
    }
    nodes.append(node)
  }

  private mutating func append(_ string: UnsafePointer<CChar>?) -> Range<Int> {
    let start = bytes.count
    if let string {
      let length = strlen(string)
      string.withMemoryRebound(to: UInt8.self, capacity: length) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: $0, count: length))
      }
    }
    return start..<bytes.count
  }
}

extension SyntaxTree.Node.Kind {
  /// Our name for libcmark's. Custom nodes, which no parser makes, read as text without a literal.
  fileprivate init(_ type: cmark_node_type) {
    self =
      switch type {
      case CMARK_NODE_DOCUMENT: .document
      case CMARK_NODE_BLOCK_QUOTE: .blockQuote
      case CMARK_NODE_LIST: .list
      case CMARK_NODE_ITEM: .item
      case CMARK_NODE_CODE_BLOCK: .codeBlock
      case CMARK_NODE_HTML_BLOCK: .htmlBlock
      case CMARK_NODE_PARAGRAPH: .paragraph
      case CMARK_NODE_HEADING: .heading
      case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
      case CMARK_NODE_SOFTBREAK: .softBreak
      case CMARK_NODE_LINEBREAK: .lineBreak
      case CMARK_NODE_CODE: .code
      case CMARK_NODE_HTML_INLINE: .htmlInline
      case CMARK_NODE_EMPH: .emphasis
      case CMARK_NODE_STRONG: .strong
      case CMARK_NODE_LINK: .link
      case CMARK_NODE_IMAGE: .image
      default: .text
      }
  }
}
