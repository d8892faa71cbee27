import Foundation
import TestSupport
import Testing

/// The flagship's pages as readers see them: in three widths, light and dark, with axe, without JavaScript, under a
/// strict Content-Security-Policy; their HTML, their links and their sizes.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1", "slow; set WAYBOOK_TEST_ALL=1"))
struct SiteCheckTests {
  @Test func everyKindOfPageIsFitForItsReaders() throws {
    guard let browser = try Browser.installed() else { return }
    let folder = try TemporaryFolder()
    let built = try Program.run(
      [
        "build", "--playbook", "go-to-rust", "--teams", Checkout.path("Content/go-to-rust/examples"),
        "--output", "site",
      ], in: folder.url)
    #expect(built.status == 0, "\(built.stderr)")
    let problems = try browser.problems(of: folder.path("site"), team: "dispatch")
    #expect(problems == "")
  }
}
