import Authoring
import Rules
import Tailoring
import Templating

extension TeamNames {
  func answers(_ tree: NameTree) -> NamedValues {
    let questions = Dictionary(tailored.questions.map { ($0.question.id.text, $0) }) { first, _ in first }
    return tree.record { entry in questions[entry.name].map { .record(answer($0, entry)) } }
  }

  /// An answer as texts see it. A private one is never printed; which sections stand may depend on it.
  private func answer(_ tailored: TailoredQuestion, _ tree: NameTree) -> NamedValues {
    let question = tailored.question
    let value = self.value(of: tailored)
    let printed: TemplateValue =
      switch value {
      case _ where question.isPrivate: .absent
      case .given(let value): .text(words.text(of: value, to: question))
      case .open(let open): .open(open)
      case .notApplicable: .text(words[.notApplicable])
      }
    return tree.record(printed: printed, standing: standing(value, to: question, tree)) { field in
      switch field.name {
      case "id": rawText(value)
      case "label": .text(question.label)
      case "ask": .text(question.ask)
      case "open": .flag(value.isOpen)
      default: question.choice(field.name).map { choice in flag(value) { $0.chooses(choice.id) } }
      }
    }
  }

  /// The three states of an answer.
  private enum Value {
    case given(RuleValue)
    case open(OpenValue)
    case notApplicable

    var isOpen: Bool {
      if case .open = self { true } else { false }
    }
  }

  private func value(of tailored: TailoredQuestion) -> Value {
    switch tailored.state {
    case .given(let value): .given(value)
    case .open, .undecided: .open(OpenValue(questions: [tailored.question.id.text]))
    case .notApplicable, .notAsked: .notApplicable
    }
  }

  private func flag(_ value: Value, _ holds: (RuleValue) -> Bool) -> TemplateValue {
    switch value {
    case .given(let value): .flag(holds(value))
    case .open(let open): .open(open)
    case .notApplicable: .absent
    }
  }

  /// The answer as rules see it.
  private func rawText(_ value: Value) -> TemplateValue {
    switch value {
    case .given(.string(let text)): .text(text)
    case .given(.bool(let flag)): .text(String(flag))
    case .given(.int(let number)): .text(String(number))
    case .given(.double(let number)): .text("\(number)")
    case .given(.list(let items)): .text(items.compactMap(\.rawText).joined(separator: ", "))
    case .given(.null), .given(.map), .notApplicable: .absent
    case .open(let open): .open(open)
    }
  }

  /// What a section over an answer goes by: `yes`, the chosen ones, or that there is an answer.
  private func standing(_ value: Value, to question: Question, _ tree: NameTree) -> TemplateValue {
    guard let element = tree.element.first, case .given(.list(let items)) = value else {
      return flag(value) { value in
        switch value {
        case .bool(let flag): flag
        case .list(let items): !items.isEmpty
        case .string(let text): !text.isEmpty
        case .int, .double: true
        case .null, .map: false
        }
      }
    }
    let choices = items.compactMap { $0.rawText.flatMap(question.choice) }
    return .list(
      of: choices.map { choice in
        element.record(printed: .text(choice.label)) { field in
          switch field.name {
          case "id": .text(choice.id.text)
          case "label": .text(choice.label)
          default: nil
          }
        }
      })
  }
}

extension RuleValue {
  /// Whether an answer is this choice, or has it among others.
  fileprivate func chooses(_ choice: Name) -> Bool {
    switch self {
    case .string(let id): id == choice.text
    case .list(let items): items.contains { $0.rawText == choice.text }
    case .null, .bool, .int, .double, .map: false
    }
  }
}
