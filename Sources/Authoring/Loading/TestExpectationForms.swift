import Diagnostics
import YAML

extension Form where Value == GateExpectation {
  /// The name of an outcome, or the word for a gate that waits.
  static var gateExpectation: Self {
    Self(.either([.words([GateExpectation.waitingWord]), Form<Name>.name.shape()])) { node, diagnostics in
      if node.scalar?.text == GateExpectation.waitingWord { return .waiting }
      return Form<Name>.name.read(node, &diagnostics).map { .outcome($0) }
    }
  }
}

extension Form where Value == CandidateExpectation {
  /// The id of a component, or the word for none.
  static var candidateExpectation: Self {
    Self(.either([.words([CandidateExpectation.noneWord]), Form<Slug>.slug.shape()])) { node, diagnostics in
      if node.scalar?.text == CandidateExpectation.noneWord { return .noneEligible }
      return Form<Slug>.slug.read(node, &diagnostics).map { .first($0) }
    }
  }
}

extension Form where Value == [(key: Located<Slug>, value: ExitExpectation)] {
  /// Exits of one step, at least one, and where they stand.
  static var exitExpectations: Self {
    let pairs = Self.pairs(of: .slug, Form<ExitExpectation>.word())
    return Self(pairs.shape()) { node, diagnostics in
      if node.mapping?.entries.isEmpty == true {
        diagnostics.wrongForm(node, expected: "at least one exit and where it stands")
        return nil
      }
      return pairs.read(node, &diagnostics)
    }
  }
}

extension Fields {
  /// Reports what cannot be expected of a step's gate.
  ///
  /// - Parameter isRead: whether all of its outcomes could be read.
  mutating func require(
    _ expected: Located<GateExpectation>, of step: Slug, among outcomes: [Name], isRead: Bool
  ) {
    guard !outcomes.isEmpty || !isRead else {
      return report(.stepWithoutGate(step, at: expected.location))
    }
    guard case .outcome(let outcome) = expected.value, isRead, !outcomes.contains(outcome) else { return }
    report(
      .unknownName(
        Located(outcome, at: expected.location), noun: "gate outcome",
        among: outcomes.map(\.text) + [GateExpectation.waitingWord]))
  }

  /// Reports exits that a step does not have.
  ///
  /// - Parameter isRead: whether all of its exits could be read.
  mutating func require(
    _ expected: [(key: Located<Slug>, value: ExitExpectation)], among exits: [Step.Exit], isRead: Bool
  ) {
    for (id, _) in expected where isRead && !exits.contains(where: { $0.id == id.value }) {
      report(.unknownName(id, noun: "exit", among: exits.map(\.id.text)))
    }
  }
}
