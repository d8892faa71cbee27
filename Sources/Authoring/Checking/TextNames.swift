import Rules
public import Templating

/// The names that bodies and sentences may use in tags, with what each is.
///
/// The values behind them are made for a team by the site, which asks this shape for the order of its fields.
public struct TextNames: Sendable {
  /// The names at the top: `team`, `answers`, `facts` and so on.
  public let root: TemplateRecordType

  /// The names at the top.
  static let groups: Set<String> = [
    "playbook", "team", "answers", "facts", "score", "criteria", "verdict", "candidate", "gates", "measures",
    "measurements", "data",
  ]

  /// The fields that every answer has; choices' names stand beside them.
  static let answerFields: Set<String> = ["id", "label", "ask", "open"]

  /// The names of a playbook.
  public init(_ playbook: Playbook) {
    typealias Field = TemplateRecordType.Field
    @Sendable func titled(_ name: String, _ more: [Field] = [], isComplete: Bool = true) -> TemplateType {
      .record(
        TemplateRecordType(
          name, fields: [Field("id", .text), Field("title", .text)] + more, isPrinted: true,
          isComplete: isComplete))
    }
    let incomplete = Set(playbook.unread.flatMap(\.groups))
    func group(_ name: String, _ fields: [Field]) -> Field {
      let shape = TemplateType.record(
        TemplateRecordType("group", fields: fields, section: .none, isComplete: !incomplete.contains(name)))
      return Field(name, shape)
    }
    let questions = playbook.questions.filter { $0.scope == .subject }
    let moments = playbook.moments.map { moment in
      let numbers = ["value", "rate", "expected"].map { Field($0, .text) }
      return Field(moment.text, .record(TemplateRecordType("measurement", fields: numbers)))
    }
    root = TemplateRecordType(
      "text",
      fields: [
        group("playbook", ["id", "title", "version", "subject"].map { Field($0, .text) }),
        group("team", ["name", "subject", "people", "availability", "start"].map { Field($0, .text) }),
        group(
          "answers", questions.map { question in Field(question.id.text, .record(Self.answer(to: question))) }
        ),
        group("facts", playbook.facts.map { Field($0.id.text, Self.type(of: $0)) }),
        group("score", playbook.options.map { Field($0.id.text, .text) }),
        group(
          "criteria",
          playbook.criteria.map {
            Field($0.id.text, titled("criterion", [Field("strength", .text), Field("points", .text)]))
          }),
        Field(
          "verdict",
          titled(
            "verdict", [Field("standing", .text)] + playbook.verdicts.map { Field($0.id.text, .flag) },
            isComplete: !incomplete.contains("verdict"))),
        Field("candidate", titled("candidate", [Field("tied", .flag)])),
        group(
          "gates",
          playbook.steps.filter { !$0.gate.isEmpty }.map { step in
            Field(
              step.id.text,
              titled("gate", step.gate.map { Field($0.id.text, .flag) }, isComplete: step.areNamesRead))
          }),
        group(
          "measures",
          playbook.measures.map {
            Field(
              $0.id.text,
              titled("measure", [Field("why", .text), Field("collect", .text), Field("unit", .text)]))
          }),
        group(
          "measurements",
          playbook.measures.map { measure in
            Field(
              measure.id.text,
              .record(
                TemplateRecordType(
                  "measurement", fields: [Field("better", .flag)] + moments, section: .none,
                  isComplete: !playbook.unread.contains(.moment)))
            )
          }),
        group(
          "data",
          playbook.data.sorted { $0.key < $1.key }.map { name, value in Field(name.text, Self.type(of: value))
          }),
      ])
  }

  private static func type(of fact: Fact) -> TemplateType {
    if fact.type == .bool { return .flag }
    return fact.isPrivate ? .record(TemplateRecordType("private fact", fields: [])) : .text
  }

  /// The shape of an answer. A private one has nothing that could be printed.
  private static func answer(to question: Question) -> TemplateRecordType {
    typealias Field = TemplateRecordType.Field
    let printed = question.isPrivate ? [] : [Field("id", .text)]
    let fields =
      printed + [Field("label", .text), Field("ask", .text), Field("open", .flag)]
      + question.choices.map { Field($0.id.text, .flag) }
    let section: TemplateRecordType.Section
    if case .manyOf = question.kind, !question.isPrivate {
      let choice = TemplateRecordType(
        "choice", fields: [Field("id", .text), Field("label", .text)], isPrinted: true)
      section = .list(.record(choice))
    } else {
      section = .condition
    }
    return TemplateRecordType(
      question.isPrivate ? "private answer" : "answer", fields: fields, isPrinted: !question.isPrivate,
      section: section, isComplete: question.areChoicesRead)
  }

  /// The shape of a data file: a list's items have the keys of all of them.
  private static func type(of value: DataValue) -> TemplateType {
    switch value {
    case .text: .text
    case .flag: .flag
    case .list(let items): .list(items.map(type(of:)).reduce(nil, joined) ?? .text)
    case .map(let entries):
      .record(
        TemplateRecordType(
          "entry",
          fields: entries.sorted { $0.key < $1.key }.map { name, value in .init(name.text, type(of: value)) })
      )
    }
  }

  private static func joined(_ first: TemplateType?, _ second: TemplateType) -> TemplateType? {
    guard let first else { return second }
    switch (first, second) {
    case (.record(let a), .record(let b)):
      let more = b.fields.filter { a.index(of: $0.name) == nil }
      let fields = a.fields.map { field in
        guard let index = b.index(of: field.name) else { return field }
        return .init(field.name, joined(field.type, b.fields[index].type) ?? field.type)
      }
      return .record(TemplateRecordType(a.name, fields: (fields + more).sorted { $0.name < $1.name }))
    case (.list(let a), .list(let b)): return .list(joined(a, b) ?? a)
    case (_, _): return first
    }
  }
}
