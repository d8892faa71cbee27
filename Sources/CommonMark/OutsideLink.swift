/// A link or image that leads out of the playbook's content.
public struct OutsideLink: Hashable, Sendable {
  /// Where it leads.
  public enum Kind: Hashable, Sendable {
    /// Another site: http, https, or any other scheme where schemes are not checked.
    case web
    /// `mailto:`.
    case mail
    /// A file beside this page.
    case relative
    /// A place on this page.
    case fragment
  }

  /// Where it leads.
  public var kind: Kind
  /// The destination as the author wrote it, without escapes; may hold slots.
  public var destination: String
  /// Whether it is an image.
  public var isImage: Bool
}
