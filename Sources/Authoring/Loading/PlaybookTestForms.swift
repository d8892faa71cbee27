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
      let candidate = fields.optional(
        "candidate", Form<CandidateExpectation>.candidateExpectation.located())
      let places = fields.nullable("steps", .pairs(of: .slug, Form<Playbook.StepPlace>.word()))
      let gates = fields.nullable(
        "gates", .pairs(of: .slug, Form<GateExpectation>.gateExpectation.located()))
      let exits = fields.nullable("exits", .pairs(of: .slug, .exitExpectations))
      let keys = ["verdict", "standing", "criteria", "candidate", "steps", "gates", "exits"]
      let says = ["verdict", "standing", "candidate"].contains { fields.has($0) }
      let maps = [
        ("criteria", strengths?.count), ("steps", places?.count), ("gates", gates?.count),
        ("exits", exits?.count),
      ]
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
      for (id, gate) in gates ?? [] {
        guard let step = step(id, of: playbook, &fields) else { continue }
        fields.require(gate, of: step.id, among: step.gate.map(\.id), isRead: step.areNamesRead)
      }
      for (id, exits) in exits ?? [] {
        guard let step = step(id, of: playbook, &fields) else { continue }
        fields.require(exits, among: step.exits, isRead: step.areExitsRead)
      }
      if let candidate, case .first(let component) = candidate.value, !components.contains(component) {
        let known = components.map(\.text) + [CandidateExpectation.noneWord]
        let name = Located(component, at: candidate.location)
        fields.report(.unknownName(name, noun: "component", among: known))
      }
      return Playbook.Expectation(
        verdict: verdict, standing: standing,
        strengths: (strengths ?? []).map { (criterion: $0.key, strength: $0.value) }, candidate: candidate,
        places: (places ?? []).map { (step: $0.key, place: $0.value) },
        gates: (gates ?? []).map { (step: $0.key, gate: $0.value) },
        exits: (exits ?? []).map { id, exits in
          (step: id, exits: exits.map { (exit: $0.key, state: $0.value) })
        })
    }
  }

  /// The step of an id; one that is not there is reported.
  private static func step(_ id: Located<Slug>, of playbook: Playbook, _ fields: inout Fields) -> Step? {
    fields.require(id, .step, among: playbook.steps.map(\.id), of: playbook)
    return playbook.steps.first { $0.id == id.value }
  }
}
