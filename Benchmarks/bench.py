#!/usr/bin/env python3
"""Times whole runs of waybook, and beside them cp -r and Hugo on the same pages.

    Benchmarks/bench.py WAYBOOK [TEAMS]

1. Makes TEAMS answers files (500) from the examples of the flagship playbook: the same ones each time, each with some
   of its answers changed, so that verdicts, plans and sections differ from team to team.
2. Explains one team, checks the flagship over the whole space of answers, and answers all that `ask` asks of a new
   team, through a pseudo-terminal: the time from each Enter to the next prompt.
3. Builds one team five times, a quarter of the teams, half of them, all of them, and all of them again unchanged.
4. Copies the finished site with cp -r.
5. Where hugo is installed, makes of each finished page a content file with the page's own text, as HTML that needs no
   Markdown, and lets Hugo put a head and the team's navigation around it. So Hugo has less to do than waybook.

Times are those of the wall clock, of whole processes; memory is the largest resident set. Nothing is asserted: what a
figure means depends on the machine, so compare the rows of one run. Needs Python 3 and nothing else.
"""

import html
import os
import pty
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLAYBOOK = ROOT / "Content" / "go-to-rust"

LAYOUT = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{{ .Title }} – {{ .CurrentSection.Title }} – {{ .Site.Title }}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
</head>
<body>
<nav aria-label="Pages">
<ul>
{{ $page := . }}{{ range .CurrentSection.RegularPages }}<li><a href="{{ path.Base .RelPermalink }}"
{{- if eq . $page }} aria-current="page"{{ end }}>{{ .Title }}</a></li>
{{ end }}</ul>
</nav>
<main>
<h1>{{ .Title }}</h1>
{{ .Content }}
</main>
</body>
</html>
"""

HUGO_SETTINGS = """title = "Bench"
baseURL = "/"
uglyURLs = true
disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
"""


def choices():
    """The ids of the choices of each question that has one answer."""
    found = {}
    for file in sorted((PLAYBOOK / "questions").glob("*.yaml")):
        for question in re.split(r"^  - id: ", file.read_text(), flags=re.M)[1:]:
            if re.search(r"^    type: one_of$", question, flags=re.M):
                found[question.split()[0]] = re.findall(r"^      - id: (\w+)$", question, flags=re.M)
    return found


def make_teams(count, folder):
    """Writes answers files; every third answer that is one choice becomes any of the choices."""
    random_numbers = random.Random(20261122)
    known = choices()
    examples = [file.read_text() for file in sorted((PLAYBOOK / "examples").glob("*.yaml"))]

    def varied(match):
        question, choice = match.groups()
        if choice in known.get(question, []) and random_numbers.random() < 1 / 3:
            choice = random_numbers.choice(known[question])
        return f"  {question}: {choice}"

    folder.mkdir()
    for number in range(1, count + 1):
        answers = examples[number % len(examples)]
        answers = re.sub(r"^team: .*$", f"team: Team {number}", answers, flags=re.M)
        answers = re.sub(r"^subject: .*$", f"subject: service-{number}", answers, flags=re.M)
        answers = re.sub(r"^  (\w+): (\w+)$", varied, answers, flags=re.M)
        (folder / f"team-{number:05}.yaml").write_text(answers)


def measured(*command):
    """Runs a command, and gives its seconds and the megabytes of its largest process."""
    os.sync()
    began = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(str(part) for part in command)} ended with {process.returncode}:\n{output}")
    return seconds, usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def best(*command):
    """The best of five runs."""
    return min(measured(*command) for _ in range(5))


def interviewed(waybook, work):
    """The seconds that `ask` takes for each answer of a new team: the first that fits of a few.

    A program that waits for a line has printed a prompt, which ends with a colon and a blank.
    """
    teams = work / "interview"
    teams.mkdir()
    process, terminal = pty.fork()
    if process == 0:
        os.execv(waybook, [str(waybook), "ask", "new", "--playbook", str(PLAYBOOK), "--teams", str(teams)])

    def prompted():
        """What is printed up to the next prompt; None at the end."""
        output = b""
        while not output.endswith(b": "):
            try:
                chunk = os.read(terminal, 1 << 16)
            except OSError:  # Linux's way of saying that the other end is closed
                chunk = b""
            if not chunk:
                return None
            output += chunk
        return output

    def said(answer):
        began = time.perf_counter()
        os.write(terminal, answer.encode() + b"\n")
        output = prompted()
        return time.perf_counter() - began, output

    prompted()
    _, output = said("y")
    seconds = []
    while output is not None:
        for answer in ("1", "n", "2027-01-11", "new"):
            took, output = said(answer)
            if output is None or not any(word in output for word in (b"does not fit", b"Please type")):
                break
        else:
            sys.exit("ask wants an answer that this benchmark does not know:\n" + output.decode(errors="replace"))
        if output is not None:
            seconds.append(took)
    os.close(terminal)
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    if status != 0:
        sys.exit(f"ask ended with {status}")
    return seconds


def make_hugo_site(site, folder):
    """Writes the pages of a finished site as Hugo's content."""
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (folder / "config.toml").write_text(HUGO_SETTINGS)
    (layouts / "single.html").write_text(LAYOUT)
    pages = 0
    for team in sorted(path for path in site.iterdir() if path.is_dir() and path.name != "assets"):
        content = folder / "content" / team.name
        content.mkdir(parents=True)
        (content / "_index.html").write_text(f'---\ntitle: "{team.name}"\n---\n')
        for page in sorted(team.rglob("*.html")):
            text = page.read_text()
            title = html.unescape(re.search(r"<title>(.*?)</title>", text, flags=re.S).group(1)).split(" – ")[0]
            body = re.search(r"<main[^>]*>(.*)</main>", text, flags=re.S).group(1)
            # A page called index would be the team's whole section.
            name = "-".join(page.relative_to(team).parts).replace("index.html", "overview.html")
            title = title.replace("\\", "\\\\").replace('"', '\\"')
            (content / name).write_text(f'---\ntitle: "{title}"\n---\n{body}')
            pages += 1
    return pages


