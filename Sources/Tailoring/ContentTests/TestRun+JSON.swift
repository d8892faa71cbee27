public import Diagnostics

extension JSONReport.Tests {
  /// Mirrors a run.
  public init(_ run: TestRun) {
    self.init(
      cases: run.cases.map { Case(name: $0.name, at: $0.location, passed: $0.failures.isEmpty) },
      untouched: run.coverage.untouched.map { Untouched(name: $0.name, at: $0.location) })
  }
}
