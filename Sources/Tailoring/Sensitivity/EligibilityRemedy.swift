public import Authoring

/// Another answer, or two, with which a component would be eligible.
public struct EligibilityRemedy: Sendable {
  /// One, or two that only together make it eligible.
  public let changes: [TippingPoint.Change]
  /// Whether values must not be shown: the rule uses a private answer, which one of them could give away.
  public let isPrivate: Bool

  /// In words: `With “yes” instead of “no” for “Isolated”, Settlement worker would be eligible`. Private answers
  /// are named without values.
  ///
  /// - Parameters:
  ///   - component: which would be eligible.
  ///   - wording: how it is put.
  public func sentence(for component: Answers.Component, in wording: Wording) -> String {
    let changes = wording.list(changes.map { $0.phrase(hidesValues: isPrivate, in: wording) })
    return wording.say(.wouldBeEligible, [changes, component.title]).capitalizedFirst
  }
}
