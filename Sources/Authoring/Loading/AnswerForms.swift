import Diagnostics
import Rules
import YAML

extension Form where Value == [Name: Answer] {
  /// The answers of a file, each checked against its question. Entries that say nothing (`~`) are left out.
  ///
  /// - Parameters:
  ///   - questions: the questions of the playbook.
  ///   - scope: whether questions about the subject or about a component are answered here.
  ///   - migration: renames the questions and choices of older files.
  ///   - origin: the kind of file.
  static func answers(
    to questions: QuestionIndex, scope: Question.Scope, migration: AnswerMigration = .none,
    origin: Answer.Origin
  ) -> Self {
    Self(questions.shape(scope, migration, origin)) { node, diagnostics in
      guard let mapping = node.mapping else {
        diagnostics.wrongForm(node, expected: "a map of questions and answers")
        return nil
      }
      var answers: [Name: Answer] = [:]
      for entry in mapping.entries {
        guard let name = Form<Name>.name.read(entry.key.node, &diagnostics) else { continue }
        let newName = migration.newName(of: name)
        guard let question = questions[newName], question.scope == scope else {
          if questions.mayHide(newName, in: scope) { continue }
          diagnostics.append(.unknownQuestion(entry.key, scope: scope, questions))
          continue
        }
        if newName != name, mapping[newName.text] != nil {
          diagnostics.append(.answeredUnderBothNames(name, newName, at: entry.key.location))
          continue
        }
        if entry.value.isNull { continue }
        let form = Form<Answer>.answer(to: question, migration: migration, origin: origin)
        if let answer = form.read(entry.value, &diagnostics) { answers[newName] = answer }
      }
      return answers
    }
  }
}

extension QuestionIndex {
  /// What answers to its questions look like; those to any, where it has none.
  fileprivate func shape(_ scope: Question.Scope, _ migration: AnswerMigration, _ origin: Answer.Origin)
    -> Shape
  {
    let keys = questions(in: scope).map { question in
      let form = Form<Answer>.answer(to: question, migration: migration, origin: origin)
      return Shape.Record.Key(
        name: question.id.text, shape: form.shape(), isRequired: false, meaning: question.ask)
    }
    if keys.isEmpty { return .map(of: Form<Name>.name.shape(), Form<Answer>.anyShape) }
    return .record(Shape.Record("map of answers", keys))
  }
}

extension Form where Value == Answer {
  /// A value alone, or a map with `value`, `unknown` or `not_applicable`, and evidence.
  static func answer(to question: Question, migration: AnswerMigration, origin: Answer.Origin) -> Self {
    let value = Form<RuleValue>.answerValue(of: question, migration: migration)
    let withEvidence = withEvidence(value, origin)
    return Self(.either([value.shape(), withEvidence.shape(), .empty])) { node, diagnostics in
      guard node.mapping == nil else { return withEvidence.read(node, &diagnostics) }
      return value.read(node, &diagnostics).map { value in
        Answer(state: .given(value), evidence: .none, origin: origin, location: node.firstLineLocation)
      }
    }
  }

  /// What an answer to some question looks like.
  fileprivate static var anyShape: Shape {
    let value = Form<RuleValue>(.either([.text, .list(of: .text)])) { _, _ in nil }
    return .either([value.shape(), withEvidence(value, .own).shape(), .empty])
  }

  private static func withEvidence(_ value: Form<RuleValue>, _ origin: Answer.Origin) -> Self {
    .fields(of: "answer") { fields in
      let state = state(in: &fields, value)
      let evidence = Answer.Evidence(
        note: fields.optional("note", .text), source: fields.optional("source", .text),
        by: fields.optional("by", .text), on: fields.optional("on", .date))
      return state.map {
        Answer(state: $0, evidence: evidence, origin: origin, location: fields.node.firstLineLocation)
      }
    }
  }

  private static func state(in fields: inout Fields, _ form: Form<RuleValue>) -> Answer.State? {
    let value = fields.optional("value", form)
    let unknown = fields.optional("unknown", .nonBlankText)
    let until = fields.optional("until", .date)
    let notApplicable = fields.optional("not_applicable", .nonBlankText)
    if until != nil, !fields.has("unknown"), let location = fields.keyLocation("until") {
      fields.report(.untilWithoutUnknown(at: location))
    }
    guard ["value", "unknown", "not_applicable"].count(where: { fields.has($0) }) == 1 else {
      fields.report(.answerSaysNotOneThing(at: fields.node.firstLineLocation))
      return nil
    }
    return value.map { .given($0) } ?? unknown.map { .unknown($0, until: until) }
      ?? notApplicable.map { .notApplicable($0) }
  }
}

extension Form where Value == RuleValue {
  /// A value of the question's type.
  static func answerValue(of question: Question, migration: AnswerMigration) -> Self {
    switch question.kind {
    case _ where question.kind.isUnread: Self(.anything) { _, _ in .null }
    case .boolean: Form<Bool>.flag.map { flag, _, _ in .bool(flag) }
    case .text: Form<String>.text.map { text, _, _ in .string(text) }
    case .date: Form<CalendarDate>.date.map { date, _, _ in .string(date.description) }
    case .integer(let limits):
      Form<Int>.integer(in: limits.integers).map { number, _, _ in .int(Int64(number)) }
    case .number(let limits): Form<Double>.number(in: limits.numbers).map { number, _, _ in .double(number) }
    case .oneOf: choice(of: question, migration).map { name, _, _ in .string(name.text) }
    case .manyOf:
      Form<[Located<Name>]>.list(of: choice(of: question, migration).located()).map { names, _, diagnostics in
        for (index, name) in names.enumerated() {
          if let first = names[..<index].first(where: { $0.value == name.value }) {
            diagnostics.append(.choiceTwice(name, first: first.location))
          }
        }
        return .list(names.map { .string($0.value.text) })
      }
    }
  }

  private static func choice(of question: Question, _ migration: AnswerMigration) -> Form<Name> {
    Form<String>.text.map { text, node, diagnostics in
      let name = Name(text).map { migration.newChoice(of: $0, in: question.id) }
      if let name, question.choice(name.text) != nil { return name }
      if question.areChoicesRead || NearMiss.of(text, among: question.choices.map(\.id.text)) != nil {
        diagnostics.append(.notAChoice(text, of: question, at: node.location))
      }
      return nil
    }
    .shaped(.words(question.choices.map(\.id.text)))
  }
}

extension Question.Limits {
  /// The allowed numbers.
  var numbers: ClosedRange<Double> {
    let low = minimum ?? -.greatestFiniteMagnitude
    return low...max(low, maximum ?? .greatestFiniteMagnitude)
  }

  /// The allowed whole numbers.
  var integers: ClosedRange<Int> {
    let low = minimum.flatMap { Int(exactly: $0.rounded(.up)) } ?? -9_007_199_254_740_992
    let high = maximum.flatMap { Int(exactly: $0.rounded(.down)) } ?? 9_007_199_254_740_992
    return low...max(low, high)
  }
}
