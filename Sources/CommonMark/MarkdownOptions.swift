/// What a text may hold and how it is written.
public struct MarkdownOptions: Hashable, Sendable {
  /// What is understood beyond CommonMark.
  public struct Extensions: OptionSet, Hashable, Sendable {
    /// One bit for each extension.
    public let rawValue: Int

    /// Makes a set from its bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// GitHub's pipe tables.
    public static let tables = Extensions(rawValue: 1 << 0)
    /// `- [x] done`.
    public static let taskLists = Extensions(rawValue: 1 << 1)
    /// `~~gone~~`, also with one tilde.
    public static let strikethrough = Extensions(rawValue: 1 << 2)
    /// Bare `https://`, `www.` and mail addresses.
    public static let autolinks = Extensions(rawValue: 1 << 3)
    /// `[^1]` and `[^1]: text`.
    public static let footnotes = Extensions(rawValue: 1 << 4)
    /// `> [!NOTE]`.
    public static let alerts = Extensions(rawValue: 1 << 5)
    /// Identifiers on headings.
    public static let headingIDs = Extensions(rawValue: 1 << 6)
    /// `title="..."`, `{1,3-5}` and `compare` after the language of a fence.
    public static let fenceAttributes = Extensions(rawValue: 1 << 7)
    /// Links such as `step:baseline`.
    public static let contentLinks = Extensions(rawValue: 1 << 8)
    /// `[@uber-2022]`.
    public static let citations = Extensions(rawValue: 1 << 9)

    /// GitHub Flavored Markdown, with the footnotes and alerts of github.com.
    public static let gitHub: Extensions = [
      .tables, .taskLists, .strikethrough, .autolinks, .footnotes, .alerts,
    ]
    /// Everything.
    public static let all: Extensions = [
      .gitHub, .headingIDs, .fenceAttributes, .contentLinks, .citations,
    ]
  }

  /// What becomes of raw HTML.
  public enum RawHTML: Hashable, Sendable {
    /// It is an error; comments are dropped.
    case refused
    /// It stands as written; comments are dropped.
    case allowed
    /// It stands as written, comments too.
    case verbatim
  }

  /// What a private-use character in the text is.
  public enum OpaqueCharacters: Hashable, Sendable {
    /// An error.
    case refused
    /// A slot: U+E000 to U+F8FF and U+F0000 to U+FFFFD. Plane 16 is refused; this room uses it itself.
    case slots
  }

  /// Which HTML is written where GitHub's own is not what a page should hold.
  public enum Markup: Hashable, Sendable {
    /// Valid HTML for a page with a style sheet and for readers of every kind.
    case site
    /// What GitHub's specification shows, such as `align` attributes.
    case gitHub
  }

  /// What readers of screens are told of parts that can be wider than the page, and so scroll.
  public struct ScrollLabels: Hashable, Sendable {
    /// Of a code block.
    public var code: String
    /// Of a table.
    public var table: String

    /// Makes labels.
    public init(code: String, table: String) {
      self.code = code
      self.table = table
    }
  }

  /// The words that blocks and marks bring with them.
  public struct Words: Hashable, Sendable {
    /// The titles of alerts, by what is written between `[!` and `]`, in small letters: `note`, `tip`,
    /// `important`, `warning`, `caution`.
    public var alerts: [String: String]
    /// What readers of screens are told of a task.
    public var done: String
    /// What readers of screens are told of a task.
    public var toDo: String
    /// What readers of screens are told of the way back from a footnote; its number follows.
    public var backToReference: String

    /// Makes words.
    public init(alerts: [String: String], done: String, toDo: String, backToReference: String) {
      self.alerts = alerts
      self.done = done
      self.toDo = toDo
      self.backToReference = backToReference
    }

    /// Those of github.com.
    public static let gitHub = Words(
      alerts: [
        "note": "Note", "tip": "Tip", "important": "Important", "warning": "Warning", "caution": "Caution",
      ],
      done: "done", toDo: "to do", backToReference: "Back to reference")
  }

  /// What is understood beyond CommonMark.
  public var extensions: Extensions
  /// What becomes of raw HTML.
  public var rawHTML: RawHTML
  /// What a private-use character is.
  public var opaqueCharacters: OpaqueCharacters
  /// Whether links to schemes other than http, https and mailto are errors.
  public var checksSchemes: Bool
  /// Which HTML is written.
  public var markup: Markup
  /// Added to the level of every heading, up to 6.
  public var headingShift: Int
  /// Put before every identifier, so that several texts can stand on one page. Links to a fragment follow.
  public var idPrefix: String
  /// Where there are some, code blocks and tables can be scrolled with the keyboard, and a table's headers say
  /// that they head columns: what a page needs beside the text's own HTML.
  public var scrollLabels: ScrollLabels?
  /// The words that blocks and marks bring with them.
  public var words: Words

  /// Makes options; as they stand, they are those of a playbook's bodies without slots.
  public init(
    extensions: Extensions = .all, rawHTML: RawHTML = .refused, opaqueCharacters: OpaqueCharacters = .refused,
    checksSchemes: Bool = true, markup: Markup = .site, headingShift: Int = 0, idPrefix: String = "",
    scrollLabels: ScrollLabels? = nil, words: Words = .gitHub
  ) {
    self.extensions = extensions
    self.rawHTML = rawHTML
    self.opaqueCharacters = opaqueCharacters
    self.checksSchemes = checksSchemes
    self.markup = markup
    self.headingShift = headingShift
    self.idPrefix = idPrefix
    self.scrollLabels = scrollLabels
    self.words = words
  }

  /// CommonMark 0.30 and nothing else, everything let through: what its specification's examples expect.
  public static let commonMark = MarkdownOptions(
    extensions: [], rawHTML: .verbatim, checksSchemes: false, markup: .gitHub)

  /// GitHub Flavored Markdown, everything let through: what its specification's examples expect.
  public static let gitHub = MarkdownOptions(
    extensions: .gitHub, rawHTML: .verbatim, checksSchemes: false, markup: .gitHub)
}
