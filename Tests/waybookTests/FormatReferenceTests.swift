import Foundation
import TestSupport
import Testing

/// The examples of Content/README.md as a project on disk, with the built program.
@Suite struct FormatReferenceTests {
  @Test func `the examples of the format reference pass a strict check, their tests included`() throws {
    let project = try Self.project()
    let checked = try Program.run(["check", "--strict"], in: project.url)
    #expect(checked.status == 0, "\(checked.stderr)")
    #expect(checked.stderr.contains("no problems"))
  }

  @Test func `the examples of the format reference become a site with the template that they change`() throws
  {
    let project = try Self.project()
    let built = try Program.run(["build"], in: project.url)
    #expect(built.status == 0, "\(built.stderr)")
    #expect(try project.text("site/index.html").contains("Support handbook"))
    let guides = try project.text("site/support/handbook/guides.html")
    #expect(guides.contains("<h1>Read about From the wiki to the repository</h1>"))
  }

  /// What waybook.yaml names is where it says; the rest is the playbook.
  private static func project() throws -> TemporaryFolder {
    let files = try FencedFiles.texts(inFile: "Content/README.md").map { path, text in
      let isOutside = ["waybook.yaml", "teams/", "Templates/"].contains { path.hasPrefix($0) }
      return (isOutside ? path : "Content/wiki-to-docs/\(path)", text)
    }
    return try TemporaryFolder(Dictionary(uniqueKeysWithValues: files))
  }
}
