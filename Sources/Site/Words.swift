/// The words and signs that stand inside running text, where no template can put them.
///
/// All other words of the interface stand in the templates.
public struct Words: Sendable {
  /// A boolean answer.
  public var yes = "yes"
  /// A boolean answer.
  public var no = "no"
  /// Between the last two of several.
  public var and = "and"
  /// Stands for the rest of a long list, after their number.
  public var others = "others"
  /// Several may be chosen, and none was.
  public var none = "none"
  /// Stands for an answer that nobody has given.
  public var notAnswered = "not answered yet"
  /// Stands for an answer that makes no sense here.
  public var notApplicable = "not applicable"
  /// Stands for an answer that no page shows.
  public var isPrivate = "private"
  /// What a step hangs on, beside questions.
  public var verdict = "the verdict"
  /// What a step hangs on, beside questions.
  public var startingPoint = "where to start"
  /// Stands for the theme of criteria that have none.
  public var withoutTheme = "Without theme"
  /// The title of a picture.
  public var pointsChart = "Points for each option by theme"
  /// The title of a picture.
  public var candidatesChart = "The components as places to start"
  /// The title of a picture.
  public var timelineChart = "The plan in time, by the likely estimates"
  /// What readers of screens are told of a code block.
  public var code = "Code"
  /// What readers of screens are told of a table in a text.
  public var table = "Table"
  /// Stands for the name of a team that is not known.
  public var yourTeam = "your team"
  /// Before the kind of a subject whose name is not known.
  public var your = "your"
  /// What an axis counts.
  public var weeksAxis = "weeks from the start"
  /// Between the last two of several, one of which is meant.
  public var or = "or"
  /// Between groups of three digits: a thin space that does not break.
  public var thousandsSeparator = "\u{202F}"
  /// Between a number and its unit: a space that does not break.
  public var unitSeparator = "\u{A0}"

  /// The words of the default theme.
  public static let english = Words()
}

extension Words {
  /// `a, b and c`; `none` for an empty list.
  func list(_ items: [String]) -> String { list(items, before: and) }

  /// `a, b or c`
  func alternatives(_ items: [String]) -> String { list(items, before: or) }

  private func list(_ items: [String], before word: String) -> String {
    guard let last = items.last else { return none }
    let first = items.dropLast().joined(separator: ", ")
    return first.isEmpty ? last : "\(first) \(word) \(last)"
  }

  /// `a, b, c, d and 96 others`, where it would be long.
  func shortList(_ items: [String]) -> String {
    let shown = 4
    return items.count < shown + 2
      ? list(items) : list(items.prefix(shown) + ["\(number(Int64(items.count - shown))) \(others)"])
  }
}
