public import Diagnostics

extension TestRun {
  /// The run as XML in the form that CI systems read: a `testsuite` for each file and a `testcase` for each test;
  /// one that failed has a `failure` with all that was not met.
  ///
  /// What is there is what the schemas of Maven Surefire and of Jenkins' xUnit plugin have in common, and the
  /// `file` and `line` of pytest and GitLab. Tests are not timed, so that the same run gives the same bytes.
  public func junit() -> String {
    var xml = XMLText()
    let counts = [
      ("tests", "\(cases.count)"), ("failures", "\(failedCount)"), ("errors", "0"), ("time", "0"),
    ]
    xml.open("testsuites", [("name", "waybook test")] + counts)
    for suite in suites {
      let counts = [("tests", "\(suite.cases.count)"), ("failures", "\(suite.failedCount)")]
      xml.open(
        "testsuite", [("name", suite.file)] + counts + [("errors", "0"), ("skipped", "0"), ("time", "0")])
      for test in suite.cases { test.write(to: &xml, in: suite) }
      xml.close("testsuite")
    }
    xml.close("testsuites")
    return xml.text
  }

  /// What is said in the same form where tests could not be run, since the playbook has mistakes.
  public static func junit(ofPlaybookWith problems: [Diagnostic]) -> String {
    var xml = XMLText()
    let counts = [("tests", "1"), ("failures", "0"), ("errors", "1")]
    xml.open("testsuites", [("name", "waybook test")] + counts + [("time", "0")])
    xml.open("testsuite", [("name", "playbook")] + counts + [("skipped", "0"), ("time", "0")])
    xml.open("testcase", [("name", "the playbook can be read"), ("classname", "playbook"), ("time", "0")])
    let first = problems.first { $0.severity == .error }
    xml.element(
      "error", [("message", first?.message ?? ""), ("type", first?.id.rawValue ?? "")],
      TextPrinter(colours: false) { _ in nil }.text(of: problems))
    xml.close("testcase")
    xml.close("testsuite")
    xml.close("testsuites")
    return xml.text
  }
}

extension TestRun.Case {
  fileprivate func write(to xml: inout XMLText, in suite: TestRun.Suite) {
    var attributes = [("name", name), ("classname", suite.file), ("time", "0"), ("file", location.file)]
    if let start = location.start { attributes.append(("line", "\(start.line)")) }
    guard let first = failures.first else { return xml.empty("testcase", attributes) }
    let message = failures.count == 1 ? first.message : "\(first.message); and \(failures.count - 1) more"
    xml.open("testcase", attributes)
    xml.element(
      "failure", [("message", message), ("type", first.id.rawValue)],
      TextPrinter(colours: false) { _ in nil }.text(of: failures))
    xml.close("testcase")
  }
}
