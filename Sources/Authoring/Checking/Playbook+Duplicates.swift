import Diagnostics

extension Playbook {
  /// Reports ids that stand twice in one list. One of the two was meant to be another, so no name of the kind is
  /// called unknown any more.
  mutating func reportDuplicates(_ diagnostics: inout [Diagnostic]) {
    let names: [(kind: NameKind, items: [Located<String>])] = [
      (.option, options.map { Located($0.id.text, at: $0.location) }),
      (.verdict, verdicts.map { Located($0.id.text, at: $0.location) }),
      (.theme, themes.map { Located($0.id.text, at: $0.location) }),
      (.phase, phases.map { Located($0.id.text, at: $0.location) }),
      (.measure, measures.map { Located($0.id.text, at: $0.location) }),
      (.source, sources.map { Located($0.id.text, at: $0.location) }),
      (.term, terms.map { Located($0.id.text, at: $0.location) }),
      (.question, questions.map { Located($0.id.text, at: $0.location) }),
    ]
    for (kind, items) in names where diagnostics.reportDuplicates(items, noun: kind.rawValue) {
      unread.insert(kind)
    }
    for index in steps.indices {
      let step = steps[index]
      let items = step.checklist.map { Located($0.id.text, at: $0.location) }
      let outcomes = step.gate.map { Located($0.id.text, at: $0.location) }
      let hasDoubleItem = diagnostics.reportDuplicates(items, noun: "checklist item")
      let hasDoubleOutcome = diagnostics.reportDuplicates(outcomes, noun: "gate outcome")
      if hasDoubleItem || hasDoubleOutcome { steps[index].areNamesRead = false }
      diagnostics.reportDuplicates(step.exits.map { Located($0.id.text, at: $0.location) }, noun: "exit")
      diagnostics.reportDuplicates(step.needs.map { Located($0.value.text, at: $0.location) }, noun: "need")
    }
    let parts = candidates?.parts ?? []
    diagnostics.reportDuplicates(
      parts.map { Located($0.id.text, at: $0.question.location) }, noun: "part of the ranking")
  }
}

extension [Diagnostic] {
  /// Reports the items that stand twice in a list, each at its second place.
  ///
  /// - Returns: whether there are any.
  @discardableResult
  mutating func reportDuplicates(_ items: [Located<String>], noun: String) -> Bool {
    var first: [String: SourceLocation] = [:]
    for item in items {
      if let earlier = first[item.value] {
        append(.duplicate(item.value, noun: noun, at: item.location, first: earlier))
      } else {
        first[item.value] = item.location
      }
    }
    return first.count < items.count
  }
}
