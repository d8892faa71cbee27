import Foundation
import TestSupport
import Testing

/// The flagship's pages as readers see them: in three widths, light and dark, with axe, without JavaScript, under a
/// strict Content-Security-Policy; searched and copied from by keyboard, printed, and missing; their HTML, their links
/// and their sizes. Those of another theme in one width.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1", "slow; set WAYBOOK_TEST_ALL=1"))
struct SiteCheckTests {
  @Test func everyKindOfPageIsFitForItsReaders() throws {
    guard let browser = try Browser.installed() else { return }
    let folder = try TemporaryFolder()
    let examples = Checkout.path("Content/go-to-rust/examples")
    for name in ["dispatch", "market-data", "returns"] {
      let answers = try String(contentsOfFile: "\(examples)/\(name).yaml", encoding: .utf8)
      for number in 1...8 {
        try folder.write(
          answers.replacing("subject: ", with: "subject: number \(number) "),
          to: "many/\(name)-\(number).yaml")
      }
    }
    let theme = ["--templates", Checkout.path("Tests/waybookTests/Themes/german")]
    for (teams, site, options) in [
      (examples, "site", []), ("many", "many-site", []), (examples, "themed-site", theme),
    ] {
      let built = try Program.run(
        ["build", "--playbook", "go-to-rust", "--teams", teams, "--output", site] + options, in: folder.url)
      #expect(built.status == 0, "\(built.stderr)")
    }
    let project = try Project()
    try project.edit("waybook.yaml", "output: site", "output: site\nurl: https://playbooks.example.org/")
    let published = try project.run("build")
    #expect(published.status == 0, "\(published.stderr)")
    let problems = try browser.problems(
      of: folder.path("site"), team: "dispatch", many: folder.path("many-site"),
      themed: folder.path("themed-site"), published: project.folder.path("site"))
    #expect(problems == "")
  }
}
