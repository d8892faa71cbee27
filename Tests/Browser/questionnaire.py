"""Answers the questionnaire of a playbook as a team would, by keyboard, and builds a site of the file that comes of it.

    questionnaire.py WAYBOOK PLAYBOOK FOLDER [QUESTION=WORD ...]

Prints a line for each problem, and nothing else; the exit code says whether there was one. WAYBOOK is the program, FOLDER
one to work in, with `blank.yaml`, an answers file from which the site is built first. Each question gets an answer, its
last choice or all of several, and every other one evidence full of characters that YAML takes for its own; a WORD stands
for another choice, for `-` (none of several), `unknown` or `not_applicable`. Two components are added where there are
questions about them.
"""

import json
import subprocess
import sys
from pathlib import Path
from shutil import which

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

HOSTILE = [
    "- key: 'value' # no comment", 'say "no": \\n {{answers.x}}', "no", "1.10", "~", "null", "*alias", "&anchor", "!tag",
    "{a: [b]}", "%TAG", "@at `tick`", "| > ? :", "Größe 東京 🚀", "a\u2028b\u0085c\u00a0d\u007fe", "<b>&amp;</b>",
    "2027-01-11", "0x10", "'", '"', "\\", "a\tb", "--- ...", "https://example.com/?a=b&c=#d",
]
SEVERAL_LINES = 'First: line\n  - second "line"\n\n# third\n\\'
NUMBERS = {"integer": "7", "number": "1.5", "date": "2027-02-28"}

problems = []


def expect(condition, what):
    if not condition:
        problems.append(what)


def shell(*words):
    result = subprocess.run(words, capture_output=True, text=True)
    if result.returncode != 0 or "warning" in result.stderr:
        sys.exit(f"{' '.join(words[:2])}: {result.stderr}")


def type_into(field, text):
    """Goes to a field and types, as somebody does who pastes nothing."""
    field.focus()
    if field.get_attribute("type") == "date":
        field.fill(text)
    else:
        field.page.keyboard.insert_text(text)
    field.page.keyboard.press("Tab")


class Form:
    """The questionnaire in a browser, and what was entered there, as the file should say it."""

    def __init__(self, page, wishes):
        self.page = page
        self.wishes = wishes
        self.texts = iter(HOSTILE * 20)
        self.values = {}
        self.shown = []

    def enter(self, name, text):
        type_into(self.page.locator(f'[name="{name}"]'), text)

    def answer(self, fieldset):
        name, kind = fieldset.get_attribute("data-question"), fieldset.get_attribute("data-type")
        wish = self.wishes.get(name)
        prefix = fieldset.locator("[name$='.state']").get_attribute("name").removesuffix(".state")
        if wish in ("unknown", "not_applicable"):
            self.page.locator(f'[name="{prefix}.state"]').select_option(wish)
            self.enter(f"{prefix}.{wish}", reason := next(self.texts))
            self.shown.append(reason)
            if wish == "unknown":
                self.enter(f"{prefix}.until", "2027-03-31")
            return
        if kind in ("boolean", "one_of", "many_of"):
            boxes = fieldset.locator("input[name$='.value']")
            ids = [box.get_attribute("value") for box in boxes.all()]
            chosen = [wish] if wish else [ids[-1]] if kind != "many_of" else ids[:-1]
            for choice in chosen:
                fieldset.locator(f'input[name$=".value"][value="{choice}"]').press("Space")
            value = {"boolean": chosen[0] == "true", "many_of": [id for id in chosen if id != "-"]}.get(kind, chosen[0])
        elif kind == "text":
            self.enter(f"{prefix}.value", SEVERAL_LINES)
            value = SEVERAL_LINES
        else:
            self.enter(f"{prefix}.value", wish or NUMBERS[kind])
            value = wish or NUMBERS[kind]
            value = {"integer": int, "number": float}.get(kind, str)(value)
        self.values[prefix] = value
        # A value alone is written in another form.
        if len(self.values) % 2 == 0:
            return
        if fieldset.locator("details").get_attribute("open") is None:
            fieldset.locator("summary").press("Enter")
        evidence = [next(self.texts) for _ in range(3)]
        for key, text in zip(["note", "source", "by"], evidence):
            self.enter(f"{prefix}.{key}", text)
        self.enter(f"{prefix}.on", "2026-11-20")
        if "private" not in fieldset.locator("legend .status").all_inner_texts():
            self.shown += evidence

    def entries(self):
        return self.page.evaluate("""() => [...document.querySelectorAll("[name]")].map((field) =>
            [field.name, /radio|checkbox/.test(field.type) ? field.checked && field.value : field.value])""")

    def download(self, folder):
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name="Download").press("Enter")
            expect(not (list := self.page.locator("#answer\\.problems")).is_visible(), f"no file: {list.inner_text()}")
        path = folder / download.value.suggested_filename
        download.value.save_as(path)
        return path


