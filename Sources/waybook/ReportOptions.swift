import ArgumentParser
import Diagnostics
import Foundation
import Publishing

/// A file that a report goes to: `sarif=waybook.sarif`.
struct ReportFile {
  let format: ReportFormat
  let path: String

  /// Reads an option's value.
  ///
  /// - Throws: a usage error that says what is wrong with it.
  init(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw ValidationError("'\(text)' is no report: write FORMAT=FILE, such as sarif=waybook.sarif")
    }
    guard let format = ReportFormat(rawValue: parts[0]) else {
      let known = ReportFormat.allCases.map(\.rawValue)
      throw ValidationError(
        "There is no report '\(parts[0])'\(NearMiss.hint(for: parts[0], among: known)); there are "
          + known.joined(separator: ", "))
    }
    (self.format, path) = (format, parts[1])
  }
}

/// The options that say how a run is reported.
struct ReportOptions: ParsableArguments {
  @Option(
    help: """
      What goes to standard output: text, json, github for annotations, or sarif; of test also junit. Under GitHub \
      Actions annotations come beside the text by themselves.
      """)
  var format: ReportFormat = .text

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Writes a report to a file, too, such as sarif=waybook.sarif; may be given several times.",
      valueName: "format=file"), transform: ReportFile.init)
  var report: [ReportFile] = []

  func validate() throws {
    let paths = report.map(\.path)
    if let path = paths.first(where: { path in paths.count { $0 == path } > 1 }) {
      throw ValidationError("Two reports go to '\(path)': give each a file of its own.")
    }
  }

  /// Every form that is asked for.
  var formats: [ReportFormat] { [format] + report.map(\.format) }

  /// Whether the job's log becomes annotations (docs.github.com, "Default environment variables").
  private var wantsAnnotations: Bool {
    format == .text && ProcessInfo.processInfo.environment["GITHUB_ACTIONS"] == "true"
  }

  /// Writes a report to its files and, but for text, to standard output.
  ///
  /// - Throws: `PublishingError` where a file cannot be written.
  func write(_ report: Report) throws {
    for file in self.report {
      try SingleFile(file.path).replace(with: Array(try report.text(as: file.format).utf8))
    }
    if format != .text {
      try Console.write(report.text(as: format))
    } else if wantsAnnotations {
      try Console.write(report.text(as: .github))
    }
  }
}
