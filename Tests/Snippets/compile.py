#!/usr/bin/env python3
"""Compiles every Go and Rust snippet of Markdown pages: Go by `go vet`, Rust by `cargo check`.

    compile.py FOLDER [--work FOLDER]

What a page need not show stands in a comment before the snippet, which pages drop. Its first line says `go` or `rust`;
the snippet takes the place of a line `...`, or follows where there is none. It holds for all snippets before the next
line of text:

    <!-- rust
    struct Job;
    async fn handle() -> std::io::Result<()> {
        ...
        Ok(())
    }
    -->

Common imports are added for the names that are used. A title says what else is expected of a snippet:
`(not compiled)`, which must then be true; `error E0382`, which must be the error; `Go 1.27`, the version it needs.

Exit codes: 0, all is as the pages say; 1, something is not, and its page and line are printed; 2, a tool failed.
What cannot be tried for want of a toolchain, a newer one or a crate is counted and named, and does not fail.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

GO_IMPORTS = {
    name.rsplit("/", 1)[-1]: name
    for name in """bufio bytes context encoding/base64 encoding/json errors expvar fmt io log log/slog maps math net
    net/http net/http/httptest net/http/pprof net/url os os/exec os/signal path/filepath reflect runtime runtime/debug
    slices sort strconv strings sync sync/atomic syscall testing time unsafe""".split()
}

RUST_IMPORTS = {
    name.rsplit("::", 1)[-1]: name
    for name in """anyhow::Context serde::Deserialize serde::Serialize std::collections::BTreeMap
    std::collections::HashMap std::collections::HashSet std::collections::VecDeque std::fmt std::future::Future std::io
    std::ops::ControlFlow std::sync::Arc std::sync::LazyLock std::sync::Mutex std::sync::OnceLock
    std::sync::PoisonError std::sync::RwLock std::sync::atomic::AtomicU64 std::sync::atomic::Ordering std::thread
    std::time::Duration std::time::Instant tokio::net::TcpListener tokio::net::TcpStream tokio::sync::Semaphore
    tokio::sync::mpsc tokio::sync::oneshot tokio::task::JoinSet tokio_util::sync::CancellationToken
    """.split()
}

# What a snippet names as `tokio::` is this package with these features.
CRATES = {
    "anyhow": ("anyhow", []),
    "axum": ("axum", []),
    "proptest": ("proptest", []),
    "rayon": ("rayon", []),
    "serde": ("serde", ["derive"]),
    "serde_json": ("serde_json", []),
    "sqlx": ("sqlx", []),
    "thiserror": ("thiserror", []),
    "tokio": ("tokio", ["full", "test-util"]),
    "tokio_util": ("tokio-util", ["rt"]),
    "tracing": ("tracing", []),
}

# Where Debian's packages librust-*-dev put the sources of crates.
DEBIAN_CRATES = Path("/usr/share/cargo/registry")
OLDEST_RUST = (1, 85)  # the first with the edition of 2024


@dataclass
class Snippet:
    """A fence of a page, and what was found out about it."""

    language: str
    page: Path
    line: int  # of the first line of code
    code: list[str]
    title: str
    context: list[str]
    problem: str = ""
    skipped: str = ""

    @property
    def place(self):
        return f"{self.page}:{self.line}"

    @property
    def name(self):
        """A name for a package or a file, which stays the same as long as the page and the line do."""
        return "_".join(re.findall(r"\w+", str(self.page.with_suffix("")))) + f"_{self.line}"

    @property
    def is_marked(self):
        return "(not compiled)" in self.title

    @property
    def expected_error(self):
        found = re.search(r"\berror (E\d{4})\b", self.title)
        return found and found[1]


def snippets_of(page, shown):
    """The snippets of a page, with the contexts that stand before them."""
    found, contexts, fence, comment = [], {}, None, None
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        if fence:
            mark, snippet = fence
            if re.fullmatch(rf" {{0,3}}{mark[0]}{{{len(mark)},}}\s*", line):
                fence = None
            elif snippet:
                snippet.code.append(line)
        elif comment is not None:
            if line.strip() == "-->":
                comment = None
            else:
                comment.append(line)
        elif opened := re.fullmatch(r"<!-- (go|rust)", line):
            comment = contexts[opened[1]] = []
        elif opened := re.match(r" {0,3}(`{3,}|~{3,})\s*(\S*)(.*)", line):
            mark, language, rest = opened.groups()
            snippet = None
            if language in ("go", "rust"):
                title = re.search(r'title="([^"]*)"', rest)
                snippet = Snippet(
                    language, shown, number + 1, [], title[1] if title else "", contexts.get(language, []))
                found.append(snippet)
            fence = (mark, snippet)
        elif line.strip():
            contexts = {}
    return found


def wrapped(snippet, imports):
    """The lines of a file that compiles the snippet, and for each the line of the page that it comes from."""
    context = [(line, None) for line in snippet.context]
    code = [(line, snippet.line + index) for index, line in enumerate(snippet.code)]
    hole = next((index for index, line in enumerate(snippet.context) if line.strip() == "..."), None)
    if hole is not None:
        lines = context[:hole] + code + context[hole + 1 :]
    elif is_fragment(snippet):
        head, foot = FRAGMENT[snippet.language]
        lines = context + [(head, None)] + code + [(foot, None)]
    else:
        lines = context + code
    return [(line, None) for line in imports(lines)] + lines


FRAGMENT = {"go": ("func _() {", "}"), "rust": ("async fn fragment() {", "}")}
ITEM = {
    "go": r"package\b|import\b|func\b|type\b|var\b|const\b|//|/\*|[)}]",
    "rust": r"(pub|use|fn|async fn|const|static|struct|enum|union|trait|impl|type|mod|unsafe|extern|macro_rules!)\b"
    r"|where\b|#!?\[|//|/\*|[){}]",
}


def is_fragment(snippet):
    """Whether some line that is not indented begins no declaration."""
    return any(
        line and not line[0].isspace() and not re.match(ITEM[snippet.language], line) for line in snippet.code)


def plain(lines):
    """The code without comments and texts, to look for names."""
    text = "\n".join(line for line, _ in lines)
    return re.sub(r'"(?:\\.|[^"\\\n])*"|`[^`]*`|//[^\n]*', '""', text)


def go_imports(lines):
    if any(line.startswith("package ") for line, _ in lines):
        return []
    code = plain(lines)
    imported = set() if not re.search(r"^import\b", code, re.M) else set(
        path.rsplit("/", 1)[-1] for line, _ in lines for path in re.findall(r'^(?:import)?\s*"([\w/.]+)"$', line))
    used = [
        path for name, path in GO_IMPORTS.items()
        if name not in imported and re.search(rf"(?<![\w.]){name}\.[A-Z]", code)]
    return ["package snippet"] + [f'import "{path}"' for path in used]


def rust_imports(lines):
    code = plain(lines)
    made = r"^(?:pub )?(?:use [^;]*|struct |enum |trait |type |mod )"
    used = [
        path for name, path in RUST_IMPORTS.items()
        if re.search(rf"(?<![\w:]){name}\b(?!:\s)", code) and not re.search(rf"{made}\b{name}\b", code, re.M)]
    if ".context(" in code and RUST_IMPORTS["Context"] not in used:
        used.append(RUST_IMPORTS["Context"])
    return ["#![allow(unused, dead_code)]"] + [f"use {path};" for path in used]


def run(command, folder):
    try:
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8")
    except FileNotFoundError:
        return None


def write(path, text):
    """Writes what is new: compilers then know what they need not look at again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def keep_only(folder, names):
    """Removes what earlier runs left behind."""
    for path in folder.iterdir() if folder.exists() else []:
        if path.name not in names:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def note(snippet, lines, number, message):
    """Keeps the first problem of a snippet, at its place on the page."""
    if not snippet.problem:
        line = lines[number - 1][1] if 0 < number <= len(lines) else None
        place = f"{snippet.page}:{line}" if line else f"{snippet.place}: in what is around the snippet"
        snippet.problem = f"{place}: {message}"


