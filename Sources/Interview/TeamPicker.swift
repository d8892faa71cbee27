public import Authoring
import Diagnostics

/// Finds out whose answers an interview is about: one of the files there are, or a new one.
public struct TeamPicker: Sendable {
  /// Whose answers; nil until that is known.
  public private(set) var choice: TeamKey?
  /// Whether somebody has left without choosing.
  public private(set) var isLeft = false
  private let keys: [TeamKey]
  /// The team whose subjects are the choice; nil where it is among all.
  private let team: Slug?
  /// A new name that is to be confirmed.
  private var candidate: TeamKey?

  /// - Parameters:
  ///   - keys: the answers files there are.
  ///   - asked: what was named on the command line: a team, or a subject of one.
  public init(among keys: [TeamKey], asked: TeamKey?) {
    let subjects = keys.filter { $0.team == asked?.team && $0.subject != nil }
    if let asked, keys.contains(asked) {
      choice = asked
      (self.keys, team) = ([], nil)
    } else if let asked, asked.subject == nil, !subjects.isEmpty {
      (self.keys, team) = (subjects, asked.team)
    } else {
      (self.keys, team) = (keys, nil)
      candidate = asked
    }
  }

  /// The first question.
  public func begin() -> [Utterance] {
    if let candidate {
      let hint = NearMiss.hint(for: candidate.description, among: keys.map(\.description))
      return [.words("There is no team '\(candidate)' yet\(hint.isEmpty ? "." : hint)")] + prompt
    }
    if keys.isEmpty { return [.words("There are no answers yet. Name the first team.")] + prompt }
    let what = team.map { "Which subject of '\($0)' is it about?" } ?? "Which team is it about?"
    return [.question(what)] + keys.enumerated().map { .item("\($0 + 1)", $1.description) } + prompt
  }

  /// Takes a line that somebody typed.
  public mutating func receive(_ line: String) -> [Utterance] {
    let text = line.trimmed
    if text.lowercased() == "q" {
      isLeft = true
      return []
    }
    if let candidate {
      switch text.lowercased() {
      case "y", "yes":
        choice = candidate
        return []
      case "n", "no":
        self.candidate = nil
        return begin()
      default: return [.problem("Please type y for yes or n for no.")] + prompt
      }
    }
    if let number = Int(text), keys.indices.contains(number - 1) {
      choice = keys[number - 1]
    } else if let key = key(named: text) {
      choice = key
    } else {
      let numbers = keys.isEmpty ? "" : "a number from 1 to \(keys.count), or "
      return [
        .problem("Please type \(numbers)an id: lower-case letters and digits, with single '-' between.")
      ] + prompt
    }
    return []
  }

  private func key(named text: String) -> TeamKey? {
    // A number that is no choice is most likely a slip.
    guard Int(text) == nil else { return nil }
    if let team, let subject = Slug(text) { return TeamKey(team: team, subject: subject) }
    return TeamKey(text)
  }

  private var prompt: [Utterance] {
    if let candidate { return [.prompt("Begin a new file for '\(candidate)'? y or n:")] }
    return [.prompt(keys.isEmpty ? "Its id, such as payments:" : "Its number, or the id of a new one:")]
  }
}

extension TeamKey {
  /// Reads `team` or `team/subject`; nil where a part is no id.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Slug(String($0)) }
    guard (1...2).contains(parts.count), let team = parts[0], parts.allSatisfy({ $0 != nil }) else {
      return nil
    }
    self.init(team: team, subject: parts.count == 2 ? parts[1] : nil)
  }
}
