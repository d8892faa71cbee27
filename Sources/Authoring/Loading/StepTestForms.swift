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
  ///   - exits: its exits.
  ///   - isRead: whether all of those could be read.
  ///   - playbook: with everything that is read before steps.
  ///   - questions: those of the playbook.
  static func stepTest(
    of step: Slug, gate: [Step.GateOutcome], exits: [Step.Exit], isRead: Bool, in playbook: Playbook,
    _ questions: QuestionIndex
  ) -> Self {
    .fields(of: "step's test") { fields in
      let answers = fields.nullable("answers", .answers(to: questions, scope: .subject, origin: .own))
      let verdict = fields.optional("verdict", Form<Name>.name.located())
      let gates = fields.nullable("gates", .pairs(of: .slug, Form<Name>.name.located()))
      let measurements = fields.nullable("measurements", .measurements(of: playbook))
      let applies = fields.optional("applies", Form<Bool>.flag.located())
      let expectedGate = fields.optional("gate", Form<GateExpectation>.gateExpectation.located())
      let expectedExits = fields.nullable("exit", .exitExpectations)
      if let verdict { fields.require(verdict, .verdict, among: playbook.verdicts.map(\.id), of: playbook) }
      if let expectedGate { fields.require(expectedGate, of: step, among: gate.map(\.id), isRead: isRead) }
      fields.require(expectedExits ?? [], among: exits, isRead: isRead)
      if applies?.value == false {
        for key in ["gate", "exit"] where fields.has(key) {
          fields.report(.expectedOfLeftOutStep(key, at: fields.location(of: key)))
        }
      }
      guard applies != nil || expectedGate != nil || !(expectedExits ?? []).isEmpty else {
        let says = ["applies", "gate"].contains { fields.has($0) }
        if !says, fields.isWhole("exit", count: expectedExits?.count) {
          let location = fields.node.firstLineLocation
          fields.report(.testExpectsNothing(["applies", "gate", "exit"], of: "step", at: location))
        }
        return nil
      }
      return Step.Test(
        answers: answers ?? [:], verdict: verdict,
        gates: (gates ?? []).map { (step: $0.key, outcome: $0.value) }, measurements: measurements ?? [:],
        applies: applies, gate: expectedGate,
        exits: (expectedExits ?? []).map { (exit: $0.key, state: $0.value) },
        location: fields.node.firstLineLocation)
    }
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
