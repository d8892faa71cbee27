import Diagnostics
import Foundation
import Testing

@Suite struct PrinterTests {
  private static let file = SourceFile(path: "a.yaml", text: "id: x\n\twhen: answers.rce == 'many'\n")
  private let diagnostic = Diagnostic(
    .error, "rules.unknown-name", at: file.location(13..<24), "Unknown question 'rce'",
    notes: [.init("Declared here", at: file.location(0..<2)), .init("No place")],
    fix: .init(replacement: "answers.race"))

  private func text(of diagnostics: [Diagnostic], colours: Bool = false) -> String {
    TextPrinter(colours: colours) { $0 == "a.yaml" ? Self.file : nil }.text(of: diagnostics)
  }

  @Test func `text shows the line with a caret under the place, tabs kept`() {
    let expected = """
      a.yaml:2:8: error: Unknown question 'rce'
      2 | \twhen: answers.rce == 'many'
        | \t      ^~~~~~~~~~~
      a.yaml:1:1: note: Declared here
      1 | id: x
        | ^~
      note: No place
        fix: write answers.race

      """
    #expect(text(of: [diagnostic]) == expected)
  }

  @Test(arguments: [
    ("", "remove it"), (" ", "write a blank"), ("    ", "write 4 blanks"), (" #", "write  #"),
  ])
  func `a fix that nobody could see is said in words`(replacement: String, words: String) {
    let diagnostic = Diagnostic(.error, "x.y", at: nil, "Look", fix: .init(replacement: replacement))
    #expect(text(of: [diagnostic]) == "error: Look\n  fix: \(words)\n")
  }

  @Test func `colours appear only where asked for`() {
    #expect(!text(of: [diagnostic]).contains("\u{1B}"))
    #expect(text(of: [diagnostic], colours: true).contains("\u{1B}[31merror:\u{1B}[0m"))
  }

  @Test func `a long line is shown around the place`() {
    let line = String(repeating: "x", count: 500) + "HERE" + String(repeating: "y", count: 500)
    let file = SourceFile(path: "b", text: line)
    let text = TextPrinter(colours: false) { _ in file }.text(
      of: [Diagnostic(.warning, "x.y", at: file.location(500..<504), "Look")])
    let lines = text.split(separator: "\n")
    #expect(lines[1].count < 130)
    let caret = lines[2].firstIndex(of: "^").map { lines[2].distance(from: lines[2].startIndex, to: $0) }
    let here = lines[1].firstIndex(of: "H").map { lines[1].distance(from: lines[1].startIndex, to: $0) }
    #expect(caret == here)
  }

  @Test func `input cannot steer the terminal`() {
    let file = SourceFile(path: "c", text: "a\u{1B}[31mb")
    let text = TextPrinter(colours: false) { _ in file }.text(
      of: [Diagnostic(.error, "x.y", at: file.location(0..<1), "Bad \u{1B}[2J")])
    #expect(!text.contains("\u{1B}"))
  }

  @Test func `JSON is a versioned mirror with places`() throws {
    let text = try JSONReport([diagnostic]).text()
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["version"] as? Int == 1)
    #expect(object["errors"] as? Int == 1)
    let entry = try #require((object["diagnostics"] as? [[String: Any]])?.first)
    #expect(entry["file"] as? String == "a.yaml")
    #expect((entry["start"] as? [String: Int]) == ["line": 2, "column": 8])
    #expect((entry["fix"] as? [String: String]) == ["replacement": "answers.race"])
    #expect((entry["notes"] as? [[String: Any]])?.count == 2)
  }

  @Test func `GitHub annotations escape what would end them`() {
    let file = SourceFile(path: "a,b:c.yaml", text: "x")
    let diagnostic = Diagnostic(
      .warning, "x.y", at: file.location(0..<1), "50% of\nit", notes: [.init("why")])
    #expect(
      GitHubAnnotations.text(of: [diagnostic])
        == "::warning file=a%2Cb%3Ac.yaml,line=1,col=1,endLine=1,endColumn=2,title=x.y::50%25 of%0Ait%0Anote: why\n"
    )
  }

  @Test func `diagnostics are read in the order of files and lines, each once`() {
    func at(_ file: String, _ offset: Int) -> Diagnostic {
      Diagnostic(.error, "x.y", at: SourceFile(path: file, text: "a\nb\nc").location(offset..<offset), "m")
    }
    let sorted = [at("b", 0), at("a", 4), at("a", 0), at("a", 4)].sortedForReading()
    #expect(sorted.map { $0.location?.description } == ["a:1:1", "a:3:1", "b:1:1"])
  }
}
