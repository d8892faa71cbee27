/// A small playbook with something of every kind.
enum SampleFiles {
  static let playbook = """
    id: cellar
    title: Into the Cellar
    version: 2.1.0
    summary: Should these barrels move?
    subject: barrel
    options:
      - id: move
        title: Move down
      - id: stay
        title: Stay up
    verdicts:
      - id: move
        title: Move all
        when: score.move - score.stay >= 4.0
      - id: trial
        title: Move one
        when: score.move - score.stay >= 2.0
      - id: stay
        title: Leave them
    enough: 50%
    themes:
      - id: warmth
        title: Warmth
        at_most: 5
    facts:
      warm: answers.degrees > 18.0
      shelf: answers.place
      hidden: size(answers.secret) > 3
    phases:
      - id: look
        title: Look around
      - id: carry
        title: Carry
    candidates:
      eligible: component.light
      ranking:
        - id: lightness
          title: Lightness
          weight: 4
          question: litres
          from: 200
          to: 0
    moments: [before, after]
    measures:
      - id: drips
        title: Drips
        kind: count
        better: lower
        unit: drips
        why: Dripping barrels are the reason.
    """

  static let questions = """
    title: The barrels
    scope: subject
    questions:
      - id: words
        label: In your words
        ask: What happened?
        type: text
        find_out: Ask the [keeper](step:measure-up).
      - id: degrees
        label: Degrees upstairs
        ask: How warm is it upstairs?
        type: number
        unit: °C
        quick: true
      - id: barrels
        label: Number of barrels
        ask: How many barrels are there?
        type: integer
      - id: place
        label: Place
        ask: Where do they stand?
        type: one_of
        choices:
          - id: attic
            label: in the attic
          - id: hall
            label: in the hall
      - id: tools
        label: Tools
        ask: What is there to carry with?
        type: many_of
        choices:
          - id: rope
            label: a rope
          - id: cart
            label: a cart
          - id: crane
            label: a crane
      - id: stairs
        label: Stairs
        ask: Are there stairs?
        type: boolean
      - id: secret
        label: The secret
        ask: What must nobody know?
        type: text
        private: true
      - id: link
        label: Link
        ask: Where is the photo?
        type: text
      - id: steep
        label: Steep
        ask: Are they steep?
        type: boolean
        when: answers.stairs
      - id: opened
        label: Opened on
        ask: When was the first one opened?
        type: date
    """

  static let componentQuestions = """
    title: Each barrel
    scope: component
    questions:
      - id: light
        label: Light enough
        ask: Can two carry it?
        type: boolean
      - id: litres
        label: Litres
        ask: How much is in it?
        type: number
        unit: l
      - id: owner_secret
        label: Whose it is
        ask: Whose is it?
        type: text
        private: true
    """

  static let all = [
    "playbook.yaml": playbook, "questions/10-barrels.yaml": questions,
    "questions/20-each.yaml": componentQuestions, "criteria/10-too-warm.md": tooWarm,
    "criteria/20-no-way-down.md": noWayDown, "steps/10-measure-up.md": measureUp,
    "steps/20-carry-down.md": carryDown, "steps/30-hire-crane.md": hireCrane,
    "guides/10-carrying.md": carrying, "glossary.yaml": glossary, "sources.yaml": sources,
  ]

  static let answers = """
    playbook: cellar@2.1
    team: Cellar Team
    subject: red barrels
    people: 2
    availability: 0.5
    start: 2027-01-11
    answers:
      words: Sour & warm
      degrees:
        value: 21.5
        note: Read at noon
        source: https://example.org/thermometer?at=noon&in=attic
        by: Ann
        on: 2026-11-20
      barrels: 12000
      place: attic
      tools: [rope, cart]
      stairs: true
      steep: false
      secret:
        value: xyzzy-value
        note: xyzzy-note
        source: https://example.org/xyzzy-source
        by: xyzzy-by
      link: https://example.org/photo
      opened:
        unknown: Ben asks
        until: 2026-12-15
    components:
      - id: small
        title: The small one
        answers:
          light: true
          litres: 50
          owner_secret: xyzzy-owner
      - id: large
        title: The large one
        answers:
          light: false
          litres: 1500
    """
}
