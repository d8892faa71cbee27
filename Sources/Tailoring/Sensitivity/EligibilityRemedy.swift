public import Authoring
public import Rules

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
  ///   - text: an answer as a person would write it.
  public func sentence(for component: Answers.Component, _ text: (RuleValue, Question) -> String) -> String {
    let changes = changes.map { $0.phrase(hidesValues: isPrivate, text) }.joinedInWords
    return "\(changes.capitalizedFirst), \(component.title) would be eligible"
  }
}
