import Diagnostics
import SiteFiles

extension SiteComparison {
  /// The comparison for a terminal: three lines, then each team, then the pages.
  public func text() -> String {
    var blocks = [summary]
    for team in changed where !team.lines.isEmpty {
      let width = team.lines.map(\.label.count).max() ?? 0
      blocks.append(
        ["\(team.key): \(team.team), \(team.subject)"]
          + team.lines.map { line in
            let padding = String(repeating: " ", count: width - line.label.count)
            return "  \(line.label)\(padding)  \(line.text)"
          })
    }
    for (title, teams) in [("New", added), ("Gone", removed)] where !teams.isEmpty {
      blocks.append([title] + teams.map { "  \($0.key): \($0.team), \($0.subject): \($0.verdict.title)" })
    }
    if !pages.isEmpty {
      blocks.append(
        ["Pages that say something else"] + pages.map { "  \($0.path): \($0.title): \($0.extent)" })
    }
    return blocks.map { $0.map { $0.withoutControls + "\n" }.joined() }.joined(separator: "\n")
  }
}

extension SiteComparison.Page {
  /// `60 teams, up to 12 words in and 3 out`
  var extent: String {
    let words = "up to \(addedWords.counted("word")) in and \(removedWords) out"
    return "\(teams.counted("team")), " + (addedWords + removedWords == 0 ? "words in another order" : words)
  }
}