def check_paper(browser, address):
    """Without JavaScript there is a sheet to print, with every question and no control that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.emulate_media(media="print")
    questions = page.locator("[data-question]")
    expect(questions.count() > 0, "paper has no questions")
    for question in questions.all():
        expect(question.is_visible() and question.locator("legend").inner_text(), "paper hides a question")
        expect(question.locator(".paper").is_visible(), "paper has no place for a remark")
    for control in page.locator("button, select, input:enabled, textarea:enabled").all():
        expect(not control.is_visible(), f"paper shows {control.evaluate('node => node.outerHTML')}")
    context.close()


def check_looks(page, name):
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for violation in Axe().run(page).response["violations"]:
            problems.append(f"{name}, {scheme}: {violation['id']}: {violation['nodes'][0]['html'][:150]}")
    page.set_viewport_size({"width": 390, "height": 800})
    expect(page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} is too wide for a phone")
    page.set_viewport_size({"width": 1280, "height": 800})


def check_mistakes(page):
    """Each mistake is told in words, beside its entry and in a list, and no file is made."""
    mistakes = {"_.people": "1,5", "_.availability": "2"}
    for field in page.locator("[data-kind=integer], [data-kind=number]").all():
        mistakes.setdefault(field.get_attribute("name"), "1,5")
    for name, text in mistakes.items():
        type_into(page.locator(f'[name="{name}"]'), text)
    if page.get_by_role("button", name="Add a component").count():
        page.get_by_role("button", name="Add a component").press("Enter")
        expect(page.evaluate("document.activeElement.name") == "1._.title", "a new component does not get the focus")
        type_into(page.locator('[name="1._.title"]'), "Über-Größe #1")
        expect(page.locator('[name="1._.id"]').input_value() == "uber-gro-e-1", "no id is proposed")
        mistakes["1._.id"] = "Not an id"
        page.locator('[name="1._.id"]').fill("Not an id")
    page.locator("[data-question] summary").first.press("Enter")
    alone = page.locator("[name$='.note']").first
    type_into(alone, "x")
    page.get_by_role("button", name="Download").press("Enter")
    expect(page.evaluate("document.activeElement.id") == "answer.problems", "the list of problems does not get the focus")
    links = page.locator("#answer\\.problems li a")
    # The team, the subject and a note without an answer are the others.
    expect(links.count() >= len(mistakes) + 3, f"only {links.all_inner_texts()} are told")
    for name in [*mistakes, "_.team", "_.subject"]:
        field = page.locator(f'[name="{name}"]')
        said = page.locator(f'[id="{field.get_attribute("aria-describedby")}"]')
        expect(field.get_attribute("aria-invalid") == "true" and said.is_visible(), f"nothing is said beside {name}")
    links.last.press("Enter")
    expect(page.evaluate("document.activeElement.name") == links.last.get_attribute("href")[1:], "a link leads nowhere")
    check_looks(page, "form with mistakes")
    clear = page.get_by_role("button", name="Clear")
    clear.press("Enter")
    expect(page.locator('[name="_.people"]').input_value() == "1,5", "one press clears everything")
    page.locator(".bar").get_by_role("button", name="Press again").press("Enter")
    expect(page.locator('[name="_.people"]').input_value() == "", "two presses clear nothing")
    expect(page.locator("[data-number]").count() == 0, "components are not cleared")
    expect(page.locator("[aria-invalid], .problem").count() == 0, "mistakes are told when they are cleared")


def check_kept(page):
    """What has no place any more is told, kept, and dropped only on demand."""
    key = page.evaluate("Object.keys(localStorage).find((key) => key.startsWith('waybook-answer:'))")
    entries = json.loads(page.evaluate("(key) => localStorage[key]", key))
    page.evaluate("([key, text]) => { localStorage[key] = text }", [key, json.dumps([*entries, ["old_one.value", "lots"]])])
    page.reload()
    gone = page.locator("#answer\\.gone")
    expect("old_one.value: lots" in gone.inner_text(), "an answer to a question that is gone is not told")
    page.reload()
    expect(gone.is_visible(), "an answer to a question that is gone is lost")
    gone.get_by_role("button").press("Enter")
    page.reload()
    expect(not gone.is_visible(), "an answer to a question that is gone cannot be dropped")


def check_answers(page, form, waybook, playbook, folder):
    form.enter("_.team", "Team: \"Größe\" #1")
    form.enter("_.subject", "no")
    form.enter("_.people", "3")
    form.enter("_.availability", "0.5")
    form.enter("_.start", "2027-01-11")
    for fieldset in page.locator("#answer\\.subject [data-question]").all():
        form.answer(fieldset)
    titles = ["Worker: 'one'", "Worker: 'one'"] if page.get_by_role("button", name="Add a component").count() else []
    for number, title in enumerate(titles, 1):
        page.get_by_role("button", name="Add a component").press("Enter")
        form.enter(f"{number}._.title", title)
        for fieldset in page.locator(f'[data-number="{number}"] [data-question]').all():
            form.answer(fieldset)
    if titles:
        page.locator('[name="2._.id"]').fill("worker-two")
    before = form.entries()
    page.reload()
    expect(form.entries() == before, "a reload loses what was entered")
    check_kept(page)
    expect(form.entries() == before, "dropping what is gone loses what is there")
    asked = page.locator("[data-question]").count()
    unknown = list(form.wishes.values()).count("unknown")
    expect(page.locator(".bar p").first.inner_text() == f"{asked - unknown} of {asked} answered", page.locator(".bar p").first.inner_text())

    file = form.download(folder)
    expect(file.name == "team-gro-e-1.yaml", f"the file is called {file.name}")
    page.get_by_role("button", name="Copy").press("Enter")
    page.locator("#answer\\.status span").wait_for()
    expect(page.evaluate("navigator.clipboard.readText()") == file.read_text(), "the copy is another text than the file")

    shell(waybook, "check", "--strict", "--playbook", playbook, "--answers", str(file))
    shell(waybook, "build", "--playbook", playbook, "--answers", str(file), "--output", str(folder / "built"))
    team = folder / "built" / file.stem
    record = json.loads((team / "playbook.json").read_text())
    expect((record["team"], record["subject"]) == ("Team: \"Größe\" #1", "no"), "team or subject are not as typed")
    if "schedule" in record:
        told = [record["schedule"][key] for key in ("people", "availability", "start")]
        expect(told == [3, 0.5, "2027-01-11"], f"people, time and start are {told}")
    for answer in record["answers"]:
        wish = form.wishes.get(answer["question"])
        state = {"unknown": "open", "not_applicable": "not_applicable"}.get(wish, "answered")
        expect(answer["state"] == state, f"{answer['question']} is {answer['state']}")
        if state == "answered" and "value" in answer:
            expect(answer["value"] == form.values[answer["question"]], f"{answer['question']} is {answer['value']!r}")
    if titles:
        components = sorted((each["component"]["id"], each["component"]["title"]) for each in record["candidates"])
        expect(components == [("worker-one", titles[0]), ("worker-two", titles[1])], f"the components are {components}")
    page.goto((team / "answers.html").as_uri())
    shown = page.locator("main").evaluate("node => node.textContent")
    for text in form.shown:
        expect(text in shown, f"{text!r} is not on the page of answers")


def main(waybook, playbook, folder, *wishes):
    shell(waybook, "build", "--playbook", playbook, "--answers", str(folder / "blank.yaml"), "--output", str(folder / "site"))
    address = (folder / "site" / "answer.html").as_uri()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=which("chromium") or which("chromium-browser") or which("google-chrome"), args=["--no-sandbox"])
        check_paper(browser, address)
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.set_default_timeout(10000)
        page.on("pageerror", lambda error: problems.append(f"script failed: {error}"))
        page.goto(address)
        check_looks(page, "empty form")
        check_mistakes(page)
        check_answers(page, Form(page, dict(wish.split("=") for wish in wishes)), waybook, playbook, folder)
        browser.close()
    for line in problems:
        print(line)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3]).resolve(), *sys.argv[4:]))
