/// The language that a template is written in, which decides where `{{` is literal and what may be printed.
public enum TemplateSyntax: Hashable, Sendable {
  /// Markdown with blocks: values become slots, and tags in code are literal unless the fence says `template`.
  case markdown
  /// One line of Markdown, such as a title: as `markdown`, without blocks.
  case inlineMarkdown
  /// HTML of a theme: values are escaped, partials and parents come from the theme.
  case html
  /// Words of a theme, `{{done}} of {{total}} steps`: what stands around the tags is text, and escaped as values are.
  case words

  var isMarkdown: Bool { self == .markdown || self == .inlineMarkdown }
}
