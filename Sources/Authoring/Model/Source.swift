public import Diagnostics
public import Rules

/// A text that content cites.
public struct Source: Sendable {
  /// How much of the source was read.
  public enum Reading: String, Sendable, CaseIterable {
    case full, part
    /// Only through another text that quotes it.
    case secondary
  }

  /// Its id: `[@uber-2022]`.
  public var id: Slug
  /// Its title.
  public var title: PlainText
  /// Who wrote it.
  public var author: PlainText?
  /// When: a year, a month or a day in ISO form.
  public var date: String?
  /// Where it can be read.
  public var url: String?
  /// What sort of text it is, such as paper or survey.
  public var kind: PlainText?
  /// What it says, in the author's own words.
  public var claims: [MarkdownText]
  /// Why the source has an interest in what it says; nil where it has none.
  public var interest: PlainText?
  /// How much of it was read.
  public var read: Reading?
  /// Through what it was read, where it was not read itself.
  public var via: PlainText?
  /// When it was read.
  public var accessed: CalendarDate?
  /// Where its id is written.
  public var location: SourceLocation
}

/// A word and its meaning.
public struct Term: Sendable {
  /// Its id: `[races](term:data-race)`.
  public var id: Slug
  /// The word.
  public var title: PlainText
  /// What it means.
  public var text: MarkdownText
  /// Other names for it.
  public var also: [PlainText]
  /// The sources that support it.
  public var sources: [Located<Slug>]
  /// Where its id is written.
  public var location: SourceLocation
}

/// A page on a topic.
public struct Guide: Sendable {
  /// Its id: the file's name without the leading number.
  public var id: Slug
  /// The file's name, which orders the guides.
  public var fileName: String
  /// Its title.
  public var title: PlainText
  /// One sentence for lists of guides.
  public var summary: PlainText?
  /// Whether it concerns the team; always where nil.
  public var when: Rule?
  /// The sources that support it.
  public var sources: [Located<Slug>]
  /// The page's text.
  public var body: MarkdownText?
  /// Where the file begins.
  public var location: SourceLocation
}
