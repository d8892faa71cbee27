import Foundation

/// An example of the CommonMark or GitHub Flavored Markdown specification.
struct SpecificationExample: Sendable {
  /// Its number, from 1.
  var number: Int
  /// What it is an example of beyond CommonMark, such as `table`; empty else.
  var subject: String
  var markdown: String
  var html: String

  /// Reads the examples of a specification: fenced by 32 backticks, `.` between Markdown and HTML, `→` for a tab.
  static func all(in specification: String) -> [SpecificationExample] {
    let fence = String(repeating: "`", count: 32)
    var examples: [SpecificationExample] = []
    var parts: [[String]]?
    var subject = ""
    for line in specification.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("\(fence) example") {
        parts = [[]]
        subject = line.dropFirst(fence.count + " example".count).trimmingCharacters(in: .whitespaces)
      } else if line == fence, let read = parts {
        let texts = read.map { $0.map { $0 + "\n" }.joined().replacing("→", with: "\t") }
        examples.append(
          SpecificationExample(
            number: examples.count + 1, subject: subject, markdown: texts[0],
            html: texts.count > 1 ? texts[1] : ""))
        parts = nil
      } else if line == ".", parts?.count == 1 {
        parts?.append([])
      } else if let last = parts?.indices.last {
        parts?[last].append(String(line))
      }
    }
    return examples
  }
}

/// Where the conformance data is: `$WAYBOOK_CONFORMANCE`, else beside the project.
enum Conformance {
  static let commonMark = file("commonmark/spec-0.30.txt")

  static func file(_ path: String) -> URL? {
    let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder =
      ProcessInfo.processInfo.environment["WAYBOOK_CONFORMANCE"].map { URL(filePath: $0) }
      ?? project.deletingLastPathComponent().appending(path: "shared/conformance")
    let file = folder.appending(path: path)
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }
}
