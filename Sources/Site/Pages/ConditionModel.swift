import Authoring
import Rules
import Templating

/// When a question is asked, in the words of other questions.
struct ConditionModel: TemplateModel {
  /// What the answer to one question must be.
  struct Part: TemplateModel {
    let label: String
    /// The question on this page; nil for one that stands there once for each component.
    let url: String?
    let test: RuleConditions.Test
    let value: String
    let isFirst: Bool

    static let fields: [Field<Self>] = [
      .text("label", \.label), .optionalText("url", \.url), .text("value", \.value),
      .flag("first", \.isFirst),
      .flag("is") { if case .isOne = $0.test { true } else { false } },
      .flag("is_not") { if case .isNone = $0.test { true } else { false } },
      .flag("includes") { if case .includes = $0.test { true } else { false } },
      .flag("lacks") { if case .lacks = $0.test { true } else { false } },
      .flag("below") { if case .isBelow = $0.test { true } else { false } },
      .flag("above") { if case .isAbove = $0.test { true } else { false } },
      .flag("at_least") { if case .isAtLeast = $0.test { true } else { false } },
      .flag("at_most") { if case .isAtMost = $0.test { true } else { false } },
    ]
  }

  let needsAll: Bool
  let parts: [Part]

  /// Nil where the rule cannot be put into words.
  init?(_ rule: Rule, in playbook: Playbook, words: Words) {
    let facts = Dictionary(playbook.facts.map { ($0.id.text, $0.rule) }) { first, _ in first }
    guard let conditions = rule.conditions(with: { facts[$0] }) else { return nil }
    var parts: [Part] = []
    for condition in conditions.conditions {
      guard condition.path.count == 2, let question = playbook.question(condition.path),
        let value = question.text(of: condition.test, words)
      else { return nil }
      parts.append(
        Part(
          label: question.label, url: question.scope == .subject ? question.linkOnQuestionnaire : nil,
          test: condition.test, value: value, isFirst: parts.isEmpty))
    }
    needsAll = conditions.needsAll
    self.parts = parts
  }

  static let fields: [Field<Self>] = [.flag("all", \.needsAll), .list("parts", \.parts)]
}

extension Playbook {
  /// The question that a name of rules is about.
  fileprivate func question(_ path: [String]) -> Question? {
    let scope: Question.Scope? =
      switch path[0] {
      case "answers": .subject
      case "component": .component
      default: nil
      }
    return questions.first { $0.scope == scope && $0.id.text == path[1] }
  }
}

extension Question {
  /// What its answer is compared with; nil where that is no answer to it.
  fileprivate func text(of test: RuleConditions.Test, _ words: Words) -> String? {
    switch test {
    case .isOne(let values), .isNone(let values):
      let isEveryAnAnswer = values.allSatisfy { if case .list = $0 { isManyOf } else { true } }
      return isEveryAnAnswer ? words.alternatives(values.map { words.text(of: $0, to: self) }) : nil
    case .includes(let value), .lacks(let value):
      return isManyOf ? words.text(of: .list([value]), to: self) : nil
    case .isBelow(let value), .isAbove(let value), .isAtLeast(let value), .isAtMost(let value):
      return words.text(of: value, to: self)
    }
  }

  private var isManyOf: Bool {
    if case .manyOf = kind { true } else { false }
  }
}
