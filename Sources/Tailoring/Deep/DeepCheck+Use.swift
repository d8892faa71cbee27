import Authoring
import Diagnostics
import Rules

extension DeepCheck {
  /// Questions that no rule, ranking or text uses.
  mutating func checkUse() {
    let playbook = tailor.playbook
    let parts = Set(playbook.candidates?.parts.map(\.question.value) ?? [])
    let used = Set(playbook.rules.flatMap(\.references).map(\.path))
    let texts = playbook.texts.map(\.written)
    for question in playbook.questions {
      let name = "answers.\(question.id)"
      let groups = ["answers", "component"]
      let isUsed =
        parts.contains(question.id) || groups.contains { used.contains([$0, question.id.text]) }
        || groups.contains { used.contains([$0]) } || texts.contains { $0.names(name) }
      if !isUsed { findings.append(.unusedQuestion(question)) }
    }
  }
}

extension Playbook {
  /// All rules of the playbook.
  var rules: [Rule] {
    let ofQuestions = questions.compactMap(\.when) + facts.map(\.rule) + verdicts.compactMap(\.when)
    let ofSteps = steps.flatMap { step in
      [step.when].compactMap(\.self) + step.exits.compactMap(\.when) + step.gate.compactMap(\.when)
        + step.amounts
    }
    let others = phases.compactMap(\.when) + guides.compactMap(\.when)
    return ofQuestions + criteria.flatMap(\.rules) + ofSteps + others
      + [candidates?.eligible].compactMap(\.self)
  }

  /// All texts with tags.
  fileprivate var texts: [MarkdownText] {
    criteria.flatMap(\.texts) + steps.flatMap(\.texts) + guides.compactMap(\.body)
      + questions.compactMap(\.findOut) + sources.flatMap(\.claims) + terms.map(\.text)
  }
}

extension Step {
  /// The rules that compute days.
  fileprivate var amounts: [Rule] {
    [effort?.low, effort?.likely, effort?.high, wait].compactMap { amount in
      if case .rule(let rule)? = amount { rule } else { nil }
    }
  }
}

extension String {
  /// Whether a dotted name occurs in it, and not as the beginning of a longer one.
  fileprivate func names(_ name: String) -> Bool {
    ranges(of: name).contains { range in
      let next = unicodeScalars[range.upperBound...].first
      return next.map { !($0.properties.isAlphabetic || $0 == "_" || ("0"..."9").contains($0)) } ?? true
    }
  }
}