def compile_go(snippets, work):
    settings = run(["go", "env", "GOVERSION", "CGO_ENABLED"], Path.cwd())
    if settings is None or settings.returncode != 0:
        for snippet in snippets:
            snippet.skipped = "there is no Go"
        return
    here = tuple(map(int, re.search(r"go(\d+)\.(\d+)", settings.stdout).groups()))
    has_cgo = settings.stdout.split()[-1] == "1"
    files = {}
    for snippet in snippets:
        needed = re.search(r"\bGo (\d+)\.(\d+)\b", snippet.title)
        if needed and here < tuple(map(int, needed.groups())):
            snippet.skipped = f"Go {needed[1]}.{needed[2]} is needed, and this is {here[0]}.{here[1]}"
            continue
        if 'import "C"' in snippet.code and not (has_cgo and shutil.which("cc")):
            snippet.skipped = "cgo needs a C compiler"
            continue
        lines = wrapped(snippet, go_imports)
        files[snippet.name] = (snippet, lines)
        write(work / snippet.name / "snippet.go", "\n".join(line for line, _ in lines) + "\n")
    keep_only(work, set(files) | {"go.mod"})
    write(work / "go.mod", f"module snippets\n\ngo {here[0]}.{here[1]}\n")
    if not files:
        return
    vet = run(["go", "vet", "./..."], work)
    for name, number, message in re.findall(
        r"^(?:vet: )?(?:\./)?(\w+)/snippet\.go:(\d+):(?:\d+:)? (.*)", vet.stderr, re.M):
        note(*files[name], int(number), message)
    refused = set(re.findall(r"^# snippets/(\w+)", vet.stderr, re.M))
    found = {name for name, (snippet, _) in files.items() if snippet.problem}
    if vet.returncode != 0 and not found or not refused <= found:
        sys.exit(tool_failed("go vet", vet))


