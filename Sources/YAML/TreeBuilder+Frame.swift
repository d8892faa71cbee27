internal import Diagnostics

extension TreeBuilder {
  /// A list or a mapping whose end has not come yet.
  struct Frame {
    let isMapping: Bool
    let isFlow: Bool
    /// The offset of its first byte, without anchor and tag.
    let start: Int
    let anchor: String?
    var isReadable: Bool
    var isComplete = true
    var items: [YAMLNode] = []
    var entries: [YAMLMapping.Entry] = []
    /// The keys so far, with their places.
    var keys: [String: Range<Int>] = [:]
    var pendingKey: PendingKey?
    /// The end of its last child.
    var end = 0
    var weight = 1
    var height = 1

    init(isMapping: Bool, isFlow: Bool, start: Int, anchor: String?, isReadable: Bool) {
      self.isMapping = isMapping
      self.isFlow = isFlow
      self.start = start
      self.anchor = anchor
      self.isReadable = isReadable
    }

    func content(isComplete: Bool) -> YAMLNode.Content {
      guard isReadable else { return .unreadable }
      return isMapping ? .mapping(YAMLMapping(entries: entries, isComplete: isComplete)) : .sequence(items)
    }
  }

  /// A key whose value has not come yet.
  enum PendingKey {
    case good(YAMLScalar)
    /// Reported; its value is dropped.
    case bad
  }

  /// A finished node with its size, aliases expanded.
  struct Subtree {
    var node: YAMLNode
    /// How many nodes it has.
    var weight: Int
    /// How many levels it has.
    var height: Int

    init(_ node: YAMLNode, weight: Int = 1, height: Int = 1) {
      self.node = node
      self.weight = weight
      self.height = height
    }
  }
}
