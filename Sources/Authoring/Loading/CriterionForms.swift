import Diagnostics
import Rules
import YAML

extension Form where Value == Criterion {
  /// The front matter of a criterion's file.
  ///
  /// - Parameters:
  ///   - id: from the file's name.
  ///   - body: the text after the front matter.
  ///   - questions: what its tests may answer.
  static func criterion(id: Slug, body: MarkdownText?, questions: QuestionIndex) -> Self {
    .fields(of: "criterion", variants: ["rules_out: []"]) { fields in
      let title = fields.required("title", .plainText)
      let theme = fields.optional("theme", Form<Name>.name.located())
      let role = role(in: &fields)
      let when = fields.optional("when", .condition)
      let sources = fields.optional("sources", .list(of: Form<Slug>.slug.located()))
      let tests = fields.optional("tests", .list(of: .criterionTest(questions)))
      guard let role else { return nil }
      return Criterion(
        id: id, title: title ?? id.text, theme: theme, role: role, when: when, sources: sources ?? [],
        tests: tests ?? [], body: body, location: fields.node.firstLineLocation)
    }
  }

  /// A condition has `rules_out`, a reason has the other three keys; a mixture is said to be one.
  private static func role(in fields: inout Fields) -> Criterion.Role? {
    let isCondition = fields.has("rules_out")
    let reasonKeys = ["supports", "weight", "levels"].filter { fields.has($0) }
    if isCondition {
      let rulings = fields.optional("rules_out", .list(of: .rulingOut))
      if fields.isEmptyList("rules_out") {
        fields.report(.emptyList("rules_out", at: fields.location(of: "rules_out")))
      }
      for key in reasonKeys {
        if let location = fields.keyLocation(key) { fields.report(.reasonKeyInCondition(key, at: location)) }
      }
      fields.accept(reasonKeys)
      return .condition(rulings ?? [])
    }
    let supports = fields.required("supports", Form<Name>.name.located())
    let weight = fields.required("weight", .number(in: 1...5))
    let levels = fields.required("levels", .list(of: .level))
    if let levels, fields.isWhole("levels", count: levels.count) { reportLevels(levels, in: &fields) }
    guard let supports else { return nil }
    return .reason(Criterion.Reason(supports: supports, weight: weight ?? 1, levels: levels ?? []))
  }

  private static func reportLevels(_ levels: [Criterion.Level], in fields: inout Fields) {
    if levels.isEmpty { fields.report(.noLevels(at: fields.location(of: "levels"))) }
    for level in levels.dropLast() where level.when == nil {
      fields.report(.levelAfterCatchAll(at: level.location))
    }
  }
}

extension Form where Value == Criterion.Level {
  static var level: Self {
    .fields(of: "level") { fields in
      let when = fields.optional("when", .condition)
      let strength = fields.required("strength", .number(in: 0...1))
      let supports = fields.optional("supports", Form<Name>.name.located())
      let because = fields.required("because", .markdownLine)
      let improve = fields.optional("improve", .markdownLine)
      guard let because else { return nil }
      return Criterion.Level(
        when: when, strength: strength ?? 0, supports: supports, because: because, improve: improve,
        location: fields.node.firstLineLocation)
    }
  }
}

extension Form where Value == Criterion.RulingOut {
  static var rulingOut: Self {
    .fields(of: "case that rules verdicts out") { fields in
      let verdicts = fields.required("verdicts", .list(of: Form<Name>.name.located()))
      if fields.isEmptyList("verdicts") {
        fields.report(.emptyList("verdicts", at: fields.location(of: "verdicts")))
      }
      let when = fields.required("when", .condition)
      let because = fields.required("because", .markdownLine)
      let liftedBy = fields.optional("lifted_by", .contentReference)
      guard let when, let because else { return nil }
      return Criterion.RulingOut(
        verdicts: verdicts ?? [], when: when, because: because, liftedBy: liftedBy,
        location: fields.node.firstLineLocation)
    }
  }
}

extension Form where Value == ContentReference {
  /// `step:ramp-up`.
  static var contentReference: Self {
    Form<String>.text.map { text, node, diagnostics in
      if let reference = ContentReference(text, at: node.location) { return reference }
      diagnostics.wrongForm(node, expected: "a link such as step:ramp-up")
      return nil
    }
    .shaped(.pattern("(step|criterion|guide|question|term):[a-z0-9_-]+"))
  }
}

extension Form where Value == Criterion.Test {
  static func criterionTest(_ questions: QuestionIndex) -> Self {
    .fields(of: "criterion's test") { fields in
      let answers = fields.nullable("answers", .answers(to: questions, scope: .subject, origin: .own))
      let applies = fields.optional("applies", .flag)
      let strength = fields.optional("strength", .number(in: 0...1))
      let rulesOut = fields.optional("rules_out", .list(of: Form<Name>.name.located()))
      let expectation: Criterion.Expectation
      switch (applies, strength, rulesOut) {
      case (false?, nil, nil): expectation = .leftOut
      case (nil, let strength?, nil), (true?, let strength?, nil): expectation = .strength(strength)
      case (nil, nil, let verdicts?), (true?, nil, let verdicts?):
        expectation = .rulesOut(verdicts)
      default:
        let keys = [("strength", strength.map { _ in 1 }), ("rules_out", rulesOut?.count)]
        if keys.allSatisfy({ fields.isWhole($0, count: $1) }) {
          fields.report(.criterionTestNotOneThing(at: fields.node.firstLineLocation))
        }
        return nil
      }
      return Criterion.Test(
        answers: answers ?? [:], expectation: expectation, location: fields.node.firstLineLocation)
    }
  }
}
