public import Diagnostics

extension Rule {
  /// Checks the rule before anything runs: names, types, choices, dates.
  ///
  /// - Parameters:
  ///   - scope: the names that it may use.
  ///   - expected: the types that the rule may give; none for any.
  /// - Returns: the type that the rule gives, or nil after an error.
  public func check(
    in scope: RuleScope, expecting expected: RuleType..., diagnostics: inout [Diagnostic]
  ) -> RuleType? {
    var checker = Checker(self, scope)
    let type = checker.valueType(of: tree.root)
    if !expected.isEmpty, !expected.contains(where: { $0.accepts(type) }) {
      checker.report(.wrongResult(source.text, type, expected: expected, at: checker.location(tree.root)))
    }
    diagnostics += checker.diagnostics
    return checker.diagnostics.containsErrors ? nil : type
  }
}
