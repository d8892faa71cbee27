import Diagnostics
import Rules

extension Form where Value == Step.Test {
  /// A test of a step.
  ///
  /// The gates that it names belong to steps that may still be unread; `PlaybookCheck` looks at them.
  ///
  /// - Parameters:
  ///   - step: the step that it stands in.
  ///   - gate: the outcomes of that step.
  ///   - playbook: with everything that is read before steps.
  static func stepTest(of step: Slug, gate: [Step.GateOutcome], in playbook: Playbook) -> Self {
    let questions = QuestionIndex(playbook)
    return .fields(of: "step's test") { fields in
      let answers = fields.nullable("answers", .answers(to: questions, scope: .subject, origin: .own))
      let verdict = fields.optional("verdict", Form<Name>.name.located())
      let gates = fields.nullable("gates", .pairs(of: .slug, Form<Name>.name.located()))
      let measurements = fields.nullable("measurements", .measurements(of: playbook))
      let applies = fields.optional("applies", Form<Bool>.flag.located())
      let outcome = fields.optional("gate", Form<Name>.name.located())
      if let verdict { fields.require(verdict, .verdict, among: playbook.verdicts.map(\.id), of: playbook) }
      if let outcome { checkGate(outcome, applies, of: step, among: gate.map(\.id), &fields) }
      guard applies != nil || outcome != nil else {
        if !fields.has("applies"), !fields.has("gate") {
          let location = fields.node.firstLineLocation
          fields.report(.testExpectsNothing(["applies", "gate"], of: "step", at: location))
        }
        return nil
      }
      return Step.Test(
        answers: answers ?? [:], verdict: verdict,
        gates: (gates ?? []).map { (step: $0.key, outcome: $0.value) }, measurements: measurements ?? [:],
        applies: applies, gate: outcome, location: fields.node.firstLineLocation)
    }
  }

  private static func checkGate(
    _ outcome: Located<Name>, _ applies: Located<Bool>?, of step: Slug, among outcomes: [Name],
    _ fields: inout Fields
  ) {
    if outcomes.isEmpty {
      fields.report(.stepWithoutGate(step, at: outcome.location))
    } else if !outcomes.contains(outcome.value) {
      fields.report(.unknownName(outcome, noun: "gate outcome", among: outcomes.map(\.text)))
    }
    if applies?.value == false { fields.report(.gateOfLeftOutStep(at: outcome.location)) }
  }
}

extension Fields {
  /// Reports a name that is not known, unless a reported mistake may hide it.
  mutating func require(
    _ name: Located<some CustomStringConvertible>, _ kind: NameKind,
    among known: [some CustomStringConvertible],
    of playbook: Playbook
  ) {
    if let problem = playbook.problem(name, kind, among: known.map(\.description)) { report(problem) }
  }
}
