"""The same pages made by other programs: Hugo and mdBook.

Both are given the finished text of each page as HTML, so that there is little left for them to do: they put a head
and the team's navigation around it. Neither searches, checks links, tailors or fills in anything.
"""

import html
import os
import re

from measuring import measured, measured_all

HUGO_LAYOUT = """<!DOCTYPE html>
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
[security]
allowContent = [".*"]
"""

MDBOOK_SETTINGS = """[book]
title = "Bench"
[output.html.search]
enable = false
[output.html.print]
enable = false
"""


def teams_of(site):
    """The folders of a site's teams."""
    return sorted(path for path in site.iterdir() if (path / "playbook.json").exists())


def pages_of(team):
    """The name, title and text of each page of a team."""
    for page in sorted(team.rglob("*.html")):
        text = page.read_text()
        title = html.unescape(re.search(r"<title>(.*?)</title>", text, flags=re.S).group(1)).split(" – ")[0]
        body = re.search(r"<main[^>]*>(.*)</main>", text, flags=re.S).group(1)
        # Neither program takes a page called index or print for one like the others.
        name = "page-" + "-".join(page.relative_to(team).parts).removesuffix(".html")
        yield name, title, body


def hugo(program, site, folder):
    """Hugo over all teams at once, as it works. Gives seconds, megabytes, the pages, and the site it made."""
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (folder / "config.toml").write_text(HUGO_SETTINGS)
    (layouts / "single.html").write_text(HUGO_LAYOUT)
    count = 0
    for team in teams_of(site):
        content = folder / "content" / team.name
        content.mkdir(parents=True)
        (content / "_index.html").write_text(f'---\ntitle: "{team.name}"\n---\n')
        for name, title, body in pages_of(team):
            title = title.replace("\\", "\\\\").replace('"', '\\"')
            (content / f"{name}.html").write_text(f'---\ntitle: "{title}"\n---\n{body}')
            count += 1
    made = folder / "made"
    return *measured(program, "--quiet", "--source", folder, "--destination", made), count, made


def mdbook(program, site, folder):
    """mdBook with one book for each team, one run for each processor. Gives the same as `hugo`."""
    books, count = [], 0
    for team in teams_of(site):
        book = folder / "books" / team.name
        (book / "src").mkdir(parents=True)
        (book / "book.toml").write_text(MDBOOK_SETTINGS)
        summary = ["# Summary", ""]
        for name, title, body in pages_of(team):
            # Markdown would end the HTML at an empty line.
            body = re.sub(r"\n\s*\n", "\n", body)
            (book / "src" / f"{name}.md").write_text(f"# {title}\n\n<div>{body}</div>\n")
            label = re.sub(r"([\\\[\]])", r"\\\1", title)
            summary.append(f"- [{label}]({name}.md)")
            count += 1
        (book / "src" / "SUMMARY.md").write_text("\n".join(summary) + "\n")
        books.append(book)
    made = folder / "made"
    commands = [(program, "build", "--dest-dir", made / book.name, book) for book in books]
    return *measured_all(commands, os.cpu_count() or 1), count, made
