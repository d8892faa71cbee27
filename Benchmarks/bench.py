#!/usr/bin/env python3
"""Times whole runs of waybook, and beside them cp -r, rsync, Hugo and mdBook on the same pages.

    Benchmarks/bench.py WAYBOOK [TEAMS] [--hugo PROGRAM] [--mdbook PROGRAM]

1. Makes answers files of TEAMS teams (500) from the examples of the flagship playbook.
2. Explains one team, checks the flagship over the whole space of answers, and answers all that `ask` asks of a new
   team, through a pseudo-terminal.
3. Builds one team, a fiftieth, a fifth, all and twice all of the teams; then all again with nothing changed, with one
   answer changed, the team of another changed answer alone, and all with a paragraph added to one step.
4. Publishes the site to a folder, and publishes it again with the number of one ticket changed; beside it rsync with
   --link-dest, which copies and neither verifies nor keeps.
5. Makes the same pages with Hugo and mdBook, where these are installed; beside it cp -r of the site, the best of three.

Times are those of the wall clock, of whole processes; memory is the largest resident set. Nothing is asserted: what a
figure means depends on the machine, so compare the rows of one run. Needs Python 3 and nothing else.
"""

import argparse
import re
import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path

import rivals
from interview import interviewed
from measuring import best, heading, measured, show, size
from teams import add_paragraph, change_answer, change_ticket, has_ticket, make_teams

FLAGSHIP = Path(__file__).resolve().parent.parent / "Content" / "go-to-rust"


class Bench:
    """One run: the program, its input and what it made so far.

    - waybook: the program.
    - files: the answers files of twice as many teams as are asked for.
    - work: an empty folder.
    """

    def __init__(self, waybook, count, work):
        self.waybook, self.count, self.work = waybook, count, work
        self.playbook, self.site = work / "playbook", work / "site"
        shutil.copytree(FLAGSHIP, self.playbook)
        self.files = make_teams(self.playbook, 2 * count, work / "teams")

    def build(self, count, output, *names):
        command = [self.waybook, "build", *names, "--playbook", self.playbook, "--output", output]
        return measured(*command, "--answers", *self.files[:count])

    def fresh(self, count):
        result = self.build(count, self.work / "part")
        shutil.rmtree(self.work / "part")
        return result

    def copied(self):
        """The best of three copies, made before anything large goes: file systems are slower where many files went."""
        copies = [self.work / f"copy-{number}" for number in range(3)]
        result = min(measured("cp", "-r", self.site, copy) for copy in copies)
        for copy in copies:
            shutil.rmtree(copy)
        return result

    def run(self, hugo, mdbook):
        self.commands()
        whole = self.builds()
        copy = self.copied()
        self.publications()
        heading("The same pages")
        show("cp -r of the site", *copy, f"the best of three; waybook takes {whole[0] / copy[0]:.1f} times as long")
        self.rival(hugo, rivals.hugo, "one layout for all pages", whole)
        self.rival(mdbook, rivals.mdbook, "a book for each team, as many at once as processors", whole)

    def commands(self):
        heading("Single commands")
        show("waybook --version", *best(self.waybook, "--version"), "what any run costs")
        explain = ["explain", self.files[0].stem, "--playbook", self.playbook, "--answers", self.files[0]]
        show("explain, one team", *best(self.waybook, *explain), "everything but the pages")
        show("check --deep", *best(self.waybook, "check", "--deep", "--playbook", self.playbook))
        answers = interviewed(self.waybook, self.playbook, self.work)
        slowest = f"the median of {len(answers)} answers; the slowest {max(answers):.3f} s"
        print(f"  {'ask, Enter to next prompt':<36}{statistics.median(answers):>9.3f} s{'':11}   {slowest}")

    def builds(self):
        heading("Builds")
        one = min(self.fresh(1) for _ in range(5))
        show("1 team", *one, "the best of five")

        def label(count):
            return f"{count:,} teams"

        def note(result, count):
            return f"{(result[0] - one[0]) * 1000 / (count - 1):.1f} ms for each further team"

        for part in (self.count // 50, self.count // 5):
            if part > 1:
                result = self.fresh(part)
                show(label(part), *result, note(result, part))
        whole = self.build(self.count, self.site)
        show(label(self.count), *whole, f"{note(whole, self.count)}; {size(self.site)}")
        twice = self.fresh(2 * self.count)
        show(label(2 * self.count), *twice, note(twice, 2 * self.count))
        show("again, nothing changed", *self.build(self.count, self.site))
        change_answer(self.files[0], self.playbook)
        show("again, one answer changed", *self.build(self.count, self.site))
        change_answer(self.files[0], self.playbook)
        show("again, that team by its name", *self.build(self.count, self.site, self.files[0].stem), "and the portfolio")
        add_paragraph(sorted((self.playbook / "steps").glob("*.md"))[0])
        show("again, one step changed", *self.build(self.count, self.site), "on the pages of every team that has it")
        return whole

    def publications(self):
        heading("Publishing to a folder")
        target, beside = self.work / "published", self.work / "rsynced"
        publish = [self.waybook, "publish", target, "--output", self.site]
        show("the first release", *measured(*publish))
        if shutil.which("rsync"):
            beside.mkdir()
            measured("rsync", "--archive", f"{self.site}/", beside / "1")
        before = inodes(self.site)
        change_ticket(next(file for file in self.files if has_ticket(file)))
        self.build(self.count, self.site)
        after = inodes(self.site)
        changed = [path for path, inode in after.items() if before.get(path) != inode]
        pages = sum(path.suffix == ".html" for path in changed)
        show("the next", *measured(*publish), f"{pages} pages changed, {len(changed)} of {len(after):,} files")
        if shutil.which("rsync"):
            linked = measured("rsync", "--archive", "--checksum", "--link-dest", beside / "1", f"{self.site}/", beside / "2")
            show("rsync --checksum --link-dest", *linked, "the same change")
        shutil.rmtree(target)
        shutil.rmtree(beside, ignore_errors=True)

    def rival(self, program, make, how, whole):
        if program is None:
            print(f"  {make.__name__} is not installed, so there is nothing to compare with")
            return
        seconds, megabytes, pages, made = make(program, self.site, self.work / make.__name__)
        asked = "version" if make is rivals.hugo else "--version"
        said = subprocess.run([program, asked], capture_output=True, text=True).stdout
        name = f"{make.__name__} {re.search(r'v([0-9.]+)', said).group(1)}"
        times, memory = seconds / whole[0], megabytes / whole[1]
        show(name, seconds, megabytes, f"{times:.1f} times the time, {memory:.1f} times the memory; {size(made)}")
        print(f"    {pages:,} pages, {how}")


def inodes(folder):
    """The inode of each file: a file that did not change is the one that was there before."""
    return {path: path.stat().st_ino for path in folder.rglob("*") if path.is_file()}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("waybook", type=Path)
    parser.add_argument("teams", type=int, nargs="?", default=500)
    parser.add_argument("--hugo", default=shutil.which("hugo"))
    parser.add_argument("--mdbook", default=shutil.which("mdbook"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="waybook-bench-") as folder:
        bench = Bench(options.waybook.resolve(), max(options.teams, 8), Path(folder))
        bench.run(options.hugo, options.mdbook)
