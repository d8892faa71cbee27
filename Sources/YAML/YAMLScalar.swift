public import Diagnostics

/// Text in a YAML file: a value, or the key of a mapping.
public struct YAMLScalar: Sendable {
  /// How the text is written; see YAML 1.2.2, chapters 7.3 and 8.1.
  public enum Style: Sendable, CaseIterable {
    /// Without quotes.
    case plain
    /// `'...'`
    case singleQuoted
    /// `"..."`
    case doubleQuoted
    /// `|`
    case literal
    /// `>`
    case folded
  }

  /// The text without quotes, escapes and indentation.
  public let text: String
  /// How it is written.
  public let style: Style
  /// Where it stands in the file with its quotes or its `|` or `>`, in UTF-8 bytes.
  public let range: Range<Int>
  /// The file.
  public let file: SourceFile

  /// Where it stands.
  public var location: SourceLocation { file.location(range) }
}
