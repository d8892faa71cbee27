// Mistakes to make in the small playbook, one for each wording of the checks.

private let playbook = "playbook.yaml"
private let questions = "questions/home.yaml"
private let noise = "criteria/noise.md"
private let savings = "criteria/savings.md"
private let pack = "steps/10-pack.md"
private let drive = "steps/20-drive.md"
private let boxes = "guides/boxes.md"
private let tests = "tests/verdicts.yaml"

extension Mistake {
  /// Keys, types and files.
  static let formats = [
    Mistake("authoring.unknown-key", playbook, "version: 1.2.0", "version: 1.2.0\n⟦sumary⟧: x"),
    Mistake("authoring.missing-key", playbook, "title: Moving house\n", ""),
    Mistake("authoring.unknown-key", playbook, "verdicts:\n", "⟦verdict⟧:\n"),
    Mistake("authoring.missing-key", questions, "    label: Garden\n", ""),
    Mistake("authoring.wrong-form", playbook, "1.2.0", "⟦one⟧"),
    Mistake("authoring.wrong-form", playbook, "at_most: 5", "at_most: ⟦many⟧"),
    Mistake("authoring.wrong-form", questions, "private: true", "private: ⟦yes⟧"),
    Mistake("authoring.wrong-form", savings, "lifted_by: step:pack", "lifted_by: ⟦pack⟧"),
    Mistake("authoring.wrong-form", "sources.yaml", "date: 2018", "date: ⟦2018-13⟧"),
    Mistake("authoring.wrong-form", "sources.yaml", "url: https://www.who.int/noise", "url: ⟦www.who.int⟧"),
    Mistake(
      "authoring.wrong-form", "glossary.yaml", "text: More than 55 decibels.",
      "text: More than 55 decibels.\n    also: ⟦{a: b}⟧"),
    Mistake("authoring.out-of-range", playbook, "at_most: 5", "at_most: ⟦-5⟧"),
    Mistake("authoring.out-of-range", noise, "weight: 4", "weight: ⟦6⟧"),
    Mistake("authoring.not-an-id", playbook, "id: house", "id: ⟦my_house⟧"),
    Mistake("authoring.not-a-name", questions, "- id: garden", "- id: ⟦in⟧"),
    Mistake("authoring.not-a-word", questions, "type: boolean", "type: ⟦bool⟧"),
    Mistake("authoring.not-a-word", playbook, "kind: count", "kind: ⟦cuont⟧"),
    Mistake("authoring.private-use", playbook, "answers.noise == 'high'", "⟦answers.noise == '\u{E000}'⟧"),
    Mistake(
      "authoring.out-of-range", playbook, "question: kilos\n      from: 100\n      to: 0",
      "question: squeaks\n      values:\n        yes: ⟦2⟧\n        maybe: 0"),
    Mistake("authoring.private-use", questions, "label: Garden", "label: ⟦Gar\u{E000}den⟧"),
    Mistake("yaml.duplicate-key", questions, "label: Garden", "label: Garden\n    ⟦label⟧: Yard"),
    Mistake("playbook.no-front-matter", "guides/more.md", "", "Nothing here\n"),
    Mistake("playbook.file-name", "guides/My Guide.md", "", "---\ntitle: x\n---\n"),
    Mistake("playbook.file-name", "data/my-data.yaml", "", "- x\n"),
    Mistake("playbook.duplicate-id", "steps/40-drive.md", "", "---\ntitle: x\nphase: after\n---\n"),
    Mistake("playbook.strange-file", "steps/40-more.yaml", "", "a: b\n"),
    Mistake("playbook.empty-file", "questions/none.yaml", "", "# nothing\n"),
    Mistake("playbook.no-choices", questions, "type: boolean", "type: one_of\n    choices: ⟦[]⟧"),
    Mistake("playbook.empty-range", questions, "max: 20", "max: ⟦0⟧"),
    Mistake("authoring.wrong-form", questions, "label: Garden", "label: ⟦\"  \"⟧"),
    Mistake(
      "authoring.tag-in-plain-text", boxes, "title: Boxes", "title: ⟦Boxes of {{answers.people}}⟧"),
    Mistake(
      "authoring.tag-in-plain-text", questions, "ask: Which pets?", "ask: ⟦\"{{#answers.pets.cat}}Pets?\"⟧"),
  ]

