import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// `waybook test`; failing tests are shown in Cases.
@Suite struct TestCommandTests {
  @Test func `the flagship's tests pass and touch everything`() throws {
    let output = try Program.run(["test", "--playbook", "go-to-rust"])
    #expect(output.status == 0, "\(output.stderr)")
    #expect(output.stderr.hasSuffix(": all passed\n"))
    #expect(output.stdout.contains("\n  steps      34 of 34\n  gates      3 of 3\n"))
    #expect(!output.stdout.contains("Touched by no test"))
  }

  @Test func `the XML of a run is read by a parser, with a test case for each test`() throws {
    let output = try Program.run(["test", "--playbook", "go-to-rust", "--format", "junit"])
    let parser = XMLParser(data: Data(output.stdout.utf8))
    let elements = Elements()
    parser.delegate = elements
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(elements.counts["testsuites"] == 1)
    #expect(elements.counts["failure"] == nil)
    let tests = try #require(output.stderr.firstMatch(of: /: ([0-9]+) tests in ([0-9]+) files: all passed/))
    #expect(elements.counts["testcase"] == Int(tests.output.1))
    #expect(elements.counts["testsuite"] == Int(tests.output.2))
  }

  @Test func `a playbook with mistakes is not tested`() throws {
    let folder = try TemporaryFolder(["pb/playbook.yaml": "id: x\ntitle: X\nversion: 1.0.0\n"])
    let output = try Program.run(["test", "--playbook", "pb"], in: folder.url)
    #expect(output.status == 1)
    #expect(output.stdout == "")
    #expect(output.stderr.contains("'options' is missing"))
  }

  @Test(
    arguments: [
      ([], 64), (["--playbook", "nowhere"], 2), (["--playbook", "go-to-rust", "--format", "html"], 64),
    ] as [([String], Int32)])
  func `what is no playbook or no format has its exit code`(arguments: [String], status: Int32) throws {
    let folder = try TemporaryFolder([:])
    #expect(try Program.run(["test"] + arguments, in: folder.url).status == status)
  }
}

/// Counts the elements of a document.
private final class Elements: NSObject, XMLParserDelegate {
  private(set) var counts: [String: Int] = [:]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    counts[name, default: 0] += 1
  }
}