def compile_rust(snippets, work):
    version = run(["cargo", "--version"], Path.cwd())
    here = version and version.returncode == 0 and tuple(map(int, re.findall(r"\d+", version.stdout)[:2]))
    if not here or here < OLDEST_RUST:
        for snippet in snippets:
            snippet.skipped = "there is no cargo" if not here else f"cargo is older than {OLDEST_RUST[0]}.{OLDEST_RUST[1]}"
        return
    crates = available_crates()
    files, used = {}, set()
    for snippet in snippets:
        lines = wrapped(snippet, rust_imports)
        code = plain(lines)
        if not re.search(r"\bfn main\(", code):
            lines = lines + [("fn main() {}", None)]
        needs = {name for name in CRATES if re.search(rf"\b{name}::", code)}
        missing = sorted(name for name in needs if name not in crates)
        if missing:
            snippet.skipped = f"the crate {missing[0]} is not here"
            continue
        used |= needs
        files[snippet.name] = (snippet, lines)
        write(work / "examples" / f"{snippet.name}.rs", "\n".join(line for line, _ in lines) + "\n")
    keep_only(work / "examples", {f"{name}.rs" for name in files})
    if not files:
        return
    write(work / "src/lib.rs", "")
    manifest = ['[package]\nname = "snippets"\nversion = "0.0.0"\nedition = "2024"\n\n[workspace]\n\n[dependencies]']
    for name in sorted(used):
        package, features = CRATES[name]
        manifest.append(f'{package} = {{ version = "*", features = {json.dumps(features)} }}')
    write(work / "Cargo.toml", "\n".join(manifest) + "\n")
    source = f'[source.crates-io]\nreplace-with = "debian"\n\n[source.debian]\ndirectory = "{DEBIAN_CRATES}"\n'
    write(work / ".cargo/config.toml", source if DEBIAN_CRATES.is_dir() else "")
    fetched = run(["cargo", "fetch"], work)
    if fetched.returncode != 0:
        for snippet, _ in files.values():
            snippet.skipped = f"the crates cannot be had: {fetched.stderr.strip().splitlines()[-1].strip()}"
        return
    # `test` makes cargo look into functions that are tests, too.
    check = run(
        ["cargo", "check", "--examples", "--profile", "test", "--keep-going", "--quiet", "--message-format=json"], work)
    done = set()
    for message in map(json.loads, check.stdout.splitlines()):
        name = message.get("target", {}).get("name")
        if message["reason"] == "compiler-artifact":
            done.add(name)
        elif message["reason"] == "compiler-message" and message["message"]["level"] == "error" and name in files:
            code, text = message["message"]["code"], message["message"]["message"]
            note(*files[name], line_of(message["message"]), f"{code['code']}: {text}" if code else text)
            done.add(name)
    # A crate that cannot be built keeps cargo from what needs it.
    if not done.issuperset(files):
        sys.exit(tool_failed("cargo check", check))


