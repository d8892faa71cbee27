public import Diagnostics

/// A value in a YAML file, with the place where it stands.
///
/// Nodes nest at most `YAMLDocument.maximumDepth` deep, aliases included, so that code may walk them by recursion.
public struct YAMLNode: Sendable {
  /// What a node holds.
  public enum Content: Sendable {
    /// Text, not yet resolved to a boolean or a number; an absent value is empty plain text.
    case scalar(text: String, style: YAMLScalar.Style)
    /// A list; where a reported mistake may hide items, its last item is unreadable.
    case sequence([YAMLNode])
    /// Keys and values.
    case mapping(YAMLMapping)
    /// Something whose mistake is already reported; say no more about it.
    case unreadable
  }

  /// What the node holds.
  public let content: Content
  /// Where the node stands in the file, in UTF-8 bytes; without its anchor, empty for an absent value.
  ///
  /// The value of an alias stands where its anchor is.
  public let range: Range<Int>
  /// The file.
  public let file: SourceFile

  /// Where the node stands.
  public var location: SourceLocation { file.location(range) }
}

extension YAMLNode {
  /// The scalar, where the node is one.
  public var scalar: YAMLScalar? {
    guard case .scalar(let text, let style) = content else { return nil }
    return YAMLScalar(text: text, style: style, range: range, file: file)
  }

  /// The items, where the node is a list.
  public var sequence: [YAMLNode]? {
    guard case .sequence(let items) = content else { return nil }
    return items
  }

  /// The keys and values, where the node is a mapping.
  public var mapping: YAMLMapping? {
    guard case .mapping(let mapping) = content else { return nil }
    return mapping
  }

  /// Whether the value is absent, `~` or `null`.
  public var isNull: Bool { scalar?.isNull ?? false }

  /// Whether a mistake in it is already reported, so that nothing more should be said about it.
  public var isUnreadable: Bool {
    if case .unreadable = content { true } else { false }
  }

  /// Whether a list or a mapping is written with brackets or braces.
  var isFlow: Bool {
    switch content {
    case .scalar, .unreadable: false
    case .sequence, .mapping: file.byte(at: range.lowerBound)?.isOpeningBracket ?? false
    }
  }
}
