/// A part of a rendered text: HTML as it stands, or something that is filled in for each team.
public enum HTMLPiece: Hashable, Sendable {
  /// Literal HTML in UTF-8. Neighbouring runs are merged.
  case bytes([UInt8])
  /// The place of a value; `SlotContext.write` puts it there safely.
  case slot(Unicode.Scalar, SlotContext)
  /// The start of a link to content. Directly followed by its end where the author gave no text: the site
  /// then writes the title.
  case linkStart(ContentLink)
  /// The end of a link to content. Links do not nest.
  case linkEnd(ContentLink)
  /// A citation; the site writes number and link. Never inside a link.
  case citation(Citation)
}

/// Where in the HTML a slot stands.
public enum SlotContext: Hashable, Sendable {
  /// In text where a link may stand.
  case text
  /// In text inside a link, where no further link may stand.
  case linkText
  /// In the text of a code span or block.
  case code
  /// In a double-quoted attribute.
  case attribute
  /// At the very start of a URL, which decides where the link leads.
  case urlStart
  /// Later in a URL.
  case url
}

/// A link to another part of the playbook, such as `step:baseline#risks`.
public struct ContentLink: Hashable, Sendable {
  /// What can be linked to. The raw value is the scheme that authors write.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case step, criterion, guide, question, term
  }

  /// What is linked to.
  public var kind: Kind
  /// Its id, as the author wrote it.
  public var id: String
  /// The heading on its page, without `#`.
  public var fragment: String?

  /// Makes a link.
  public init(kind: Kind, id: String, fragment: String? = nil) {
    self.kind = kind
    self.id = id
    self.fragment = fragment
  }
}

/// A mention of a source, such as `[@uber-2022]`.
public struct Citation: Hashable, Sendable {
  /// The source's id, as the author wrote it.
  public var id: String

  /// Makes a citation.
  public init(id: String) { self.id = id }
}