def line_of(message):
    """The line of the file that is compiled, not of a macro that it uses; 0 where there is none."""
    span = next((span for span in message["spans"] if span["is_primary"]), None)
    while span and span["expansion"]:
        span = span["expansion"]["span"]
    return span["line_start"] if span else 0


def available_crates():
    """The crates that can be had: Debian's, or all where cargo asks the registry."""
    if not DEBIAN_CRATES.is_dir():
        return set(CRATES)
    packages = {re.sub(r"-\d[^/]*$", "", folder.name) for folder in DEBIAN_CRATES.iterdir()}
    return {name for name, (package, _) in CRATES.items() if package in packages}


def tool_failed(name, output):
    print(f"{name} failed:\n{output.stderr}", file=sys.stderr)
    return 2


def judge(snippet):
    """What is wrong with a snippet that was tried; nothing where it is as its page says."""
    if snippet.is_marked:
        return "" if snippet.problem else f"{snippet.place}: is marked as not compiled, and it does compile"
    if error := snippet.expected_error:
        if not snippet.problem:
            return f"{snippet.place}: the title says error {error}, and it compiles"
        return "" if f" {error}: " in snippet.problem else f"{snippet.problem}\n  (the title says error {error})"
    return snippet.problem


def main():
    parser = argparse.ArgumentParser(description="Compiles every Go and Rust snippet of Markdown pages.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--work", type=Path, default=Path(".build/snippets"), help="where compilers work")
    options = parser.parse_args()
    pages = sorted(options.folder.rglob("*.md"))
    snippets = [snippet for page in pages for snippet in snippets_of(page, page)]
    go, rust = ([s for s in snippets if s.language == language] for language in ("go", "rust"))
    compile_go(go, options.work.resolve() / "go")
    compile_rust(rust, options.work.resolve() / "rust")
    skipped = [snippet for snippet in snippets if snippet.skipped]
    for snippet in skipped:
        print(f"Skipped: {snippet.place}: {snippet.skipped}")
    judged = [(snippet, judge(snippet)) for snippet in snippets if not snippet.skipped]
    problems = [problem for _, problem in judged if problem]
    for problem in problems:
        print(problem, file=sys.stderr)
    right = [snippet for snippet, problem in judged if not problem]
    marked = [snippet for snippet in right if snippet.is_marked]
    refused = [snippet for snippet in right if snippet.expected_error]
    go, rust = ([s for s in right if s.language == language and s not in marked] for language in ("go", "rust"))
    print(
        f"{len(go)} Go, {len(rust)} Rust snippets compiled, {len(refused)} of them refused as their titles say;"
        f" {len(marked)} marked, {len(skipped)} skipped, {len(problems)} wrong")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
