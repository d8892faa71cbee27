import Diagnostics
import SiteFiles

extension SiteComparison {
  /// Begins a comment, so that whoever posts one finds the last of them, and writes over it.
  public static let marker = "<!-- waybook diff -->"

  /// The most bytes of a comment. GitHub takes 65,536 characters, others more.
  static let longestComment = 60_000

  /// The comparison for a comment on a pull request: three lines, then the details, folded. It is never longer than
  /// hosts take: what has no room is counted.
  public func markdown() -> String {
    let head = Self.marker + "\n" + summary.map { "- \($0.asComment)\n" }.joined()
    let room = Self.longestComment - head.utf8.count - 200
    var (body, left) = ("", 0)
    for block in blocks {
      if left == 0, body.utf8.count + block.utf8.count <= room { body += block } else { left += 1 }
    }
    if left > 0 { body += "\nThere is no room for \(left.counted("more part")); `waybook diff` shows all.\n" }
    return head + body
  }

  /// The details, each of which is taken whole or left out.
  private var blocks: [String] {
    var blocks: [String] = []
    if !pages.isEmpty {
      blocks.append(
        Self.folded(
          "Texts: \(pages.count.counted("page"))",
          pages.map { "`\($0.path)` " + "\($0.title): \($0.extent)".asComment }))
    }
    for (title, teams) in [("New", added), ("Gone", removed)] where !teams.isEmpty {
      blocks.append(
        Self.folded(
          "\(title): \(teams.count.counted("team"))",
          teams.map { "\($0.team), \($0.subject): \($0.verdict.title)".asComment }))
    }
    let told = changed.filter { !$0.lines.isEmpty }
    // The teams with another verdict first: where there is no room for all, those are read.
    for team in told.filter({ $0.headline != nil }) + told.filter({ $0.headline == nil }) {
      let title = "\(team.team), \(team.subject)" + (team.headline.map { ": \($0)" } ?? "")
      blocks.append(Self.folded(title, team.lines.map { "\($0.label): \($0.text)".asComment }))
    }
    return blocks
  }

  private static func folded(_ title: String, _ items: [String]) -> String {
    let items = items.map { "- \($0)\n" }.joined()
    return "\n<details><summary>\(title.asHTML)</summary>\n\n\(items)\n</details>\n"
  }
}

extension String {
  /// As text of a comment, whatever it holds: no markup, no mention, no number of an issue, no link with a scheme.
  ///
  /// It goes by scalars: what combines with a character would hide it in the middle of a `Character`.
  fileprivate var asComment: String {
    withoutControls.unicodeScalars.map { scalar in
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "|", "~": "\\\(scalar)"
      default: scalar.asHTML
      }
    }.joined().withoutSchemes
  }

  /// As text of HTML in a comment.
  fileprivate var asHTML: String { withoutControls.unicodeScalars.map(\.asHTML).joined().withoutSchemes }

  /// A host makes a link of an address, which a comment in it prevents.
  private var withoutSchemes: String { replacing("://", with: ":<!-- -->//") }
}

extension Unicode.Scalar {
  /// As text of HTML in a comment. A host makes a link of a name behind `@`, and of a number behind `#` or `!`, which a
  /// comment between them prevents.
  fileprivate var asHTML: String {
    switch self {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "@", "#", "!": "\(self)<!-- -->"
    default: String(self)
    }
  }
}
