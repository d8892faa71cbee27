extension SampleFiles {
  static let tooWarm = """
    ---
    title: It is too warm
    theme: warmth
    supports: move
    weight: 4
    levels:
      - when: facts.warm
        strength: 1.0
        because: "It is {{answers.degrees}}, and the keeper says: {{answers.words}}"
        improve: Open a window.
      - strength: 0.0
        because: It is cool.
    sources: [barrel-book]
    ---
    # Why warmth matters

    The keeper says {{answers.words}}, in code `x`, and cites [@barrel-book] and [@seller].

    See [](step:carry-down), [the crane](step:hire-crane), [](guide:carrying), [tannin](term:tannin),
    [how warm](question:degrees) and [the risks](step:measure-up#risks) or [the crane's](step:measure-up#with-a-crane).
    """

  static let noWayDown = """
    ---
    title: There is a way down
    theme: warmth
    rules_out:
      - verdicts: [move]
        when: answers.stairs == false
        because: Nothing leads down.
        lifted_by: step:measure-up
    ---
    """

  static let measureUp = """
    ---
    title: Measure up
    phase: look
    effort:
      low: 0.5
      likely: 1
      high: 2.25
    wait: 3
    owner: the keeper
    checklist:
      - id: count
        text: Count the {{answers.barrels}} barrels.
      - id: weigh
        text: Weigh **one**.
    exit:
      - id: counted
        text: The number is known.
      - id: cool
        text: It is cool below.
        when: answers.degrees < 10.0
    rollback: Forget it.
    sources: [seller]
    ---
    ## Risks

    {{#answers.tools}}
    - with {{label}}
    {{/answers.tools}}

    ## Words

    {{answers.words}}

    {{#answers.tools.crane}}
    ## With a crane

    Mind your heads.
    {{/answers.tools.crane}}
    """

  static let carryDown = """
    ---
    title: Carry down
    phase: carry
    needs: [measure-up]
    when: verdict.id != 'stay'
    checklist:
      - id: carry
        text: Carry.
    gate:
      - id: on
        title: Carry on
        when: measurements.drips.better
      - id: off
        title: Stop
    ---
    Look at [the photo]({{answers.link}}).
    """

  static let hireCrane = """
    ---
    title: Hire a crane
    phase: carry
    when: "'crane' in answers.tools"
    ---
    """

  static let carrying = """
    ---
    title: Carrying well
    summary: Lift with the knees.
    ---
    ## The knees

    Bend them. See [above](#the-knees).
    """

  static let glossary = """
    terms:
      - id: tannin
        title: Tannin
        also: [tannic acid]
        text: What is bitter. See {{answers.place}}.
        sources: [barrel-book]
    """

  static let sources = """
    sources:
      - id: barrel-book
        title: The Book of Barrels
        author: A. Cooper
        date: 1899
        url: https://example.org/book?a=1&b=2
        read: full
        claims:
          - Warmth spoils wine.
      - id: seller
        title: Buy Cellars
        interest: The author sells cellars.
        read: secondary
        via: a friend
    """
}
