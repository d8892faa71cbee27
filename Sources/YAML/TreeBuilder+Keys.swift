internal import Diagnostics

extension TreeBuilder {
  /// Takes a node as a key, or reports why it cannot be one.
  mutating func key(_ node: YAMLNode, at range: Range<Int>, ofFrame index: Int) -> PendingKey {
    let frame = frames[index]
    if node.isUnreadable {
      frames[index].isComplete = false
      return .bad
    }
    guard let key = node.scalar else {
      // `{{answers.x}}` without quotes is a mapping whose key is a mapping: nothing in it is meant.
      let isTemplateTag = frame.isFlow && node.isFlow && node.range.lowerBound == frame.start + 1
      if isTemplateTag {
        frames[index].isReadable = false
        diagnostics.append(.unquotedTemplateTag(at: file.location(frame.start..<frame.start + 2)))
      } else {
        diagnostics.append(.keyNotText(at: file.location(range)))
      }
      frames[index].isComplete = false
      return .bad
    }
    if key.style == .plain, key.text == "<<" {
      diagnostics.append(.mergeKey(at: file.location(range)))
    } else if key.style == .plain, key.text.isEmpty {
      diagnostics.append(.emptyKey(at: file.location(range)))
    } else if let first = frame.keys[key.text] {
      diagnostics.append(.duplicateKey(key.text, at: file.location(range), first: file.location(first)))
      return .bad
    } else {
      frames[index].keys[key.text] = range
      return .good(key)
    }
    frames[index].isComplete = false
    return .bad
  }
}
