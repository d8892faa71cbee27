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
      let components = fields.nullable("components", .list(of: .component(questions, .none, origin: .own)))
      let decision = fields.nullable("decision", .decision(in: playbook))
      let progress = fields.nullable("progress", .progress(in: playbook))
      let measurements = fields.nullable("measurements", .measurements(of: playbook))
      for problem in (components ?? []).duplicates { fields.report(problem) }
      let expectation = fields.required(
        "expect", .playbookExpectation(of: playbook, components: (components ?? []).map(\.id)))
      guard let expectation else { return nil }
      return Playbook.Test(
        title: title ?? "", answers: answers ?? [:], components: components ?? [], decision: decision,
        progress: progress ?? [:], measurements: measurements ?? [:], expectation: expectation,
        location: fields.node.firstLineLocation)
    }
  }
}

extension Form where Value == Playbook.Expectation {
  /// What a test expects.
  ///
  /// - Parameters:
  ///   - playbook: whose names it may use.
  ///   - components: the ids of the test's own components.
  static func playbookExpectation(of playbook: Playbook, components: [Slug]) -> Self {
    .fields(of: "test's expectation") { fields in
      let verdict = fields.optional("verdict", Form<Name>.name.located())
      let standing = fields.optional("standing", Form<Playbook.Standing>.word().located())
      let strengths = fields.nullable("criteria", .pairs(of: .slug, .number(in: 0...1)))
      let candidate = fields.optional("candidate", Form<Slug>.slug.located())
      let places = fields.nullable("steps", .pairs(of: .slug, Form<Playbook.StepPlace>.word()))
      let gates = fields.nullable("gates", .pairs(of: .slug, Form<Name>.name.located()))
      let keys = ["verdict", "standing", "criteria", "candidate", "steps", "gates"]
      let says = ["verdict", "standing", "candidate"].contains { fields.has($0) }
      let maps = [("criteria", strengths?.count), ("steps", places?.count), ("gates", gates?.count)]
      if !says, maps.allSatisfy({ ($1 ?? 0) == 0 && fields.isWhole($0, count: $1) }) {
        fields.report(.testExpectsNothing(keys, of: "playbook", at: fields.node.firstLineLocation))
      }
      if let verdict { fields.require(verdict, .verdict, among: playbook.verdicts.map(\.id), of: playbook) }
      for (id, _) in strengths ?? [] {
        fields.require(id, .criterion, among: playbook.criteria.map(\.id), of: playbook)
      }
      for (id, _) in places ?? [] {
        fields.require(id, .step, among: playbook.steps.map(\.id), of: playbook)
      }
      for (id, outcome) in gates ?? [] { checkGate(id, outcome, of: playbook, &fields) }
      if let candidate, !components.contains(candidate.value) {
        fields.report(.unknownName(candidate, noun: "component", among: components.map(\.text)))
      }
      return Playbook.Expectation(
        verdict: verdict, standing: standing,
        strengths: (strengths ?? []).map { (criterion: $0.key, strength: $0.value) }, candidate: candidate,
        places: (places ?? []).map { (step: $0.key, place: $0.value) },
        gates: (gates ?? []).map { (step: $0.key, outcome: $0.value) })
    }
  }

  private static func checkGate(
    _ id: Located<Slug>, _ outcome: Located<Name>, of playbook: Playbook, _ fields: inout Fields
  ) {
    guard let step = playbook.steps.first(where: { $0.id == id.value }) else {
      return fields.require(id, .step, among: playbook.steps.map(\.id), of: playbook)
    }
    guard !step.gate.isEmpty else { return fields.report(.stepWithoutGate(step.id, at: id.location)) }
    let known = step.gate.map(\.id)
    if step.areNamesRead, !known.contains(outcome.value) {
      fields.report(.unknownName(outcome, noun: "gate outcome", among: known.map(\.text)))
    }
  }
}
