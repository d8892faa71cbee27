public import Authoring
public import Diagnostics

/// What came of an author's own tests of a playbook.
public struct TestRun: Sendable {
  /// The tests of one file.
  public struct Suite: Sendable {
    /// The file's path as shown to the user.
    public let file: String
    /// Its tests, in the order of the file.
    public let cases: [Case]
  }

  /// One test.
  public struct Case: Sendable {
    /// Its title; for a test of a criterion or a step its number and what it expects.
    public let name: String
    /// Where it begins.
    public let location: SourceLocation
    /// An error for each expectation that is not met, at its place, with what came out and why; errors of rules
    /// that failed are among them.
    public let failures: [Diagnostic]
  }

  /// The files with tests: criteria, steps, then tests of the whole playbook.
  public let suites: [Suite]
  /// What the tests touch.
  public let coverage: TestCoverage
}

extension TestRun {
  /// All tests.
  public var cases: [Case] { suites.flatMap(\.cases) }
  /// All that failed, in the order of file and place.
  public var failures: [Diagnostic] { cases.flatMap(\.failures).sortedForReading() }
  /// How many tests failed.
  public var failedCount: Int { suites.reduce(0) { $0 + $1.failedCount } }

  /// `112 tests in 33 files: 2 failed`
  public var summary: String {
    let failed = failedCount
    let tests = cases.count.counted("test")
    let files = suites.count.counted("file")
    guard !cases.isEmpty else { return "no tests" }
    return "\(tests) in \(files): " + (failed == 0 ? "all passed" : "\(failed) failed")
  }
}

extension TestRun {
  /// The same run, with its places named otherwise.
  public func renamed(_ named: (SourceLocation) -> SourceLocation) -> TestRun {
    let suites = suites.map { suite in
      let cases = suite.cases.map { test in
        Case(
          name: test.name, location: named(test.location), failures: test.failures.map { $0.renamed(named) })
      }
      return Suite(file: named(SourceLocation(file: suite.file)).file, cases: cases)
    }
    return TestRun(suites: suites, coverage: coverage)
  }
}

extension TestRun.Suite {
  /// How many of its tests failed.
  public var failedCount: Int { cases.count { !$0.failures.isEmpty } }
}

extension Playbook {
  /// Runs the author's own tests, of criteria, of steps and of the whole playbook.
  public func testRun() -> TestRun { Tailor(self).testRun() }

  /// An error for each expectation of the author's own tests that is not met.
  public func testFailures() -> [Diagnostic] { testRun().failures }
}