  /// Ids and references.
  static let names = [
    Mistake("playbook.duplicate-id", questions, "- id: garden", "- id: ⟦built⟧"),
    Mistake("playbook.duplicate-id", pack, "- id: books", "- id: books\n    text: x\n  - id: ⟦books⟧"),
    Mistake("playbook.unknown-theme", noise, "theme: comfort", "theme: ⟦comfrot⟧"),
    Mistake("playbook.unknown-option", noise, "supports: move", "supports: ⟦moove⟧"),
    Mistake("playbook.unknown-verdict", savings, "verdicts: [move]", "verdicts: [⟦leave⟧]"),
    Mistake("playbook.unknown-source", noise, "sources: [who-2018]", "sources: [⟦who-2019⟧]"),
    Mistake("playbook.unknown-step", drive, "needs: [pack]", "needs: [pack, ⟦unpack⟧]"),
    Mistake("playbook.unknown-step", savings, "lifted_by: step:pack", "lifted_by: ⟦step:park⟧"),
    Mistake("playbook.unknown-phase", drive, "phase: after", "phase: ⟦later⟧"),
    Mistake("playbook.unknown-component-question", playbook, "question: kilos", "question: ⟦kilo⟧"),
    Mistake("playbook.ranking-scale", playbook, "question: kilos", "question: ⟦ready⟧"),
    Mistake(
      "playbook.ranking-scale", playbook, "- id: weight\n",
      "- ⟦id⟧: other\n      title: x\n      weight: 1\n      question: kilos\n    - id: weight\n"),
    Mistake("playbook.reserved-choice", questions, "- id: cat", "- id: ⟦open⟧"),
    Mistake(
      "playbook.unknown-choice", playbook, "question: kilos\n      from: 100\n      to: 0",
      "question: squeaks\n      values:\n        yes: 1\n        ⟦mabye⟧: 0"),
    Mistake("playbook.unknown-question", playbook, "sound: noise", "sound: ⟦nosie⟧"),
    Mistake(
      "playbook.unknown-question", playbook, "sound: noise\n",
      "sound: noise\n    rename_choices:\n      ⟦sound⟧:\n        loud: high\n"),
    Mistake(
      "playbook.unknown-choice", playbook, "sound: noise\n",
      "sound: noise\n    rename_choices:\n      noise:\n        loud: ⟦hihg⟧\n"),
    Mistake("playbook.later-migration", playbook, "in: 1.1.0", "in: ⟦1.2.1⟧"),
    Mistake("playbook.unknown-verdict", tests, "verdict: move", "verdict: ⟦go⟧"),
    Mistake(
      "playbook.unknown-verdict", savings, "lifted_by: step:pack\n",
      "lifted_by: step:pack\ntests:\n  - rules_out: [⟦leave⟧]\n"),
    Mistake(
      "playbook.unknown-criterion", tests, "verdict: move",
      "verdict: move\n      criteria:\n        ⟦niose⟧: 1"),
    Mistake("answers.unknown-question", tests, "noise: high", "⟦nois⟧: high"),
    Mistake("answers.unknown-choice", noise, "noise: high", "noise: ⟦hihg⟧"),
  ]

  /// What shows a private answer, and lists that say nothing.
  static let refused = [
    Mistake("playbook.private-amount", drive, "likely: answers.people * 1", "likely: ⟦answers.rent⟧"),
    Mistake(
      "playbook.empty-list", savings,
      "rules_out:\n  - verdicts: [move]\n    when: answers.people > 10\n    because: Nobody can carry that.\n    lifted_by: step:pack\n",
      "rules_out: ⟦[]⟧\n"),
    Mistake("playbook.empty-list", savings, "verdicts: [move]", "verdicts: ⟦[]⟧"),
    Mistake(
      "playbook.empty-list", playbook,
      """
      ranking:
          - id: weight
            title: Weight
            weight: 2
            question: kilos
            from: 100
            to: 0
      """, "ranking: ⟦[]⟧"),
    Mistake("playbook.duplicate-id", drive, "needs: [pack]", "needs: [pack, ⟦pack⟧]"),
    Mistake("playbook.duplicate-id", playbook, "moments: [old, new]", "moments: [old, ⟦old⟧]"),
    Mistake("playbook.too-few-moments", playbook, "moments: [old, new]\nmeasures:", "⟦measures⟧:"),
    Mistake(
      "playbook.too-few-moments", playbook, "moments: [old, new]\nmeasures:", "moments: []\n⟦measures⟧:"),
    Mistake(
      "playbook.too-few-moments", playbook, "moments: [old, new]\nmeasures:", "moments: [old]\n⟦measures⟧:"),
    Mistake("authoring.out-of-range", noise, "weight: 4", "weight: ⟦0⟧"),
  ]

