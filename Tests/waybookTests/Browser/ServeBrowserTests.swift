import Foundation
import TestSupport
import Testing

/// The preview in a browser: a page loads itself anew, problems lie over it and go.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1", "slow; set WAYBOOK_TEST_ALL=1"))
struct ServeBrowserTests {
  /// What both scripts begin with: the preview's address, a file to change, and axe in both colours.
  private static let beginning = """
    import shutil, sys
    from pathlib import Path
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import expect, sync_playwright

    url, file = sys.argv[1], Path(sys.argv[2])
    names = ["chromium", "chromium-browser", "google-chrome"]
    program = next(filter(None, map(shutil.which, names)), None)
    problems = []

    def write(text):
        # At once, as editors do it.
        beside = file.with_name("." + file.name)
        beside.write_text(text)
        beside.replace(file)

    def look(page):
        complaints = list(problems)
        for scheme in ["light", "dark"]:
            page.emulate_media(color_scheme=scheme)
            for violation in Axe().run(page).response["violations"]:
                nodes = [node["html"] for node in violation["nodes"]]
                complaints.append(f"{page.url}, {scheme}: {violation['id']}: {nodes}")
        # Not what the page's policy says of axe's own styles.
        problems[:] = complaints

    """

  private static let script = """
    def edit(old, new):
        text = file.read_text()
        assert old in text, old
        write(text.replace(old, new))

    def reach(page, locator):
        for _ in range(100):
            page.keyboard.press("Tab")
            # A part of a shadow tree has the focus where its tree says so.
            if locator.evaluate("node => node.getRootNode().activeElement === node"):
                return
        problems.append(f"{locator} is not reached by keyboard")

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_default_timeout(10000)
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
        look(page)
        page.evaluate("window.isSame = true")
        page.keyboard.press("Escape")
        expect(overlay).to_have_count(0)

        edit("outages: lots", "outages: many")
        expect(overlay).to_be_visible()
        reach(page, overlay.locator("pre"))
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        expect(overlay).to_have_count(0)

        edit("outages: many", "outages: few")
        expect(overlay).to_be_visible()
        edit("outages: few", "outages: 0")
        expect(overlay).to_have_count(0)
        assert page.evaluate("window.isSame"), "loaded anew although nothing on it has changed"
        browser.close()
    sys.exit("\\n".join(problems) or 0)
    """

  private static let neverGood = """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_default_timeout(10000)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(url)
        expect(page.get_by_role("heading", level=1)).to_have_text("No site yet")
        expect(page.locator("pre")).to_contain_text("playbook.yaml")
        look(page)
        page.keyboard.press("Tab")
        if not page.evaluate("document.activeElement.matches('pre')"):
            problems.append("the problems cannot be scrolled by keyboard")
        write(file.read_text().removeprefix("nonsense: 1\\n"))
        expect(page.locator("pre")).to_have_count(0)
        expect(page.get_by_role("link", name="ledger")).to_be_visible()
        page.goto(url + "none/such.html")
        expect(page.get_by_role("heading", level=1)).to_have_text("No such page")
        look(page)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url(url)
        browser.close()
    sys.exit("\\n".join(problems) or 0)
    """

  @Test func `What is shown where there was never a site, or no page, is fit for readers`() throws {
    guard let browser = try Browser.installed() else { return }
    let project = try Project()
    try project.folder.write(
      "nonsense: 1\n" + project.folder.text("playbook/playbook.yaml"), to: "playbook/playbook.yaml")
    let program = try RunningProgram(["serve", "--port", "0"], in: project.folder.url)
    let failure = try browser.failure(
      of: Self.beginning + Self.neverGood, [program.firstLine, project.folder.path("playbook/playbook.yaml")])
    #expect(failure == "")
    #expect(program.end(by: SIGINT).status == 0)
  }

  @Test func `A page loads itself anew, and problems lie over it until they are mended`() throws {
    guard let browser = try Browser.installed() else { return }
    let project = try Project()
    let program = try RunningProgram(["serve", "--port", "0"], in: project.folder.url)
    let failure = try browser.failure(
      of: Self.beginning + Self.script, [program.firstLine, project.folder.path("teams/web.yaml")])
    #expect(failure == "")
    #expect(program.end(by: SIGINT).status == 0)
  }
}
