public import Diagnostics

/// One use of a name, looked up.
public struct TemplateReference: Sendable {
  /// What a tag does with the name.
  public enum Use: Hashable, Sendable {
    /// `{{name}}`: the value is seen by the reader.
    case printed
    /// `{{#name}}`.
    case section
    /// `{{^name}}`.
    case inverse
  }

  /// The names from the root to the value; the elements of a list have the path of the list.
  public let path: [String]
  /// What the tag does with it.
  public let use: Use
  private let text: LocatedText
  private let range: Range<Int>

  init(path: [String], use: Use, text: LocatedText, range: Range<Int>) {
    self.path = path
    self.use = use
    self.text = text
    self.range = range
  }

  /// Where the name stands.
  public var location: SourceLocation { text.location(range) }
}
