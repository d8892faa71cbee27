import Foundation
import TestSupport
import Testing

/// The preview in a browser: a page loads itself anew, problems lie over it and go.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1", "slow; set WAYBOOK_TEST_ALL=1"))
struct ServeBrowserTests {
  private static let script = """
    import shutil, sys
    from pathlib import Path
    from playwright.sync_api import expect, sync_playwright

    url, answers = sys.argv[1], Path(sys.argv[2])
    names = ["chromium", "chromium-browser", "google-chrome"]
    program = next(filter(None, map(shutil.which, names)), None)

    def edit(old, new):
        text = answers.read_text()
        assert old in text, old
        answers.write_text(text.replace(old, new))

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_default_timeout(10000)
        problems = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda message: message.type == "error" and problems.append(message.text))
        page.goto(url + "web/")
        overlay = page.locator("waybook-problems section")
        expect(overlay).to_have_count(0)

        edit("subject: shop", "subject: bazaar")
        expect(page.locator("body")).to_contain_text("bazaar")

        edit("outages: 0", "outages: lots")
        expect(page.get_by_role("alert")).to_contain_text("teams/web.yaml:4:12: error: ")
        expect(page.locator("main")).to_contain_text("bazaar")
        page.evaluate("window.isSame = true")
        page.keyboard.press("Escape")
        expect(overlay).to_have_count(0)

        edit("outages: lots", "outages: many")
        expect(overlay).to_be_visible()
        overlay.get_by_role("button").click()
        expect(overlay).to_have_count(0)

        edit("outages: many", "outages: few")
        expect(overlay).to_be_visible()
        edit("outages: few", "outages: 0")
        expect(overlay).to_have_count(0)
        assert page.evaluate("window.isSame"), "loaded anew although nothing on it has changed"
        browser.close()
    sys.exit("\\n".join(problems) or 0)
    """

  @Test func `A page loads itself anew, and problems lie over it until they are mended`() throws {
    guard let browser = try Browser.installed() else { return }
    let project = try Project()
    let program = try RunningProgram(["serve", "--port", "0"], in: project.folder.url)
    let failure = try browser.failure(
      of: Self.script, [program.firstLine, project.folder.path("teams/web.yaml")])
    #expect(failure == "")
    #expect(program.end(by: SIGINT).status == 0)
  }
}