  /// Broken items of lists whose names are used elsewhere: these uses are no mistakes of their own.
  static let broken = [
    Mistake(
      "authoring.not-a-name", playbook, "- id: stay\n    title: Stay\nverdicts",
      "- id: ⟦Stay⟧\n    title: Stay\nverdicts"),
    Mistake(
      "authoring.not-a-name", playbook, "- id: move\n    title: Move now",
      "- id: ⟦mo-ve⟧\n    title: Move now"),
    Mistake("authoring.missing-key", playbook, "- id: comfort\n    title", "- ⟦⟧title"),
    Mistake("authoring.not-an-id", playbook, "- id: before", "- id: ⟦Before⟧"),
    Mistake("rules.sign", playbook, "loud: answers.noise == 'high'", "loud: answers.noise ⟦=⟧ 'high'"),
    Mistake("authoring.not-a-name", playbook, "- id: decibels", "- id: ⟦Decibels⟧"),
    Mistake(
      "authoring.wrong-form", playbook,
      "verdicts:\n  - id: move\n    title: Move now\n    when: score.move - score.stay >= 2.0\n  - id: stay\n    title: Stay",
      "verdicts: ⟦all⟧"),
    Mistake("authoring.wrong-form", playbook, "version: 1.2.0", "version: ⟦new⟧"),
    Mistake("authoring.unknown-key", playbook, "themes:\n", "⟦theems⟧:\n"),
    Mistake("authoring.unknown-key", playbook, "facts:\n", "⟦fact⟧:\n"),
    Mistake("authoring.not-a-name", "data/firms.yaml", "- name:", "- ⟦Name⟧:"),
    Mistake("authoring.wrong-form", "data/firms.yaml", " Box and Co", "⟦⟧"),
    Mistake("authoring.wrong-form", playbook, "from: 100", "from: ⟦much⟧"),
    Mistake("authoring.not-a-name", questions, "- id: noise", "- id: ⟦Noise⟧"),
    Mistake(
      "yaml.indentation", questions, "      - id: high\n        label: high",
      "       - ⟦id⟧: high\n        label: high"),
    Mistake("authoring.not-a-name", questions, "- id: high", "- id: ⟦High⟧"),
    Mistake("authoring.not-a-name", questions, "- id: dog", "- id: ⟦a dog⟧"),
    Mistake("playbook.duplicate-id", questions, "- id: people", "- id: ⟦noise⟧"),
    Mistake(
      "playbook.duplicate-id", playbook, "    title: Move\n  - id: stay", "    title: Move\n  - id: ⟦move⟧"),
    Mistake("playbook.duplicate-id", questions, "- id: high", "- id: ⟦low⟧"),
    Mistake("authoring.not-a-word", questions, "type: integer", "type: ⟦int⟧"),
    Mistake("authoring.missing-key", "questions/rooms.yaml", "type: number", "unit: kg"),
    Mistake("authoring.missing-key", noise, "supports: move\n", ""),
    Mistake("authoring.missing-key", pack, "phase: before\n", ""),
    Mistake("authoring.not-a-name", pack, "- id: go", "- id: ⟦Go⟧"),
    Mistake("authoring.out-of-range", noise, "loud\n    strength: 1\n", "loud\n    strength: ⟦11⟧\n"),
    Mistake(
      "authoring.out-of-range", noise, "noise: high\n    strength: 1", "noise: high\n    strength: ⟦11⟧"),
    Mistake("authoring.wrong-form", tests, "verdict: move", "verdict: ⟦[move]⟧"),
    Mistake("authoring.not-an-id", "sources.yaml", "- id: who-2018", "- id: ⟦who 2018⟧"),
    Mistake("authoring.not-an-id", "glossary.yaml", "- id: loud", "- id: ⟦Loud⟧"),
  ]

  /// What fits alone, but not together.
  static let decisions = [
    Mistake(
      "playbook.last-verdict-rule", playbook, "title: Stay\nthemes", "title: Stay\n    when: ⟦true⟧\nthemes"),
    Mistake(
      "playbook.verdict-without-rule", playbook,
      "- id: move\n    title: Move now\n    when: score.move - score.stay >= 2.0",
      "- id: ⟦move⟧\n    title: Move now"),
    Mistake("playbook.last-verdict-ruled-out", savings, "verdicts: [move]", "verdicts: [⟦stay⟧]"),
    Mistake("playbook.reason-and-condition", savings, "rules_out:", "⟦weight⟧: 3\nrules_out:"),
    Mistake(
      "playbook.no-levels", "criteria/other.md", "",
      "---\ntitle: x\nsupports: move\nweight: 1\nlevels: ⟦[]⟧\n---\n"),
    Mistake("playbook.level-hidden", noise, "- when: facts.loud\n    strength: 1", "- ⟦strength: 1⟧"),
    Mistake(
      "playbook.outcome-hidden", pack,
      "- id: go\n    title: Go\n    when: measurements.decibels.better", "- id: ⟦go⟧\n    title: Go"),
    Mistake("playbook.test-expects-nothing", tests, "expect:\n      verdict: move", "expect:\n      ⟦⟧{}"),
    Mistake("playbook.effort-order", pack, "low: 1", "⟦low⟧: 5"),
    Mistake(
      "playbook.circle", playbook, "loud: answers.noise == 'high'", "⟦loud⟧: facts.quiet\n  quiet: facts.loud"
    ),
    Mistake("playbook.circle", questions, "- id: garden", "- id: ⟦garden⟧\n    when: answers.garden"),
    Mistake(
      "playbook.circle", "steps/30-sweep.md", "",
      "---\ntitle: x\nphase: after\nneeds: [⟦sweep⟧]\n---\n"),
    Mistake(
      "playbook.needs-later-phase", "steps/05-call.md", "",
      "---\ntitle: x\nphase: before\nneeds: [⟦drive⟧]\n---\n"),
  ]

