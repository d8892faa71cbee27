/// One tag of a template, as it was written.
struct Tag {
  /// What the first character after the braces says.
  enum Kind {
    case variable, raw, section, inverse, close, comment, partial, parent, block
  }

  var kind: Kind
  var name: TagName
  /// The tag from its first brace to its last, in bytes of the template's text.
  var range: Range<Int>
  /// What the tag takes out of the text: itself, and its whole line where it stands alone on it.
  var extent: Range<Int>

  /// Whether it opens something that a closing tag must close.
  var opens: Bool {
    switch kind {
    case .section, .inverse, .parent, .block: true
    case .variable, .raw, .close, .comment, .partial: false
    }
  }

  /// Whether it stands on a line of its own, which then leaves no line behind.
  var standsAlone = false
}

/// The name in a tag, and where it is.
struct TagName: Sendable {
  /// As written, without the white space around it.
  var text: String
  /// The parts between the dots; empty for `.`, nil where the text is no name.
  var parts: [String]?
  /// Its place in bytes of the template's text.
  var range: Range<Int>
}
