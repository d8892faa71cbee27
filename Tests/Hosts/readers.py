"""Readers of a site that is being published: they come through nginx, and none may notice.

    readers.py WAYBOOK TARGET SITE-0 SITE-1

TARGET is a folder that shows SITE-0. While readers loop over all pages, each over a connection that stays open, SITE-1,
SITE-0 and SITE-1 are published and the last is taken back. After each page a reader asks, as a browser does, for all
files of the folder that the page takes its style from. Every answer must be 200, each page that of one of the sites, and
each file that of the same site as its page. Prints how much was read; ends with 1 and the problems where there are any,
and with 77 where there is no nginx.
"""

import base64
import http.client
import re
import subprocess
import sys
import threading
from pathlib import Path

from nginx import nginx

READERS = 4
PASSWORD = {"Authorization": "Basic " + base64.b64encode(b"dana:secret").decode()}


class Site:
    """The bytes of a built site, by path."""

    def __init__(self, folder):
        files = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")]
        self.files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
        self.pages = sorted(path for path in self.files if path.endswith(".html"))

    def taken_in(self, page):
        """The files of the folder that a page takes its style from."""
        folder = re.search(rb"assets/[0-9a-f]{8}/", page)
        return [path for path in self.files if folder and path.startswith(folder.group().decode())]


class Reader(threading.Thread):
    """Reads pages until it is told that all is over."""

    def __init__(self, address, sites, over):
        super().__init__()
        self.connection = http.client.HTTPConnection(address.removeprefix("http://").rstrip("/"), timeout=30)
        self.sites, self.over = sites, over
        self.requests, self.seen, self.problems = 0, set(), []

    def read(self, path):
        self.requests += 1
        self.connection.request("GET", "/" + path, headers=PASSWORD)
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            self.problems.append(f"{path}: {answer.status}")
        return body

    def run(self):
        pages = sorted(set(self.sites[0].pages) & set(self.sites[1].pages))
        try:
            while not self.over.is_set():
                for path in pages:
                    page = self.read(path)
                    site = next((site for site in self.sites if site.files[path] == page), None)
                    if site is None:
                        self.problems.append(f"{path}: of neither site")
                        continue
                    self.seen.add(self.sites.index(site))
                    for file in site.taken_in(page):
                        if self.read(file) != site.files[file]:
                            self.problems.append(f"{file}, of {path}: another one")
        except (OSError, http.client.HTTPException) as error:
            self.problems.append(f"the connection failed: {error!r}")


def main(waybook, target, folders):
    with nginx(target / "current") as address:
        if address is None:
            print("There is no nginx; 'make tools' fetches it", file=sys.stderr)
            return 77
        over = threading.Event()
        readers = [Reader(address, [Site(folder) for folder in folders], over) for _ in range(READERS)]
        for reader in readers:
            reader.start()
        problems = []
        for step in (["--output", folders[1]], ["--output", folders[0]], ["--output", folders[1]], ["--rollback"]):
            run = subprocess.run([waybook, "publish", target, *step], stderr=subprocess.PIPE, text=True, cwd=target.parent)
            problems += [f"publish {step}: {run.stderr}"] if run.returncode else []
        over.set()
        for reader in readers:
            reader.join()
            problems += reader.problems
        if any(reader.seen != {0, 1} for reader in readers):
            problems.append("a reader has not met both sites")
        print(f"{sum(reader.requests for reader in readers)} requests while 3 releases were made and 1 taken back")
        print("\n".join(problems[:20]), file=sys.stderr)
        return 1 if problems else 0


if __name__ == "__main__":
    program, where, *built = (Path(argument).resolve() for argument in sys.argv[1:])
    sys.exit(main(program, where, built))
