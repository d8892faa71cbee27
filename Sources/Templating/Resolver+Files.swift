import Diagnostics

/// The blocks that one parent tag was given, which replace the blocks of the same names in the parent.
struct BlockArguments {
  struct Block {
    var name: TagName
    var template: Template
    var inside: Range<Int>
  }

  var blocks: [String: Block] = [:]
  /// The names that the parent's blocks asked for, found or not.
  var asked: Set<String> = []
}

extension Resolver {
  /// Puts a partial in place.
  mutating func addFile(_ name: TagName, indentation: Range<Int>, of template: Template) {
    guard let library, name.parts != nil else { return }
    guard let file = library.templates[name.text] else {
      let location = template.text.location(name.range)
      return report(.unknownFile(name.text, among: library.templates.keys.sorted(), at: location))
    }
    if let first = files.firstIndex(of: name.text) {
      return report(.circle(files[first...] + [name.text], at: template.text.location(name.range)))
    }
    let indented = file.indented(by: template.text[indentation].text)
    files.append(name.text)
    if !indented.nodes.isEmpty { add(indented.nodes.indices, of: indented) }
    files.removeLast()
  }

  /// Puts words in the place of the tag that names them; false where the tag is about something else.
  mutating func addWords(_ name: TagName, of template: Template) -> Bool {
    guard let library, let parts = name.parts, parts.count > 1, parts[0] == TemplateLibrary.wordsName else {
      return false
    }
    let location = template.text.location(name.range)
    guard let words = library.words[String(name.text.dropFirst(parts[0].count + 1))] else {
      report(.unknownWords(name.text, among: library.words.keys.sorted(), at: location))
      return true
    }
    if let first = files.firstIndex(of: name.text) {
      report(.circle(files[first...] + [name.text], at: location))
      return true
    }
    files.append(name.text)
    if !words.nodes.isEmpty { add(words.nodes.indices, of: words) }
    files.removeLast()
    return true
  }

  /// Puts a parent in place, with the blocks that the tag gives it. Those given further outside win.
  mutating func addParent(
    _ name: TagName, inside: Range<Int>, indentation: Range<Int>, of template: Template
  ) {
    guard let library else { return }
    var given = BlockArguments()
    var index = inside.lowerBound
    while index < inside.upperBound {
      let node = template.nodes[index]
      if case .block(let block) = node.content {
        if let earlier = given.blocks[block.text] {
          report(
            .duplicateBlock(
              block.text, at: template.text.location(block.range),
              earlier: template.text.location(earlier.name.range)))
        }
        given.blocks[block.text] = BlockArguments.Block(
          name: block, template: template, inside: index + 1..<node.end)
      } else if !template.isBlank(node) {
        report(.textInParent(name.text, at: template.text.location(node.range)))
      }
      index = node.end
    }
    arguments.append(given)
    addFile(name, indentation: indentation, of: template)
    given = arguments.removeLast()
    guard library.templates[name.text] != nil else { return }
    for (unasked, block) in given.blocks.sorted(by: { $0.key < $1.key }) where !given.asked.contains(unasked)
    {
      report(
        .unknownBlock(
          unasked, of: name.text, among: given.asked.sorted(),
          at: template.text.location(block.name.range)))
    }
  }

  /// Adds a block: what the outermost parent tag gave for its name, or else what stands in it.
  ///
  /// What was given belongs to the template that gave it: blocks in it are not replaced by its own parent
  /// tag, nor by those further in.
  mutating func addBlock(_ name: TagName, inside: Range<Int>, of template: Template) {
    guard library != nil else { return }
    for index in arguments.indices { arguments[index].asked.insert(name.text) }
    guard let layer = arguments.firstIndex(where: { $0.blocks[name.text] != nil }),
      let given = arguments[layer].blocks[name.text]
    else {
      if !inside.isEmpty { add(inside, of: template) }
      return
    }
    let inner = arguments[layer...]
    arguments.removeSubrange(layer...)
    if !given.inside.isEmpty { add(given.inside, of: given.template) }
    arguments += inner
  }
}

extension Template {
  /// Whether a node is white space.
  fileprivate func isBlank(_ node: TemplateNode) -> Bool {
    guard case .literal = node.content else { return false }
    return text[node.range].text.utf8.allSatisfy(\.isWhiteSpace)
  }

  /// The template with white space before each of its lines.
  fileprivate func indented(by indentation: String) -> Template {
    guard !indentation.isEmpty else { return self }
    let bytes = Array(text.text.utf8)
    var indented = LocatedText(emptyIn: text.file)
    var start = 0
    while start < bytes.count {
      let end = bytes.lineEnd(after: start)
      indented.append(indentation, at: text.fileOffset(of: start))
      indented.append(text[start..<end])
      start = end
    }
    // The same tags were scanned before, so there is nothing new to report.
    var known: [Diagnostic] = []
    return Template(parsing: indented, as: syntax, diagnostics: &known)
  }
}
