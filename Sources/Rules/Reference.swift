public import Diagnostics

/// A name that a rule uses, with all that is selected of it.
public struct Reference: Hashable, Sendable {
  /// The names, from the first: `["criteria", "data-races", "strength"]`.
  public let path: [String]
  /// The UTF-8 offsets in the rule's text.
  public let range: Range<Int>
  private let source: LocatedText

  init(_ path: [Node.Step], _ range: Range<Int>, in source: LocatedText) {
    self.path = path.map(\.name)
    self.range = range
    self.source = source
  }

  /// Where it stands.
  public var location: SourceLocation { source.location(range) }
}

extension Rule {
  /// Each use of a name, in the order of the text; names inside `has(...)` are there, too.
  public var references: [Reference] {
    tree.nodes
      .compactMap { node in
        guard case .name(let path) = node.kind else { return nil }
        return Reference(path, node.range, in: source)
      }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The names that it asks about with `has(...)`, in no certain order.
  public var namesInHas: [[String]] {
    tree.nodes.compactMap { node in
      guard case .has(.name(let path)) = node.kind else { return nil }
      return path.map(\.name)
    }
  }
}
