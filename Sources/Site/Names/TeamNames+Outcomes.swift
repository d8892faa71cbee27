import Authoring
import Tailoring
import Templating

extension TeamNames {
  /// The verdict that the plan follows. While it is open and nobody has decided, there is none to speak of.
  func verdict(_ tree: NameTree) -> TemplateValue {
    let verdict = tailored.verdict
    let questions = verdict.openQuestions.map(\.text)
    let isOpen = verdict.decision == nil && verdict.standing == .open
    func known(_ value: TemplateValue) -> TemplateValue {
      isOpen ? .open(OpenValue(questions: questions)) : value
    }
    let title = known(.text(verdict.followed.title))
    return .record(
      tree.record(printed: title, standing: known(.flag(true))) { field in
        switch field.name {
        case "id": known(.text(verdict.followed.id.text))
        case "title": title
        case "standing": .text(verdict.standing.rawValue)
        default: known(.flag(verdict.followed.id.text == field.name))
        }
      })
  }

  /// The component to start with.
  func candidate(_ tree: NameTree) -> TemplateValue {
    let first = tailored.candidates?.ranked.first
    let printed = first.map { TemplateValue.text($0.component.title) } ?? .absent
    return .record(
      tree.record(printed: printed, standing: first == nil ? .absent : .flag(true)) { field in
        switch field.name {
        case "id": first.map { .text($0.component.id.text) } ?? .absent
        case "title": printed
        case "tied": .flag(first?.isTied ?? false)
        default: nil
        }
      })
  }

  func gates(_ tree: NameTree) -> NamedValues {
    let plan = tailored.plan
    let states = Dictionary(plan.steps.map { ($0.step.id.text, $0.gate) }) { first, _ in first }
    let possible = Set(plan.possible.map(\.step.id.text))
    return tree.record { entry in
      let outcome: Step.GateOutcome?
      let unsettled: TemplateValue
      switch states[entry.name] ?? nil {
      case .outcome(let result): (outcome, unsettled) = (result, .absent)
      case .waiting(let names): (outcome, unsettled) = (nil, .open(waiting(for: names)))
      case .undecided, nil:
        (outcome, unsettled) = (
          nil, possible.contains(entry.name) ? .open(OpenValue(questions: [])) : .absent
        )
      }
      let title = outcome.map { TemplateValue.text($0.title) } ?? unsettled
      return .record(
        entry.record(printed: title, standing: outcome == nil ? unsettled : .flag(true)) { field in
          switch field.name {
          case "id": outcome.map { .text($0.id.text) } ?? unsettled
          case "title": title
          default: outcome.map { .flag($0.id.text == field.name) } ?? unsettled
          }
        })
    }
  }

  func measures(_ tree: NameTree) -> NamedValues {
    let measures = Dictionary(tailored.playbook.measures.map { ($0.id.text, $0) }) { first, _ in first }
    return tree.record { entry in
      measures[entry.name].map { measure in
        .record(
          entry.record(printed: .text(measure.title)) { field in
            switch field.name {
            case "id": .text(measure.id.text)
            case "title": .text(measure.title)
            case "why": measure.why.map(TemplateValue.text) ?? .absent
            case "collect": measure.collect.map(TemplateValue.text) ?? .absent
            case "unit": measure.unit.map(TemplateValue.text) ?? .absent
            default: nil
            }
          })
      }
    }
  }

  func measurements(_ tree: NameTree) -> NamedValues {
    let measured = Dictionary(tailored.measurements.map { ($0.measure.id.text, $0) }) { first, _ in first }
    let open = TemplateValue.open(OpenValue(questions: []))
    func number(_ value: Double?) -> TemplateValue { value.map { .text(words.rounded($0)) } ?? open }
    return tree.record { entry in
      measured[entry.name].map { tailored in
        .record(
          entry.record { field in
            if field.name == "better" { return tailored.isBetter.map(TemplateValue.flag) ?? open }
            guard let value = tailored.values.first(where: { $0.moment.text == field.name }) else {
              return nil
            }
            return .record(
              field.record { part in
                switch part.name {
                case "value": number(value.measurement?.value)
                case "rate": number(value.measurement?.rate)
                case "expected": number(tailored.expected(for: value.measurement))
                default: nil
                }
              })
          })
      }
    }
  }
}

extension Answers.Measurement {
  /// So many in a week.
  fileprivate var rate: Double? { weeks.flatMap { $0 > 0 ? value / $0 : nil } }
}

extension TailoredMeasure {
  /// How many there would be at the rate of the first moment.
  fileprivate func expected(for later: Answers.Measurement?) -> Double? {
    guard let rate = values.first?.measurement?.rate, let weeks = later?.weeks else { return nil }
    return rate * weeks
  }
}
