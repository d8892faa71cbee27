/// A small, sound playbook on moving house, as files; cases of tests replace one of them.
enum SmallPlaybook {
  static let files: [String: String] = [
    "playbook.yaml": playbook, "questions/home.yaml": questions, "questions/rooms.yaml": rooms,
    "criteria/noise.md": noise, "criteria/savings.md": savings, "steps/10-pack.md": pack,
    "steps/20-drive.md": drive, "guides/boxes.md": boxes, "sources.yaml": sources, "glossary.yaml": glossary,
    "data/firms.yaml": firms, "tests/verdicts.yaml": tests,
  ]

  static let playbook = """
    id: house
    title: Moving house
    version: 1.2.0
    options:
      - id: move
        title: Move
      - id: stay
        title: Stay
    verdicts:
      - id: move
        title: Move now
        when: score.move - score.stay >= 2.0
      - id: stay
        title: Stay
    themes:
      - id: comfort
        title: Comfort
        at_most: 5
    facts:
      loud: answers.noise == 'high'
      crowded: answers.people > 4
    phases:
      - id: before
        title: Before
      - id: after
        title: After
    candidates:
      eligible: component.ready
      ranking:
        - id: weight
          title: Weight
          weight: 2
          question: kilos
          from: 100
          to: 0
    moments: [old, new]
    measures:
      - id: decibels
        title: Noise
        kind: number
        better: lower
      - id: complaints
        title: Complaints
        kind: count
        better: lower
    migrations:
      - in: 1.1.0
        rename:
          sound: noise

    """

  static let questions = """
    title: The home
    questions:
      - id: noise
        label: Noise
        ask: How loud is it?
        find_out: Listen at *night*.
        type: one_of
        choices:
          - id: low
            label: low
          - id: high
            label: high
      - id: people
        label: People
        ask: How many people live there?
        type: integer
        min: 1
        max: 20
      - id: pets
        label: Pets
        ask: Which pets?
        type: many_of
        choices:
          - id: cat
            label: a cat
          - id: dog
            label: a dog
      - id: rent
        label: Rent
        ask: What is the rent?
        type: number
        private: true
        when: facts.loud
      - id: built
        label: Year of building
        ask: When was it built?
        type: date
      - id: garden
        label: Garden
        ask: Is there a garden?
        type: boolean

    """

  static let rooms = """
    title: Rooms
    scope: component
    questions:
      - id: ready
        label: Ready
        ask: Is it packed?
        type: boolean
      - id: kilos
        label: Kilos
        ask: How heavy is it?
        type: number
      - id: squeaks
        label: Squeaks
        ask: Does it squeak?
        type: one_of
        choices:
          - id: yes
            label: yes
          - id: maybe
            label: maybe

    """

  static let noise = """
    ---
    title: Noise
    theme: comfort
    supports: move
    weight: 4
    when: facts.crowded || facts.loud
    levels:
      - when: facts.loud
        strength: 1
        because: "It is {{answers.noise}}."
        improve: Close the window.
      - strength: 0
        because: It is quiet.
    sources: [who-2018]
    tests:
      - answers:
          noise: high
        strength: 1
    ---
    ## How loud

    See [packing](step:pack#boxes), [boxes](guide:boxes), [the savings](criterion:savings), [noise](question:noise),
    [loud](term:loud) and [@who-2018]. {{#answers.pets.dog}}Dogs bark.{{/answers.pets.dog}}

    """

  static let savings = """
    ---
    title: Savings
    rules_out:
      - verdicts: [move]
        when: answers.people > 10
        because: Nobody can carry that.
        lifted_by: step:pack
    ---

    """

  static let pack = """
    ---
    title: Pack
    phase: before
    effort:
      low: 1
      likely: 2
      high: 3
    checklist:
      - id: books
        text: Pack the books.
    exit:
      - id: empty
        text: The room is empty.
        when: measurements.decibels.better
    gate:
      - id: go
        title: Go
        when: measurements.decibels.better
      - id: wait
        title: Wait
    ---
    ## Boxes

    Count them.

    """

  static let drive = """
    ---
    title: Drive
    phase: after
    needs: [pack]
    when: gates["pack"] == 'go' && verdict.id == 'move'
    effort:
      low: 1
      likely: answers.people * 1
      high: 9
    ---

    """

  static let boxes = """
    ---
    title: Boxes
    ---
    {{#data.firms}}
    - {{name}}
    {{/data.firms}}

    """

  static let sources = """
    sources:
      - id: who-2018
        title: Noise guidelines
        date: 2018
        url: https://www.who.int/noise
        claims:
          - Noise at night is bad for sleep.

    """

  static let glossary = """
    terms:
      - id: loud
        title: Loud
        text: More than 55 decibels.

    """

  static let firms = """
    - name: Box and Co

    """

  static let tests = """
    tests:
      - title: A loud home
        answers:
          noise: high
        expect:
          verdict: move

    """
}
