import Foundation
import Testing

@Suite("The conformance files of google/cel-spec")
struct ConformanceTests {
  /// The folder with the CEL files; nil where there is none.
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["WAYBOOK_CONFORMANCE"].map { URL(filePath: $0) }
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    let folder = (named ?? root.appending(path: "../shared/conformance")).appending(path: "cel")
    return FileManager.default.fileExists(atPath: folder.path) ? folder.standardizedFileURL : nil
  }()

  static let files: [URL] = {
    guard let folder else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".textproto") }.sorted().map { folder.appending(path: $0) }
  }()

  @Test(
    "A case passes, or what it needs is left out by design",
    .enabled(if: folder != nil, "The CEL files are not at $WAYBOOK_CONFORMANCE or ../shared/conformance"),
    arguments: files)
  func file(_ file: URL) throws {
    var reader = TextProtoReader(try String(contentsOf: file, encoding: .utf8))
    let cases = ConformanceCase.cases(in: try reader.file())
    let results = cases.map { ($0, $0.run()) }

    let passed = results.count { $0.1 == .passed }
    var leftOut: [String: Int] = [:]
    for case (_, .leftOut(let reason)) in results { leftOut[reason, default: 0] += 1 }
    var report = "\(file.lastPathComponent): \(passed) of \(cases.count) passed\n"
    for (reason, count) in leftOut.sorted(by: { $0.key < $1.key }) {
      report += "  \(count) left out by design: \(reason)\n"
    }
    for case (let test, .failed(let reason)) in results {
      report += "  failed: \(test.name): \(test.expression): \(reason)\n"
      Issue.record("\(test.name): \(test.expression): \(reason)")
    }
    print(report, terminator: "")
    #expect(!cases.isEmpty)
  }
}
