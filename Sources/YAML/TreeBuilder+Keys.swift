internal import Diagnostics

extension TreeBuilder {
  /// Takes a node as a key, or reports why it cannot be one.
  mutating func key(_ node: YAMLNode, at range: Range<Int>, ofFrame index: Int) -> PendingKey {
    if node.isUnreadable {
      frames[index].isComplete = false
      return .bad
    }
    guard let key = node.scalar else {
      // `{{answers.x}}` without quotes is a mapping whose key is a mapping: nothing in it is meant.
      let start = frames[index].start
      let isTemplateTag = frames[index].isFlow && node.isFlow && range.lowerBound == start + 1
      if isTemplateTag {
        frames[index].isReadable = false
        findings.append(.unquotedTemplateTag(at: file.location(start..<start + 2)))
      } else {
        findings.append(.keyNotText(at: file.location(range)))
      }
      frames[index].isComplete = false
      return .bad
    }
    if key.style == .plain, key.text == "<<" {
      findings.append(.mergeKey(at: file.location(range)))
    } else if key.style == .plain, key.text.isEmpty {
      findings.append(.emptyKey(at: file.location(range)))
    } else if let first = frames[index].keys[key.text] {
      findings.append(.duplicateKey(key.text, at: file.location(range), first: file.location(first)))
      return .bad
    } else {
      frames[index].keys[key.text] = range
      return .good(key)
    }
    frames[index].isComplete = false
    return .bad
  }
}
