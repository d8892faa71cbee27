public import CommonMark
public import Diagnostics

/// A link to a piece of content, such as `step:ramp-up`.
public struct ContentReference: Hashable, Sendable {
  /// What is linked to.
  public var kind: ContentLink.Kind
  /// Its id.
  public var id: String
  /// Where the link is written.
  public var location: SourceLocation

  /// Reads `kind:id`; nil where the text has no such form.
  public init?(_ text: String, at location: SourceLocation) {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let kind = ContentLink.Kind(rawValue: String(parts[0])) else { return nil }
    self.kind = kind
    self.id = String(parts[1])
    self.location = location
  }
}

extension ContentReference: CustomStringConvertible {
  /// As authors write it: `step:ramp-up`.
  public var description: String { "\(kind.rawValue):\(id)" }
}
