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
    let questions = QuestionIndex(playbook)
    return .fields(of: "test") { fields in
      let title = fields.required("title", .plainText)
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
      let says = fields.has("verdict") || fields.has("standing")
      if !says, strengths?.isEmpty ?? !fields.has("criteria") {
        fields.report(.testExpectsNothing(at: fields.node.firstLineLocation))
      }
      let verdicts = playbook.verdicts.map(\.id.text)
      let criteria = playbook.criteria.map(\.id.text)
      if let problem = verdict.flatMap({ playbook.problem($0, .verdict, among: verdicts) }) {
        fields.report(problem)
      }
      for (id, _) in strengths ?? [] {
        if let problem = playbook.problem(id, .criterion, among: criteria) { fields.report(problem) }
      }
      return Playbook.Expectation(
        verdict: verdict, standing: standing,
        strengths: (strengths ?? []).map { (criterion: $0.key, strength: $0.value) })
    }
  }
}
