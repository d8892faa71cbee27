import ArgumentParser
import Diagnostics
import Tailoring

/// The forms in which a run is reported.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, github, sarif, junit
}

/// What came of a run of `check` or `test`.
struct Report {
  /// All problems.
  let diagnostics: [Diagnostic]
  /// What came of the playbook's tests; nil where they were not run by themselves.
  var tests: TestRun?

  /// The report in one of its forms.
  func text(as format: ReportFormat) throws -> String {
    switch format {
    case .text:
      let printer = TextPrinter(colours: false, source: Console.Sources().file(at:))
      return printer.text(of: diagnostics) + (tests?.text() ?? "")
    case .json: return try JSONReport(diagnostics, tests: tests.map(JSONReport.Tests.init)).text()
    case .github: return GitHubAnnotations.text(of: diagnosticsInRepository)
    case .sarif: return try SARIFReport(diagnosticsInRepository, toolVersion: waybookVersion).text()
    case .junit:
      return CheckedOutFolder.current.flatMap { tests?.renamed($0.named).junit() } ?? tests?.junit()
        ?? TestRun.junit(ofPlaybookWith: diagnosticsInRepository)
    }
  }

  /// All problems, with the names that files have for the host of the code.
  private var diagnosticsInRepository: [Diagnostic] {
    CheckedOutFolder.current.map { folder in diagnostics.map { $0.renamed(folder.named) } } ?? diagnostics
  }
}
