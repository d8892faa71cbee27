/// Diagnostics as JSON for programs: a versioned mirror, so that our own types can change.
///
/// `{"version": 1, "errors": 1, "warnings": 0, "diagnostics": [{"severity": "error", "id": "…",
/// "file": "…", "start": {"line": 8, "column": 11}, "end": {…}, "message": "…", "notes": […],
/// "fix": {"replacement": "…"}}]}`. Places are left out where there are none. `Schemas/report.schema.json` describes it.
public struct JSONReport: Codable, Sendable {
  /// A problem.
  struct Entry: Codable, Sendable {
    var severity: String
    var id: String
    var file: String?
    var start: SourcePosition?
    var end: SourcePosition?
    var message: String
    var notes: [Note]
    var fix: Fix?
  }

  /// A further sentence.
  struct Note: Codable, Sendable {
    var message: String
    var file: String?
    var start: SourcePosition?
    var end: SourcePosition?
  }

  /// The text to put in place of the range.
  struct Fix: Codable, Sendable {
    var replacement: String
  }

  /// What came of an author's own tests.
  public struct Tests: Codable, Sendable {
    /// One test.
    public struct Case: Codable, Sendable {
      var name: String
      var file: String
      var line: Int?
      var passed: Bool

      /// A test by its name, where it begins, and how it ended.
      public init(name: String, at location: SourceLocation, passed: Bool) {
        (self.name, self.passed) = (name, passed)
        (file, line) = (location.file, location.start?.line)
      }
    }

    /// What no test touches.
    public struct Untouched: Codable, Sendable {
      var name: String
      var file: String
      var line: Int?

      /// A thing by its name, and where it is written.
      public init(name: String, at location: SourceLocation) {
        self.name = name
        (file, line) = (location.file, location.start?.line)
      }
    }

    var passed: Int
    var failed: Int
    var cases: [Case]
    var untouched: [Untouched]

    /// All tests, and what none of them touches.
    public init(cases: [Case], untouched: [Untouched]) {
      (self.cases, self.untouched) = (cases, untouched)
      passed = cases.count(where: \.passed)
      failed = cases.count - passed
    }
  }

  /// The version of this form, raised when a reader would have to change.
  let version: Int
  let errors: Int
  let warnings: Int
  let diagnostics: [Entry]
  let tests: Tests?

  /// Mirrors some diagnostics, in their order.
  ///
  /// - Parameter tests: what came of tests, where they were run.
  public init(_ diagnostics: [Diagnostic], tests: Tests? = nil) {
    version = 1
    self.tests = tests
    errors = diagnostics.count { $0.severity == .error }
    warnings = diagnostics.count { $0.severity == .warning }
    self.diagnostics = diagnostics.map { diagnostic in
      Entry(
        severity: diagnostic.severity.rawValue, id: diagnostic.id.rawValue, file: diagnostic.location?.file,
        start: diagnostic.location?.start, end: diagnostic.location?.end, message: diagnostic.message,
        notes: diagnostic.notes.map {
          Note(
            message: $0.message, file: $0.location?.file, start: $0.location?.start, end: $0.location?.end)
        },
        fix: diagnostic.fix.map { Fix(replacement: $0.replacement) })
    }
  }

  /// The JSON text, with sorted keys and a line break at its end.
  ///
  /// - Throws: what `JSONEncoder` throws.
  public func text() throws -> String { try sortedJSON() }
}
