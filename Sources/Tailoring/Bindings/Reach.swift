import Authoring
import Rules

/// What a rule can depend on, through all facts and through the `when` of questions.
struct Reach: Hashable {
  /// Questions about the subject, by index.
  private(set) var questions: Set<Int> = []
  /// Facts, by index.
  private(set) var facts: Set<Int> = []
  /// Names of `team`.
  private(set) var team: Set<String> = []

  mutating func formUnion(_ other: Reach) {
    questions.formUnion(other.questions)
    facts.formUnion(other.facts)
    team.formUnion(other.team)
  }

  /// With one question or fact more.
  func adding(_ item: Derivation.Item) -> Reach {
    var reach = self
    switch item {
    case .question(let index): reach.questions.insert(index)
    case .fact(let index): reach.facts.insert(index)
    }
    return reach
  }

  /// A name of `team` alone.
  static func team(_ name: String) -> Reach {
    var reach = Reach()
    reach.team = [name]
    return reach
  }
}
