import Foundation
import TestSupport
import Testing

/// Builds with GNU Source-highlight and without it.
@Suite struct CodeTests {
  private static let missing = ["SOURCE_HIGHLIGHT_DATADIR": "/nowhere"]

  private func project() throws -> Project {
    let project = try Project()
    try project.folder.write(
      "---\ntitle: Code\n---\n```yaml title=\"ci.yaml\"\non: push\n```\n\n```go\nfunc f()\n```\n",
      to: "playbook/guides/20-code.md")
    return project
  }

  @Test func `without the library's definitions code is plain, which is said once`() throws {
    let project = try project()
    let built = try project.run("build", environment: Self.missing)
    #expect(built.status == 0, "\(built.stderr)")
    #expect(built.stderr.ranges(of: "code is not highlighted").count == 1)
    #expect(built.stderr.contains("(apt)"))
    #expect(
      try project.folder.text("site/web/guides/code.html").contains(
        "<code class=\"language-yaml\">on: push\n</code>"))
  }

  @Test func `without code nothing is said, and check says nothing ever`() throws {
    let project = try Project()
    try project.edit("playbook/criteria/10-fragile.md", "```yaml", "```")
    let built = try project.run("build", environment: Self.missing)
    #expect(!built.stderr.contains("highlight"))
    let checked = try self.project().run("check", "--strict", environment: Self.missing)
    #expect(checked.status == 0, "\(checked.stderr)")
    #expect(!checked.stderr.contains("highlight"))
  }

  @Test func `a definition of the project's own that cannot be used stops build and check`() throws {
    let project = try project()
    try project.folder.write("keyword \"a\"\n", to: "templates/languages/mine.lang")
    let built = try project.run("build")
    // Where waybook is built without the library, nothing reads definitions.
    guard !built.stderr.contains("code is not highlighted") else { return }
    for output in [built, try project.run("check")] {
      #expect(output.status == 1)
      #expect(
        output.stderr.contains("templates/languages/mine.lang:1:1: error: GNU Source-highlight cannot use"))
    }
  }

  @Test func `a button that copies is made by a script of its own`() throws {
    let project = try project()
    #expect(try project.run("build").status == 0)
    let page = try project.folder.text("site/web/guides/code.html")
    let script = #/<script defer src="\.\./\.\./(assets/[0-9a-f]{8}/copy\.js)" data-copy="Copy"/#
    let address = try #require(page.firstMatch(of: script)).output.1
    #expect(!page.contains("<button"))
    #expect(project.exists("site/\(address)"))
  }
}
