/// What each key of the formats means, by what it is a key of: for schemas, which editors show while somebody types.
///
/// The tables of the format reference, Content/README.md, say the same; a test compares them.
enum KeyMeanings {
  /// What a key means; nil for the names that an author has chosen.
  static func of(_ key: String, in noun: String) -> String? { all[noun]?[key] }

  /// By noun and key.
  static let all: [String: [String: String]] = [
    "playbook": [
      "id": "id; answers files and options of the command line name it",
      "title": "text",
      "version": "`major.minor.patch`; raise it with every change that answers files should notice",
      "summary": "text: one sentence",
      "subject": "text: what may move, such as `service`; `subject` where left out",
      "options": "list of options: what may be decided",
      "verdicts": "list of verdicts, boldest first: what Waybook may advise",
      "enough":
        "share such as `60%` (the default): how much of the weight must be known before a verdict is more than open",
      "answers_valid":
        "days after which an answer is marked as old, counted from the newest answer of the file",
      "themes": "list of themes: groups of criteria",
      "facts": "map of names and rules: values that several rules need",
      "phases": "list of phases: the stretches of the plan, in order; must be there where steps are",
      "candidates": "how components are ranked as the place to start",
      "moments":
        "list of names: when is measured, the first before the move; at least two where measures are",
      "measures": "list of measures",
      "migrations": "list of migrations: how answers files given against older versions are read",
      "html": "flag: whether texts may hold raw HTML; `false` where left out",
    ],
    "option": [
      "id": "name; rules see its points as `score.<option>`",
      "title": "text",
    ],
    "verdict": [
      "id": "name",
      "title": "text",
      "when":
        "rule; all verdicts but the last must have one, and the last must not: it is what is left, and nothing rules it out",
    ],
    "theme": [
      "id": "name",
      "title": "text",
      "at_most":
        "number from 0 to 1000: the most points that the theme's reasons bring to one option together; 0 shows them without counting them",
    ],
    "phase": [
      "id": "id",
      "title": "text",
      "when": "rule: whether its steps concern the team",
    ],
    "ranking of candidates": [
      "eligible":
        "rule: which components may be ranked; all where left out. Pages say which other answers would make one of the others eligible",
      "ranking": "list of parts; a component's total is the sum of weight times value",
    ],
    "part of the ranking": [
      "id": "id",
      "title": "text",
      "weight": "number from 0 to 100; a part of weight 0 is shown and ranks nothing",
      "question": "name of a question of scope `component`",
      "from":
        "numbers, for an integer or a number question: the answer that gives 0 and the one that gives 1; linear between, held outside",
      "to":
        "numbers, for an integer or a number question: the answer that gives 0 and the one that gives 1; linear between, held outside",
      "values":
        "map of choices and numbers from 0 to 1, for a `one_of` question; every choice must stand in it",
    ],
    "measure": [
      "id": "name",
      "title": "text",
      "kind": "`count` (so many in so many weeks), `number` or `percent`",
      "better": "`lower` or `higher`",
      "why": "text: why it is measured",
      "collect": "text: how to collect it",
      "unit": "text: shown after the number",
    ],
    "migration": [
      "in":
        "the version that brought the change, at most that of the playbook; files given against an older one are read with it",
      "rename": "map of old and new names of questions",
      "rename_choices": "map of a question's new name to a map of old and new choices",
    ],
    "file of questions": [
      "title": "text",
      "scope": "`subject` (the default: asked once) or `component` (asked for each component)",
      "questions": "list of questions",
    ],
    "question": [
      "id": "name: `answers.<name>`, or `component.<name>`",
      "label": "text: a short name for tables and sentences",
      "ask": "text: the question as asked",
      "find_out": "Markdown line: how to find the answer; `waybook ask` shows it as plain text",
      "type": "`boolean`, `one_of`, `many_of`, `integer`, `number`, `text` or `date`",
      "choices": "list of choices; must be there for `one_of` and `many_of`, and only there",
      "min": "numbers, for `integer` and `number`: the allowed range",
      "max": "numbers, for `integer` and `number`: the allowed range",
      "unit": "text, for `integer` and `number`: shown after the number",
      "quick":
        "flag: among the few that can be answered from memory; `waybook ask` asks these first, in this order",
      "changeable": "flag: whether the team can act on it",
      "private": "flag: rules may use the answer, but no page shows it or a value made from it",
      "required": "flag: an answers file must say something about it, be it that the answer is unknown",
      "when": "rule: whether the question applies; else it is not asked, and its answer is not applicable",
    ],
    "choice": [
      "id": "name; `id`, `label`, `ask` and `open` mean something else in tags and are refused",
      "label": "text: what pages show",
    ],
    "criterion": [
      "title": "text",
      "theme": "name of a theme",
      "when": "rule: whether it concerns the team; where it does not, it is left out altogether",
      "sources": "list of ids of sources",
      "tests": "list of tests, below",
      "supports": "name of an option; a reason must have it",
      "weight":
        "number from 1 to 5: how much full strength matters beside the other reasons; a reason must have it",
      "levels":
        "list of levels, the first that holds counts, and where none does the reason brings no points; a reason must have at least one",
      "rules_out": "list of cases; makes the criterion a condition, which has none of the three keys above",
    ],
    "level": [
      "when": "rule; only the last level may leave it out, and then it always holds",
      "strength": "number from 0 to 1; points are weight times strength",
      "supports": "name of an option, where this level speaks for another than the reason's own",
      "because": "Markdown line: the sentence that says why",
      "improve": "Markdown line: what the team could do about it",
    ],
    "case that rules verdicts out": [
      "verdicts": "list of names of verdicts, not the last one",
      "when": "rule",
      "because": "Markdown line",
      "lifted_by": "a link such as `step:name-owners`: what would lift it",
    ],
    "criterion's test": [
      "answers": "map as in an answers file; others are open",
      "strength": "number: the strength of a reason",
      "rules_out": "list of names of verdicts that a condition rules out; `[]` for none",
      "applies": "flag: `false` expects that the criterion is left out",
    ],
    "step": [
      "title": "text",
      "phase": "id of a phase",
      "needs": "list of ids of steps that come before it, none of a later phase",
      "when": "rule: whether it concerns the team",
      "effort": "the work in person-days, below",
      "wait": "number, or a rule that gives one: working days that pass after the work",
      "owner": "text: who does it",
      "checklist": "list of items: the work, to tick",
      "exit": "list of exits: the evidence that it is done",
      "rollback": "Markdown line: how to go back",
      "gate": "list of gate outcomes: the decision at its end, the first whose rule holds",
      "sources": "list of ids of sources",
      "tests": "list of tests, below",
    ],
    "effort": [
      "low": "number, or a rule that gives one: if all goes well",
      "likely": "the same, most likely; not below `low`",
      "high": "the same, if much goes wrong; not below `likely`",
    ],
    "checklist item": [
      "id": "id, by which ticks are kept; never give it to another item",
      "text": "Markdown line",
    ],
    "exit": [
      "id": "id",
      "text": "Markdown line: what must be true",
      "when": "rule: shown as met, not met or open; people judge where it is left out",
    ],
    "gate outcome": [
      "id": "name; later steps see it as `gates[\"<step>\"]`",
      "title": "text",
      "when": "rule; only the last outcome may leave it out",
    ],
    "step's test": [
      "answers": "map as in an answers file",
      "verdict": "name: what `verdict.id` and `verdict.computed` are",
      "gates": "map of ids of steps before it by `needs` and the outcomes of their gates",
      "measurements": "map as in an answers file",
      "applies": "flag: whether the step concerns the team, by its own `when` and its phase's",
      "gate":
        "name: the outcome of the step's own gate, whether it applies or not; `still-waiting` where open answers or missing measurements decide",
      "exit":
        "map of ids of the step's exits and where they stand: `met`, `not_met`, `open`, or `judged` for one without a rule, which people judge",
    ],
    "guide": [
      "title": "text",
      "summary": "text: one sentence for lists of guides",
      "when": "rule: whether it concerns the team",
      "sources": "list of ids of sources",
    ],
    "file of sources": [
      "sources": "list of sources"
    ],
    "source": [
      "id": "id: texts cite it as `[@id]`",
      "title": "text",
      "author": "text",
      "date": "a year, a month or a day: `2026`, `2026-11`, `2026-11-20`",
      "url": "an `https:` or `http:` address",
      "kind": "text: what sort of text it is, such as paper or survey",
      "claims": "Markdown line, or a list of them: what it says, in the author's own words",
      "interest": "text: why the source has an interest in what it says; pages mark it wherever it is cited",
      "read": "`full`, `part` or `secondary`: how much of it was read",
      "via": "text: through what it was read, where it was not read itself",
      "accessed": "date on which it was read",
    ],
    "glossary": [
      "terms": "list of terms"
    ],
    "term": [
      "id": "id: texts link to it as `requests`",
      "title": "text: the word",
      "text": "Markdown line: what it means",
      "also": "text, or a list of texts: other words for it",
      "sources": "list of ids of sources",
    ],
    "file of tests": [
      "tests": "list of tests"
    ],
    "test": [
      "title": "text: what the case shows",
      "answers": "map as in an answers file; others are open",
      "components": "list as in an answers file",
      "measurements": "maps as in an answers file",
      "progress": "maps as in an answers file",
      "decision": "as in an answers file: what the people decided",
      "expect": "what must come out; at least one of the keys below",
    ],
    "test's expectation": [
      "verdict": "name of the computed verdict",
      "standing":
        "`settled` (no other verdict is possible), `leaning` or `open` (less than `enough` is known)",
      "criteria": "map of ids of reasons and their strengths",
      "candidate":
        "id of the test's component that comes first; in a tie the first by id. `none_eligible` where none is, and no open answer leaves that to be seen",
      "steps":
        "map of ids of steps and where they stand: `planned`, `possible` (it is open whether they apply) or `left_out`",
      "gates":
        "map of ids of steps and the outcomes of their gates; `still-waiting` for one that waits. The gate of a step that is left out says nothing: expect `left_out` under `steps`",
      "exits": "map of ids of steps and maps of their exits, as under `exit` in a step's test",
    ],
    "answers file": [
      "playbook":
        "id of the playbook, and the version that the answers were given against: `wiki-to-docs@1.2`. Answers of an older version are migrated as they are read",
      "team": "text: the team's name; its id where left out",
      "subject": "text: the subject's name; its id, or the team's, where left out",
      "people":
        "whole number from 1 to 10,000: how many do the work; the plan's times are for one where it is left out",
      "availability": "number from 0.01 to 1: which part of their time; 1 where it is left out",
      "start": "date on which the work begins; the plan has dates from it, or from a later day in `progress`",
      "listed": "flag: `false` keeps it off the portfolio",
      "answers": "map of names of questions and answers",
      "components": "list of components: parts that could move alone",
      "decision": "what the people decided",
      "progress": "map of ids of steps and how far they are",
      "measurements": "map of names of measures to a map of moments and measurements",
    ],
    "answer": [
      "value": "the value",
      "unknown": "text: nobody knows, and what is done about it; the question stays open",
      "until": "date by which an unknown answer is expected",
      "not_applicable": "text: why the question makes no sense here",
      "note": "text: a remark",
      "source": "text: where it can be looked up",
      "by": "text: who said so",
      "on": "date on which it was given",
    ],
    "component": [
      "id": "id",
      "title": "text; the id where left out",
      "answers": "map of answers to the questions of scope `component`",
    ],
    "decision": [
      "verdict": "name of a verdict; the plan follows it, and the computed one stays visible beside it",
      "by": "text, or a list of texts: who decided",
      "on": "date",
      "because": "text",
      "review": "date on which it is looked at again",
    ],
    "step's progress": [
      "status": "`open`, `in_progress` (the default), `done` or `skipped`",
      "on": "date since which it is so",
      "done": "list of ids of checklist items that are done",
      "ticket": "text: the ticket that tracks it",
      "note": "text",
    ],
    "measurement": [
      "value": "number; for a count a whole one",
      "weeks":
        "number from 0.1 to 5200: in how many weeks they were counted; must be there for a count, and only there",
      "on": "date",
      "source": "text: where it can be looked up",
      "note": "text",
    ],
    "file of shared answers": [
      "playbook": "as in an answers file",
      "answers": "as in an answers file",
    ],
    "project": [
      "playbook": "the playbook's folder, or the name of a bundled one such as `go-to-rust`",
      "teams": "the folder of the answers files",
      "output": "the folder of the site",
      "templates": "the folder of the project's own theme files",
      "title": "text: the title of the portfolio",
      "url":
        "where the site is published, with `https://`; `404.html` and `steps.csv` use it, and all other links stay relative",
      "repository":
        "where a content file is edited, with `{path}` in the place of its path from this folder; pages of criteria, steps and guides then have a link to their text",
      "tickets":
        "where a ticket is, with `{ticket}` in the place of its name; a `ticket` in `progress` that is an address itself needs none",
      "publish":
        "map of ids and targets of `waybook publish`: a folder, or `ssh://user@host:port/path`, where user and port may be left out",
      "keep_releases": "how many releases a target keeps, the published one among them; 5 where left out",
    ],
  ]
}
