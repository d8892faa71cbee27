extension YAMLScalar {
  /// The same text as a node, so that a key can be read like a value.
  public var node: YAMLNode {
    YAMLNode(content: .scalar(text: text, style: style), range: range, file: file)
  }
}
