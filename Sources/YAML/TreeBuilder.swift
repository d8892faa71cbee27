internal import Diagnostics

/// Makes a tree of libyaml's events and reports what a Waybook file may not hold.
struct TreeBuilder {
  let file: SourceFile
  let patches: [Patch]
  var root: YAMLNode?
  var findings = Findings()
  /// The lists and mappings that are open, outermost first.
  var frames: [Frame] = []
  var anchors: [String: Subtree] = [:]
  /// How many nodes aliases may still stand for.
  var aliasAllowance = YAMLDocument.maximumAliasedNodes

  init(file: SourceFile, patches: [Patch]) {
    self.file = file
    self.patches = patches
  }

  /// Reads the first document; of others only the first line is reported.
  mutating func build(from input: [UInt8]) throws(SyntaxError) {
    var reader = EventReader(input)
    var documents = 0
    while true {
      let event = try reader.next()
      switch event.kind {
      case .documentStart:
        documents += 1
        if documents == 2 {
          findings.append(.severalDocuments(at: file.location(event.range)))
          return
        }
      case .alias(let name): addAlias(name, at: event.range)
      case .scalar(let text, let style): try addScalar(text, style, event)
      case .sequenceStart: try open(event, isMapping: false)
      case .mappingStart: try open(event, isMapping: true)
      case .collectionEnd: close(endingAt: event.range.upperBound)
      case .streamEnd: return
      case .other: break
      }
    }
  }

  /// Where the outermost open list or mapping in brackets or braces begins.
  var openBracket: Int? { frames.first { $0.isFlow }?.start }
}

extension TreeBuilder {
  private mutating func addScalar(
    _ text: String, _ style: YAMLScalar.Style, _ event: Event
  ) throws(SyntaxError) {
    if isPlaceholder(event.range.lowerBound) {
      return add(Subtree(unreadable(event.range)), anchor: event.anchor)
    }
    let hasProperties = event.anchor != nil || file.byte(at: event.range.lowerBound) == UInt8(ascii: "!")
    let properties = hasProperties ? properties(in: event.range) : Properties(end: event.range.lowerBound)
    var range = properties.end..<event.range.upperBound
    if style == .literal || style == .folded { range = file.trimmingEnd(of: range) }
    try checkContinuation(of: range, style)
    guard let tag = properties.tag else {
      let isCut = style == .plain && isCutByComment(text, endingAt: range.upperBound)
      let content = isCut ? YAMLNode.Content.unreadable : .scalar(text: text, style: style)
      return add(Subtree(YAMLNode(content: content, range: range, file: file)), anchor: event.anchor)
    }
    findings.append(.tag(at: tag..<range.upperBound, in: file))
    add(Subtree(unreadable(range)), anchor: event.anchor)
  }

  private mutating func open(_ event: Event, isMapping: Bool) throws(SyntaxError) {
    guard frames.count < YAMLDocument.maximumDepth else {
      throw SyntaxError(.tooDeep, at: event.range.lowerBound)
    }
    let start = event.range.lowerBound
    let hasProperties = event.anchor != nil || event.hasTag
    let properties = hasProperties ? properties(in: start..<file.text.utf8.count) : Properties(end: start)
    if event.hasTag, let tag = properties.tag {
      findings.append(.tagOfCollection(at: file.location(tag..<file.offset(after: tag) { !$0.isBlank })))
    }
    frames.append(
      Frame(
        isMapping: isMapping, isFlow: file.byte(at: properties.end)?.isOpeningBracket ?? false,
        start: properties.end, anchor: event.anchor, isReadable: !event.hasTag))
  }

  private mutating func close(endingAt eventEnd: Int) {
    guard var frame = frames.popLast() else { return }
    let end = frame.isFlow ? eventEnd : max(frame.end, frame.start)
    let reach = (frames.isEmpty ? 0 : frame.start)..<eventEnd
    let hole = patches.contains { $0.hidesKeys && $0.range.overlaps(reach) }
    // A list of which a mistake may hide items ends with one that nobody can read.
    if hole, !frame.isMapping { frame.items.append(unreadable(end..<end)) }
    let content = frame.content(isComplete: frame.isComplete && !hole)
    let node = YAMLNode(content: content, range: frame.start..<end, file: file)
    add(Subtree(node, weight: frame.weight, height: frame.height), anchor: frame.anchor)
  }

  /// Puts a node where it belongs: as the root, an item, a key or the value of the last key.
  ///
  /// - Parameter place: where the alias stands that the node is put in the place of.
  mutating func add(_ subtree: Subtree, anchor: String?, at place: Range<Int>? = nil) {
    let range = place ?? subtree.node.range
    if let anchor { anchors[anchor] = subtree }
    guard let last = frames.indices.last else {
      // A document with nothing between its `---` lines has no value at all.
      root = range.isEmpty && subtree.node.isNull ? nil : subtree.node
      return
    }
    frames[last].weight += subtree.weight
    frames[last].height = max(frames[last].height, subtree.height + 1)
    frames[last].end = range.upperBound
    guard frames[last].isMapping else {
      frames[last].items.append(subtree.node)
      return
    }
    switch frames[last].pendingKey {
    case .some(.good(let key)):
      frames[last].entries.append(.init(key: key, value: subtree.node))
      frames[last].pendingKey = nil
    case .some(.bad):
      frames[last].pendingKey = nil
    case nil:
      frames[last].pendingKey = key(subtree.node, at: range, ofFrame: last)
    }
  }

  /// Whether a scalar at an offset stands in a part that was overwritten.
  private func isPlaceholder(_ offset: Int) -> Bool {
    !patches.isEmpty && patches.contains { $0.range.contains(offset) }
  }

  func unreadable(_ range: Range<Int>) -> YAMLNode {
    YAMLNode(content: .unreadable, range: range, file: file)
  }
}
