import SiteFiles
import Testing

@Suite struct RelativePathTests {
  @Test(
    "A path that leads out of the site, or that some disk cannot hold, is refused with a sentence",
    arguments: [
      ("", "A path cannot be empty"),
      ("/etc/passwd", "'/etc/passwd' begins with '/', and a path inside the site cannot"),
      ("..", "'..' has the name '..', and a path inside the site cannot"),
      ("a/../../b", "'a/../../b' has the name '..', and a path inside the site cannot"),
      ("./a", "'./a' has the name '.', and a path inside the site cannot"),
      ("a//b", "'a//b' has an empty name between two '/'"),
      ("a/", "'a/' has an empty name between two '/'"),
      ("a. /b", "'a. ' in 'a. /b' ends in a dot or a space, which not every disk can hold"),
      ("a/b.", "'b.' in 'a/b.' ends in a dot or a space, which not every disk can hold"),
      ("a\\b", "'a\\b' has the character \\\\, which not every disk can hold"),
      ("a:b", "'a:b' has the character :, which not every disk can hold"),
      ("a\u{0}", "'a\u{0}' has the character \\0, which not every disk can hold"),
    ])
  func refusal(text: String, sentence: String) {
    let problem = #expect(throws: RelativePath.Problem.self) { try RelativePath(text) }
    #expect(problem?.description == sentence)
  }

  @Test("A name longer than 255 bytes is refused, whatever its letters")
  func longName() throws {
    #expect(try RelativePath(String(repeating: "é", count: 127)).text.utf8.count == 254)
    #expect(throws: RelativePath.Problem.self) { try RelativePath(String(repeating: "é", count: 128)) }
  }

  @Test(
    "Letters of all kinds, spaces and quotes are allowed",
    arguments: ["index.html", "a b/c'd.html", "Übersicht/日本.html", ".waybook-manifest.json", "...a", "a..b"])
  func allowed(text: String) throws {
    #expect(try RelativePath(text).text == text)
  }

  @Test("A path knows its names and its folder")
  func parts() {
    let path: RelativePath = "payments/steps/baseline.html"
    #expect(path.names == ["payments", "steps", "baseline.html"])
    #expect(path.name == "baseline.html")
    #expect(path.folder == "payments/steps")
    #expect(path.folder?.folder?.folder == nil)
    #expect(RelativePath("payments").appending("index.html") == "payments/index.html")
  }
}