  /// What nothing uses.
  static let leftovers = [
    Mistake(
      "playbook.unused-source", "sources.yaml", "sources:\n",
      "sources:\n  - id: ⟦who-1999⟧\n    title: Older guidelines\n"),
    Mistake("playbook.unused-theme", playbook, "themes:\n", "themes:\n  - id: ⟦money⟧\n    title: Money\n"),
    Mistake("playbook.unused-phase", playbook, "phases:\n", "phases:\n  - id: ⟦never⟧\n    title: Never\n"),
  ]

  /// Rules against the names and types that they see.
  static let rules = [
    Mistake("rules.unknown-name", playbook, "answers.people > 4", "answers.⟦poeple⟧ > 4"),
    Mistake("rules.choice", playbook, "answers.noise == 'high'", "answers.noise == ⟦'hihg'⟧"),
    Mistake("rules.type", playbook, "answers.people > 4", "⟦answers.people > 'four'⟧"),
    Mistake("rules.mixed-numbers", playbook, "answers.people > 4", "⟦answers.people + 1.5⟧ > 4.0"),
    Mistake("rules.later-name", noise, "when: facts.crowded || facts.loud", "when: ⟦score.move⟧ > 1.0"),
    Mistake(
      "rules.later-name", pack, "    when: measurements.decibels.better\ngate",
      "    when: ⟦gates[\"pack\"]⟧ == 'go'\ngate"),
    Mistake("rules.type", noise, "- when: facts.loud", "- when: ⟦answers.people⟧"),
    Mistake("rules.choice", drive, "verdict.id == 'move'", "verdict.id == ⟦'moov'⟧"),
    Mistake("rules.later-name", savings, "answers.people > 10", "⟦component.ready⟧"),
    Mistake("rules.syntax", savings, "answers.people > 10", "answers.people >"),
  ]

  /// Tags, links and citations.
  static let texts = [
    Mistake("templating.unknown-name", noise, "It is {{answers.noise}}.", "It is {{⟦answers.nois⟧}}."),
    Mistake("templating.not-printed", noise, "It is {{answers.noise}}.", "It costs ⟦{{answers.rent}}⟧."),
    Mistake("templating.unclosed-section", boxes, "{{/data.firms}}\n", ""),
    Mistake("templating.unopened-section", noise, "It is {{answers.noise}}.", "It is ⟦{{/x}}⟧."),
    Mistake("playbook.unknown-step", noise, "(step:pack#boxes)", "(⟦step:park⟧)"),
    Mistake("playbook.unknown-heading-of-step-pack", noise, "(step:pack#boxes)", "(⟦step:pack#bags⟧)"),
    Mistake("playbook.unknown-guide", noise, "(guide:boxes)", "(⟦guide:boxing⟧)"),
    Mistake("playbook.unknown-criterion", noise, "(criterion:savings)", "(⟦criterion:saving⟧)"),
    Mistake("playbook.unknown-question", noise, "(question:noise)", "(⟦question:nois⟧)"),
    Mistake("playbook.unknown-term", noise, "(term:loud)", "(⟦term:lout⟧)"),
    Mistake("playbook.unknown-source", noise, "and [@who-2018]", "and [⟦@who-2020⟧]"),
    Mistake("playbook.unknown-step", noise, "Dogs bark.", "[Dogs](⟦step:dogs⟧) bark."),
    Mistake("commonmark.raw-html", noise, "Dogs bark.", "Dogs ⟦<b>⟧bark."),
    Mistake("playbook.relative-link", noise, "Dogs bark.", "[Dogs](⟦dogs.html⟧)."),
    Mistake("playbook.unknown-heading-of-this-text", noise, "Dogs bark.", "[Dogs](⟦#dogs⟧)."),
    Mistake("playbook.unknown-heading-of-term-loud", noise, "(term:loud)", "(⟦term:loud#x⟧)"),
    Mistake("commonmark.link-scheme", noise, "Dogs bark.", "[Dogs](⟦javascript:bark()⟧)."),
  ]
}
