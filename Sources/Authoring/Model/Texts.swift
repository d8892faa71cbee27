public import CommonMark
public import Diagnostics
public import Templating

/// Markdown with tags, as an author wrote it: a page's body, or one line such as a reason.
public struct MarkdownText: Sendable {
  /// How the text is rendered.
  public enum Layout: Hashable, Sendable {
    /// Blocks: paragraphs, lists, tables.
    case blocks
    /// One line without blocks.
    case line
  }

  /// The parsed template.
  public let template: Template
  /// How it is rendered.
  public let layout: Layout

  /// As the author wrote it, marks and tags included.
  public var written: String { template.text.text }

  /// Where it stands.
  public let location: SourceLocation

  init(template: Template, layout: Layout) {
    self.template = template
    self.layout = layout
    location = template.text.location
  }
}

/// What the check of a text made of it, which need not be made again. A class, so that it is never copied.
public final class CheckedText: Sendable {
  /// The template, with its names looked up.
  public let body: BodyTemplate
  /// The Markdown of every team, where it is the same; nil where answers decide what stands in it.
  public let parsed: ParsedMarkdown?
  /// The Markdown with every section standing once, rendered with the playbook's options.
  public let whole: Markdown

  init(body: BodyTemplate, parsed: ParsedMarkdown?, whole: Markdown) {
    (self.body, self.parsed, self.whole) = (body, parsed, whole)
  }
}

/// A sentence in a heading: written by an author, shown as plain text.
public typealias PlainText = String
