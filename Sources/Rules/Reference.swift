public import Diagnostics

/// A name that a rule uses, with all that is selected of it.
public struct Reference: Hashable, Sendable {
  /// The names, from the first: `["criteria", "data-races", "strength"]`.
  public var path: [String]
  /// Where it stands.
  public var location: SourceLocation
}

extension Rule {
  /// Each use of a name, in the order of the text; names inside `has(...)` are there, too.
  public var references: [Reference] {
    var references: [Reference] = []
    for node in tree.nodes.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard case .name(let path) = node.kind else { continue }
      references.append(Reference(path: path.map(\.name), location: source.location(node.range)))
    }
    return references
  }
}