def show(what, seconds, megabytes, note=""):
    print(f"{what:<34}{seconds:>9.3f} s{megabytes:>9.0f} MB   {note}".rstrip(), flush=True)


def size(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    return f"{len(files)} files, {sum(path.stat().st_size for path in files) / 1e6:.0f} MB"


def bench(waybook, count, work):
    teams = work / "teams"
    make_teams(count, teams)
    files = sorted(teams.iterdir())

    def build(some, output):
        return measured(waybook, "build", "--playbook", PLAYBOOK, "--output", output, "--answers", *some)

    def fresh(some):
        output = work / "part"
        result = build(some, output)
        shutil.rmtree(output)
        return result

    show("waybook --version", *best(waybook, "--version"), "what any run costs")
    explain = ["explain", files[0].stem, "--playbook", PLAYBOOK, "--answers", files[0]]
    show("waybook explain, one team", *best(waybook, *explain), "everything but the pages")
    show("waybook check --deep", *best(waybook, "check", "--deep", "--playbook", PLAYBOOK))
    answers = interviewed(waybook, work)
    print(
        f"{'waybook ask, each answer':<34}{statistics.median(answers):>9.3f} s{'':12}   "
        f"the median of {len(answers)}; the slowest {max(answers):.3f} s")
    one = min(fresh(files[:1]) for _ in range(5))
    show("waybook, one team", *one, "the best of five")
    for part in (count // 4, count // 2):
        seconds, megabytes = fresh(files[:part])
        show(f"waybook, {part} teams", seconds, megabytes, per_team(seconds - one[0], part))
    site = work / "site"
    whole = build(files, site)
    show(f"waybook, {count} teams", *whole, f"{per_team(whole[0] - one[0], count)}; {size(site)}")
    show("waybook, all of them unchanged", *build(files, site))
    copy = measured("cp", "-r", site, work / "copy")
    show("cp -r of the site", *copy, f"waybook takes {whole[0] / copy[0]:.1f} times as long")
    shutil.rmtree(work / "copy")
    if shutil.which("hugo") is None:
        print("hugo is not installed, so there is nothing to compare with")
        return
    source = work / "hugo"
    pages = make_hugo_site(site, source)
    seconds, megabytes = measured("hugo", "--quiet", "--source", source, "--destination", work / "hugo-site")
    version = subprocess.run(["hugo", "version"], capture_output=True, text=True).stdout.split()[1]
    show(
        f"hugo {version.split('-')[0].lstrip('v')}, the same pages", seconds, megabytes,
        f"{seconds / whole[0]:.1f} times the time, {megabytes / whole[1]:.0f} times the memory; "
        + size(work / "hugo-site"))
    print(f"hugo was given {pages} pages: their finished text as HTML content, one layout with the team's navigation")


def per_team(seconds, count):
    return f"{seconds * 1000 / (count - 1):.1f} ms for each further team"


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3) or (len(sys.argv) == 3 and not sys.argv[2].isdigit()):
        sys.exit(__doc__.split("\n\n")[1].strip())
    with tempfile.TemporaryDirectory(prefix="waybook-bench-") as folder:
        bench(Path(sys.argv[1]).resolve(), max(int(sys.argv[2]) if len(sys.argv) == 3 else 500, 8), Path(folder))
