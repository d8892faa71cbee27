/// The names that a rule may use.
public struct RuleScope: Sendable {
  /// Each first name with its type; `answers` is a record of the questions, for example.
  public var names: [String: RuleType]
  /// Names that exist but not for this rule, dotted where only a part is meant (`verdict.id`), with the
  /// sentence that says why.
  public var later: [String: String]
  /// The first names whose records lack some fields, which is reported: a field that they have not may be one of
  /// these, unless it is close to one that they have.
  public var incomplete: Set<String>

  /// Makes a scope.
  public init(names: [String: RuleType], later: [String: String] = [:], incomplete: Set<String> = []) {
    self.names = names
    self.later = later
    self.incomplete = incomplete
  }
}
