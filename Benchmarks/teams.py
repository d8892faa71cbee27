"""Answers files of many teams, made from the examples of a playbook: the same ones each time."""

import random
import re

TICKET = r"^( +ticket: )\S+$"


def make_teams(playbook, count, folder):
    """Writes answers files; every third answer that is one choice becomes any of the choices.

    So verdicts, plans and the sections that stand differ from team to team.
    """
    random_numbers = random.Random(20261122)
    known = choices(playbook)
    examples = [file.read_text() for file in sorted((playbook / "examples").glob("*.yaml"))]

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
    return sorted(folder.iterdir())


def choices(playbook):
    """The ids of the choices of each question that has one answer."""
    found = {}
    for file in sorted((playbook / "questions").glob("*.yaml")):
        for question in re.split(r"^  - id: ", file.read_text(), flags=re.M)[1:]:
            if re.search(r"^    type: one_of$", question, flags=re.M):
                found[question.split()[0]] = re.findall(r"^      - id: (\w+)$", question, flags=re.M)
    return found


def change_answer(file, playbook):
    """Gives one question of a team another answer: the first that is one choice."""
    known = choices(playbook)
    text = file.read_text()
    for match in re.finditer(r"^  (\w+): (\w+)$", text, flags=re.M):
        others = [choice for choice in known.get(match.group(1), []) if choice != match.group(2)]
        if others:
            file.write_text(text[:match.start(2)] + others[0] + text[match.end(2):])
            return
    raise ValueError(f"{file} has no answer that can be changed")


def add_paragraph(file):
    """Adds a paragraph to a Markdown file."""
    file.write_text(file.read_text().rstrip("\n") + "\n\nOne more sentence stands here.\n")


def has_ticket(file):
    """Whether a team has noted a ticket for one of its steps."""
    return re.search(TICKET, file.read_text(), flags=re.M) is not None


def change_ticket(file):
    """Gives the first step that has a ticket another one."""
    file.write_text(re.sub(TICKET, r"\g<1>NEW-1", file.read_text(), count=1, flags=re.M))
