public import Authoring
public import Diagnostics
import Rules

extension Tailor {
  /// Reasons that let one pain count twice: two for the same option whose levels hang on the same questions,
  /// and no theme caps what they bring together.
  public func weighingWarnings() -> [Diagnostic] {
    var first: [Ground: Criterion] = [:]
    var findings: [Diagnostic] = []
    for criterion in playbook.criteria {
      guard let reason = criterion.reason else { continue }
      let questions = derivation.reach(of: reason.levels.compactMap(\.when)).questions
      guard !questions.isEmpty else { continue }
      let ground = Ground(option: reason.supports.value, questions: questions)
      guard let other = first[ground] else {
        first[ground] = criterion
        continue
      }
      let theme = playbook.themes.first { $0.id == criterion.theme?.value }
      if theme?.atMost != nil, criterion.theme?.value == other.theme?.value { continue }
      findings.append(
        .countedTwice(criterion, other, questions.sorted().map { derivation.questions[$0].id.text }))
    }
    return findings
  }

  private struct Ground: Hashable {
    var option: Name
    var questions: Set<Int>
  }
}

extension Playbook {
  /// Warnings about how its criteria play together.
  public func weighingWarnings() -> [Diagnostic] { Tailor(self).weighingWarnings() }
}
