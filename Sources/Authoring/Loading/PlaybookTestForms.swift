import Diagnostics
import Rules

extension Form where Value == [Playbook.Test] {
  /// A file of tests of the whole playbook.
  static func playbookTests(of playbook: Playbook) -> Self {
    .fields(of: "file of tests") { $0.required("tests", .list(of: .playbookTest(of: playbook))) }
  }
}

extension Form where Value == Playbook.Test {
  static func playbookTest(of playbook: Playbook) -> Self {
    let questions = QuestionIndex(playbook.questions)
    return .fields(of: "test") { fields in
      let title = fields.required("title", .text)
      let answers = fields.nullable("answers", .answers(to: questions, scope: .subject, origin: .own))
      let expectation = fields.required("expect", .playbookExpectation(of: playbook))
      guard let expectation else { return nil }
      let location = fields.node.firstLineLocation
      return Playbook.Test(
        title: title ?? "", answers: answers ?? [:], expectation: expectation, location: location)
    }
  }
}

extension Form where Value == Playbook.Expectation {
  static func playbookExpectation(of playbook: Playbook) -> Self {
    .fields(of: "test's expectation") { fields in
      let verdict = fields.optional("verdict", Form<Name>.name.located())
      let standing = fields.optional("standing", Form<Playbook.Standing>.word().located())
      let strengths = fields.nullable("criteria", .pairs(of: .slug, .number(in: 0...1)))
      if verdict == nil, standing == nil, (strengths ?? []).isEmpty {
        fields.report(.testExpectsNothing(at: fields.node.firstLineLocation))
      }
      if let verdict, !playbook.verdicts.contains(where: { $0.id == verdict.value }) {
        fields.report(.unknownName(verdict, noun: "verdict", among: playbook.verdicts.map(\.id.text)))
      }
      for (id, _) in strengths ?? [] where !playbook.criteria.contains(where: { $0.id == id.value }) {
        fields.report(.unknownName(id, noun: "criterion", among: playbook.criteria.map(\.id.text)))
      }
      return Playbook.Expectation(
        verdict: verdict, standing: standing,
        strengths: (strengths ?? []).map { (criterion: $0.key, strength: $0.value) })
    }
  }
}
