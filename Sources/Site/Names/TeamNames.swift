import Authoring
import Rules
import Tailoring
import Templating

/// Makes the values that texts see for a team. Which names there are, `TextNames` says.
struct TeamNames {
  let tailored: TailoredPlaybook
  let words: Words
  /// The playbook's data files, the same for all teams.
  let data: TemplateValue

  /// All values.
  func values(_ tree: NameTree) -> NamedValues {
    tree.record { group in
      switch group.name {
      case "playbook": .record(group.record { playbookValue($0.name) })
      case "team": .record(group.record { teamValue($0.name) })
      case "answers": .record(answers(group))
      case "facts": .record(facts(group))
      case "score": .record(scores(group))
      case "criteria": .record(criteria(group))
      case "verdict": verdict(group)
      case "candidate": candidate(group)
      case "gates": .record(gates(group))
      case "measures": .record(measures(group))
      case "measurements": .record(measurements(group))
      case "data": data
      default: nil
      }
    }
  }

  private func playbookValue(_ name: String) -> TemplateValue? {
    let playbook = tailored.playbook
    switch name {
    case "id": return .text(playbook.id.text)
    case "title": return .text(playbook.title)
    case "version": return .text(playbook.version.description)
    case "subject": return .text(playbook.subject)
    default: return nil
    }
  }

  private func teamValue(_ name: String) -> TemplateValue? {
    let answers = tailored.answers
    let unsaid = TemplateValue.open(OpenValue(questions: []))
    switch name {
    case "name": return .text(answers.team)
    case "subject": return .text(answers.subject)
    case "people": return answers.people.map { .text(words.number(Int64($0))) } ?? unsaid
    case "availability": return answers.availability.map { .text(words.percent($0)) } ?? unsaid
    case "start": return answers.start.map { .text($0.description) } ?? unsaid
    default: return nil
    }
  }

  private func facts(_ tree: NameTree) -> NamedValues {
    let outcomes = Dictionary(tailored.facts.map { ($0.fact.id.text, $0) }) { first, _ in first }
    return tree.record { field in
      outcomes[field.name].map { value(of: $0.outcome, isPrivate: $0.fact.isPrivate) }
    }
  }

  /// The value of a fact; a private one decides sections and prints nothing.
  private func value(of outcome: Outcome, isPrivate: Bool) -> TemplateValue {
    switch outcome {
    case .value(.bool(let flag)): .flag(flag)
    case .value(let value): isPrivate ? .flag(true) : .text(words.text(of: value))
    case .unknown(let unknown): .open(waiting(for: unknown.names))
    case .notApplicable, .error: .absent
    }
  }

  private func scores(_ tree: NameTree) -> NamedValues {
    let points = Dictionary(tailored.scores.map { ($0.option.id.text, $0.points) }) { first, _ in first }
    return tree.record { field in points[field.name].map { .text(words.rounded($0)) } }
  }

  private func criteria(_ tree: NameTree) -> NamedValues {
    let criteria = Dictionary(tailored.criteria.map { ($0.criterion.id.text, $0) }) { first, _ in first }
    return tree.record { entry in
      criteria[entry.name].map { tailored in .record(entry.record(of: tailored, words, waiting(for:))) }
    }
  }

  /// The open questions among full names such as `answers.contract`.
  func waiting(for names: Set<String>) -> OpenValue {
    let prefix = "answers."
    return OpenValue(
      questions: names.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }.sorted())
  }
}

extension NameTree {
  fileprivate func record(
    of tailored: TailoredCriterion, _ words: Words, _ waiting: (Set<String>) -> OpenValue
  ) -> NamedValues {
    func number(_ value: Double) -> TemplateValue {
      switch tailored.state {
      case .known: .text(words.rounded(value))
      case .open(let names): .open(waiting(names))
      case .leftOut, .notApplicable: .absent
      }
    }
    let criterion = tailored.criterion
    let printed = TemplateValue.text(criterion.title)
    return record(printed: printed, standing: tailored.concernsTeam ? .flag(true) : .absent) { field in
      switch field.name {
      case "id": .text(criterion.id.text)
      case "title": printed
      case "strength": number(tailored.strength)
      case "points": number(tailored.points)
      default: nil
      }
    }
  }
}
