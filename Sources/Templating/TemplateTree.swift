import Diagnostics

/// One node of a parsed template. The tree is an array in pre-order, so that its depth costs no stack.
struct TemplateNode: Sendable {
  enum Content: Sendable {
    case literal
    case variable(TagName)
    case raw(TagName)
    case section(TagName)
    case inverse(TagName)
    case partial(TagName, indentation: Range<Int>)
    case parent(TagName, indentation: Range<Int>)
    case block(TagName)
  }

  var content: Content
  /// The literal text, or the tag, in bytes of the template's text.
  var range: Range<Int>
  /// The index after the last node inside this one.
  var end: Int
}

/// Matches opening and closing tags, applies the rule of standalone lines, and yields the tree.
struct TemplateTree {
  private(set) var tags: [Tag]
  /// For each opening tag the index of its closing tag, and for each closing tag that of its opening one.
  private(set) var partner: [Int?]
  private let text: LocatedText
  private let bytes: [UInt8]

  init(tags: [Tag], text: LocatedText, bytes: [UInt8]) {
    self.tags = tags
    self.partner = Array(repeating: nil, count: tags.count)
    self.text = text
    self.bytes = bytes
  }

  /// Finds the partner of each tag and reports those that have none; then finds the standalone lines.
  mutating func match(diagnostics: inout [Diagnostic]) {
    var open: [Int] = []
    var crossed: [String: Int] = [:]
    for index in tags.indices {
      if tags[index].opens {
        open.append(index)
      } else if tags[index].kind == .close {
        close(index, open: &open, crossed: &crossed, diagnostics: &diagnostics)
      }
    }
    for index in open {
      diagnostics.append(.unclosed(written(index), name: tags[index].name.text, at: location(index)))
    }
    StandaloneLines(bytes: bytes).apply(to: &tags, partner: partner)
  }

  private mutating func close(
    _ index: Int, open: inout [Int], crossed: inout [String: Int], diagnostics: inout [Diagnostic]
  ) {
    let name = tags[index].name.text
    guard let position = open.lastIndex(where: { tags[$0].name.text == name }) else {
      if let pending = crossed[name], pending > 0 {
        crossed[name] = pending - 1
      } else {
        unopened(index, open: &open, diagnostics: &diagnostics)
      }
      return
    }
    if position < open.count - 1, let inner = open.last {
      diagnostics.append(
        .crossed(written(index), at: location(index), inner: written(inner), opened: location(inner)))
      for skipped in open[(position + 1)...] { crossed[tags[skipped].name.text, default: 0] += 1 }
    }
    pair(open[position], index)
    open.removeSubrange(position...)
  }

  /// Reports a closing tag that closes nothing; one that is nearly the right one closes it all the same.
  private mutating func unopened(_ index: Int, open: inout [Int], diagnostics: inout [Diagnostic]) {
    let name = tags[index].name.text
    let meant = NearMiss.of(name, among: open.suffix(8).map { tags[$0].name.text })
    diagnostics.append(
      .unopened(
        written(index), innermost: open.last.map { (tags[$0].name.text, location($0)) }, meant: meant,
        at: location(index)))
    if let meant, let last = open.last, tags[last].name.text == meant {
      pair(last, index)
      open.removeLast()
    }
  }

  private mutating func pair(_ opening: Int, _ closing: Int) {
    partner[opening] = closing
    partner[closing] = opening
  }

  private func location(_ index: Int) -> SourceLocation { text.location(tags[index].range) }
  private func written(_ index: Int) -> String { text[tags[index].range].text }

  /// The tree; an opening tag without a partner reaches to the end of what it stands in.
  func nodes() -> [TemplateNode] {
    var nodes: [TemplateNode] = []
    var open: [(tag: Int, node: Int)] = []
    var position = 0
    func literal(upTo end: Int) {
      guard end > position else { return }
      nodes.append(TemplateNode(content: .literal, range: position..<end, end: nodes.count + 1))
    }
    for (index, tag) in tags.enumerated() {
      literal(upTo: tag.extent.lowerBound)
      position = tag.extent.upperBound
      if let content = content(of: tag) {
        nodes.append(TemplateNode(content: content, range: tag.range, end: nodes.count + 1))
        if tag.opens { open.append((index, nodes.count - 1)) }
      } else if tag.kind == .close, let opening = partner[index] {
        while let last = open.popLast() {
          nodes[last.node].end = nodes.count
          if last.tag == opening { break }
        }
      }
    }
    literal(upTo: bytes.count)
    for last in open { nodes[last.node].end = nodes.count }
    return nodes
  }

  private func content(of tag: Tag) -> TemplateNode.Content? {
    let indentation = tag.extent.lowerBound..<tag.range.lowerBound
    switch tag.kind {
    case .variable: return .variable(tag.name)
    case .raw: return .raw(tag.name)
    case .section: return .section(tag.name)
    case .inverse: return .inverse(tag.name)
    case .partial: return .partial(tag.name, indentation: indentation)
    case .parent: return .parent(tag.name, indentation: indentation)
    case .block: return .block(tag.name)
    case .close, .comment: return nil
    }
  }
}
