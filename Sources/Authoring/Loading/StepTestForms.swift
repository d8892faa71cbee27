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
    let questions = QuestionIndex(playbook.questions)
    return .fields(of: "step's test") { fields in
      let answers = fields.nullable("answers", .answers(to: questions, scope: .subject, origin: .own))
      let verdict = fields.optional("verdict", Form<Name>.name.located())
      let gates = fields.nullable("gates", .pairs(of: .slug, Form<Name>.name.located()))
      let measurements = fields.nullable("measurements", .measurements(of: playbook))
      let applies = fields.optional("applies", Form<Bool>.flag.located())
      let outcome = fields.optional("gate", Form<Name>.name.located())
      if let verdict { fields.require(verdict, "verdict", among: playbook.verdicts.map(\.id)) }
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
    } else {
      fields.require(outcome, "gate outcome", among: outcomes)
    }
    if applies?.value == false { fields.report(.gateOfLeftOutStep(at: outcome.location)) }
  }
}

extension Fields {
  /// Reports a name that is not among those that are known; where none could be read, says nothing more.
  mutating func require<ID: Hashable & CustomStringConvertible>(
    _ name: Located<ID>, _ noun: String, among known: [ID]
  ) {
    guard !known.isEmpty, !known.contains(name.value) else { return }
    report(.unknownName(name, noun: noun, among: known.map(\.description)))
  }
}
