import Diagnostics
import Rules

extension Form where Value == QuestionGroup {
  /// A file of questions.
  static func questionGroup(id: Slug) -> Self {
    .fields(of: "file of questions") { fields in
      let title = fields.required("title", .plainText)
      let scope = fields.optional("scope", .word() as Form<Question.Scope>)
      let questions = fields.required("questions", .list(of: .question(scope: scope ?? .subject)))
      return QuestionGroup(
        id: id, title: title ?? id.text, questions: questions ?? [],
        isWhole: fields.isWhole("questions", count: questions?.count))
    }
  }
}

extension Form where Value == Question {
  static func question(scope: Question.Scope) -> Self {
    .fields(of: "question", variants: ["type: one_of", "type: integer"]) { fields in
      let id = fields.required("id", .name)
      let label = fields.required("label", .plainText)
      let ask = fields.required("ask", .plainText)
      let findOut = fields.optional("find_out", .markdownLine)
      let type = fields.required("type", .word() as Form<QuestionType>)
      let kind: Question.Kind = type.flatMap { Self.kind(of: $0, in: &fields) } ?? .unread
      let ids = kind.choices.map { Located($0.id, at: $0.location) }
      let areTwice = fields.reportDuplicates(ids, noun: "choice")
      let areChoicesRead =
        type != nil && fields.isWhole("choices", count: kind.choices.count) && !areTwice
      if type == nil { fields.accept(["choices", "min", "max", "unit"]) }
      let isQuick = fields.optional("quick", .flag)
      let isChangeable = fields.optional("changeable", .flag)
      let isPrivate = fields.optional("private", .flag)
      let isRequired = fields.optional("required", .flag)
      let when = fields.optional("when", .condition)
      guard let id else { return nil }
      return Question(
        id: id, label: label ?? id.text, ask: ask ?? id.text, findOut: findOut, kind: kind,
        areChoicesRead: areChoicesRead, scope: scope,
        isQuick: isQuick ?? false, isChangeable: isChangeable ?? false, isPrivate: isPrivate ?? false,
        isRequired: isRequired ?? false, when: when, location: fields.location(of: "id"))
    }
  }

  /// The keys that go with a type; those of other types stay unknown, and are reported as such.
  private static func kind(of type: QuestionType, in fields: inout Fields) -> Question.Kind? {
    switch type {
    case .boolean: return .boolean
    case .text: return .text
    case .date: return .date
    case .oneOf: return choices(in: &fields).map { .oneOf($0) }
    case .manyOf: return choices(in: &fields).map { .manyOf($0) }
    case .integer: return .integer(limits(in: &fields))
    case .number: return .number(limits(in: &fields))
    }
  }

  private static func choices(in fields: inout Fields) -> [Question.Choice]? {
    let choices = fields.required("choices", .list(of: .choice))
    if fields.isEmptyList("choices") { fields.report(.noChoices(at: fields.location(of: "choices"))) }
    return choices
  }

  private static func limits(in fields: inout Fields) -> Question.Limits {
    let minimum = fields.optional("min", .number())
    let maximum = fields.optional("max", .number())
    let unit = fields.optional("unit", .plainText)
    if let minimum, let maximum, minimum > maximum {
      fields.report(.emptyRange(minimum, maximum, at: fields.location(of: "max")))
      return Question.Limits(minimum: nil, maximum: nil, unit: unit)
    }
    return Question.Limits(minimum: minimum, maximum: maximum, unit: unit)
  }
}

/// The words for the types of questions.
private enum QuestionType: String, CaseIterable {
  case boolean
  case oneOf = "one_of"
  case manyOf = "many_of"
  case integer, number, text, date
}

extension Form where Value == Question.Choice {
  static var choice: Self {
    .fields(of: "choice") { fields in
      let id = fields.required("id", .name)
      let label = fields.required("label", .plainText)
      guard let id else { return nil }
      return Question.Choice(id: id, label: label ?? id.text, location: fields.location(of: "id"))
    }
  }
}
