import Authoring
import Tailoring
import Testing

@testable import Interview

/// What is asked, and when.
@Suite struct OrderTests {
  @Test func `a new team says who it is, then answers the quick questions, then what decides most`() throws {
    var talk = try Talk()
    #expect(talk.asked == "team")
    talk.type("Payments", "", "2", "50 %", "2027-01-11")
    #expect(
      talk.text == """
        playbook: test@2.0.0
        team: Payments
        subject: payments
        people: 2
        availability: 0.5
        start: 2027-01-11

        """)
    #expect(talk.asked == "faults")
    talk.type("3")
    #expect(talk.asked == "native")
    talk.type("y")
    while let asked = talk.asked {
      let open = try #require(talk.interview.sheet.tailored.sensitivity).openQuestions
      #expect(asked == open.first { $0.canChangeVerdict }?.question.id.text)
      talk.type(asked == "pains" ? "1" : "70")
    }
    #expect(talk.interview.sheet.tailored.verdict.standing == .settled)
  }

  @Test func `facts about the team can stay open`() throws {
    var talk = try Talk()
    talk.type("", "Ledger", "", "", "")
    #expect(talk.text == "playbook: test@2.0.0\nteam: payments\nsubject: Ledger\n")
    #expect(talk.asked == "faults")
  }

  @Test func `an interview that was left in its beginning goes on there`() throws {
    let talk = try Talk("playbook: test@2.0.0\nteam: Payments\npeople: 2\n")
    #expect(talk.asked == "subject")
  }

  @Test func `a question that does not apply is never asked, and one that may waits`() throws {
    var talk = try Talk(SmallPlaybook.profile)
    #expect(talk.asked == "faults")
    talk.type("3", "n")
    var asked: [String] = []
    while let next = talk.asked {
      asked.append(next)
      talk.type("s")
    }
    #expect(Set(asked) == ["pains", "budget"])
    #expect(!asked.contains("leaks"))
  }

  @Test func `of an existing file only what is open is asked`() throws {
    var talk = try Talk("answers:\n  faults: many\n  native: true\n  leaks: 0\n  budget: 100\n")
    #expect(talk.heard.contains("leaning") || talk.heard.contains("So far: Pilot"))
    #expect(talk.asked == "pains")
    talk.type("2")
    #expect(talk.asked == nil)
  }

  @Test func `an old answer is asked again, and Enter confirms it with the day`() throws {
    let old = """
      answers:
        native: false  # no cgo
        faults:
          value: none
          note: incident log
          on: 2026-01-05  # before the summer
        pains:
          value: [cost]
          on: 2026-11-01
        budget: 100

      """
    var talk = try Talk(old)
    #expect(talk.asked == "faults")
    #expect(talk.heard.contains("So far: none, of 2026-01-05. That is long ago; Enter confirms it."))
    #expect(talk.heard.contains("Evidence: incident log; 2026-01-05."))
    talk.type("")
    #expect(talk.text == old.replacing("2026-01-05", with: Talk.today))
  }

  @Test func `inherited answers are shown with their file in a new one, and Enter keeps them`() throws {
    let shared = "answers:\n  faults: some\n  owner: Dana\n"
    var talk = try Talk(SmallPlaybook.profile, others: ["_all.yaml": shared])
    #expect(talk.asked == "faults")
    #expect(talk.heard.contains("So far: 1 or 2, from teams/_all.yaml. Enter keeps it."))
    talk.type("")
    #expect(talk.asked == "native")
    #expect(talk.text == SmallPlaybook.profile)
    talk.type("n", "b", "b", "3")
    #expect(talk.text == SmallPlaybook.profile + "answers:\n  native: false\n  faults: many\n")
    let existing = try Talk("answers:\n  native: false\n", others: ["_all.yaml": shared])
    #expect(existing.asked != "faults" && existing.asked != "owner")
  }

  @Test func `a verdict that stands on inherited answers is not called settled before they were seen`() throws
  {
    let shared = "answers:\n  faults: none\n  native: false\n  pains: []\n  budget: 10\n"
    var talk = try Talk(SmallPlaybook.profile, others: ["_all.yaml": shared])
    talk.type("", "", "")
    #expect(talk.asked == "budget")
    talk.type("")
    #expect(talk.interview.stage == .offer(.stop))
  }

  @Test func `it offers to stop when the verdict is settled, once`() throws {
    var talk = try Talk(SmallPlaybook.profile)
    talk.type("1", "n")
    #expect(talk.interview.stage == .question(Topic(component: nil, question: try #require(Name("pains")))))
    talk.type("0")
    #expect(
      talk.heard.contains("Settled: Stay here (100% of the weight is known). No open answer can change it."))
    #expect(
      talk.heard.contains("The verdict is settled, and 3 questions are left, for the plan and the texts."))
    var stopped = talk
    stopped.type("y")
    #expect(stopped.interview.isFinished)
    #expect(stopped.heard.contains("Saved in teams/payments.yaml."))
    #expect(stopped.said.contains("\n  waybook ask payments\n"))
    talk.type("perhaps")
    #expect(talk.heard.contains("Please type y for yes or n for no."))
    talk.type("n")
    #expect(talk.asked == "budget")
    talk.type("70 eur", "Dana", "2020-02-29")
    #expect(talk.interview.isFinished)
    #expect(talk.text.hasSuffix("  budget: 70\n  owner: Dana\n  since: 2020-02-29\n"))
  }

  @Test func `what bears on no verdict is offered at the end`() throws {
    var talk = try Talk(SmallPlaybook.profile)
    talk.type("3", "n", "s", "s")
    #expect(talk.interview.stage == .offer(.components))
    talk.type("n")
    #expect(
      talk.heard.contains("2 questions are left, which can no longer change the verdict. Answer them too?"))
    talk.type("y")
    #expect(talk.asked == "owner")
  }

  @Test func `components are asked for where the verdict is not to stay`() throws {
    var talk = try Talk(SmallPlaybook.profile)
    talk.type(
      "3", "n", "s", "s", "y", "Lint & Format", "", "y", "3", "Deploy", "Big Deploy", "deploy", "n", "")
    #expect(talk.interview.stage == .offer(.rest))
    #expect(
      talk.text == SmallPlaybook.profile + """
        answers:
          faults: many
          native: false
        components:
          - id: lint-format
            title: Lint & Format
            answers:
              alone: true
              stages: 3
          - id: deploy
            title: Deploy
            answers:
              alone: false

        """)
  }

  @Test func `the open questions of components that are there are asked`() throws {
    let talk = try Talk(
      "answers:\n  faults: many\n  native: false\n  pains: []\n  budget: 20\ncomponents:\n  - id: lint\n    title: Lint\n"
    )
    #expect(talk.asked == "lint.alone")
    #expect(talk.heard.contains("Component: Lint."))
  }

  @Test func `a component without answers, named when somebody stopped, is completed later`() throws {
    var talk = try Talk(SmallPlaybook.profile)
    talk.type("3", "n", "s", "s", "y", "Lint", "", "q")
    #expect(talk.text.hasSuffix("components:\n  - id: lint\n    title: Lint\n"))
    var later = try Talk(talk.text)
    for _ in 1...3 where later.asked != "lint.alone" { later.type("s") }
    #expect(later.asked == "lint.alone")
    later.type("y", "3")
    #expect(later.text.hasSuffix("    title: Lint\n    answers:\n      alone: true\n      stages: 3\n"))
  }

  @Test func `an old answer about a component is asked again, and Enter confirms it with the day`() throws {
    let old = """
      answers:
        faults:
          value: many
          on: 2026-11-01
        native: false
        pains: []
        budget: 20
      components:
        - id: lint
          answers:
            alone:
              value: true
              on: 2026-01-05
            stages:
              value: 3
              on: 2026-11-01

      """
    var talk = try Talk(old)
    #expect(talk.asked == "lint.alone")
    #expect(talk.heard.contains("So far: yes, of 2026-01-05. That is long ago; Enter confirms it."))
    talk.type("")
    #expect(talk.text == old.replacing("2026-01-05", with: Talk.today))
    #expect(talk.asked != "lint.stages")
  }

  @Test func `components of the team's folder are asked about, and answered in the own file`() throws {
    let answers = "answers:\n  faults: many\n  native: false\n  pains: []\n  budget: 20\n"
    let shared = "components:\n  - id: lint\n    title: Lint\n    answers:\n      alone: true\n"
    var talk = try Talk(
      answers, others: ["payments/_team.yaml": shared + "  - id: deploy\n"], file: "payments/ledger.yaml")
    #expect(talk.asked == "lint.stages")
    #expect(talk.heard.contains("Component: Lint."))
    talk.type("3", "n")
    #expect(
      talk.text == answers + """
        components:
          - id: lint
            answers:
              stages: 3
          - id: deploy
            answers:
              alone: false

        """)
    #expect(talk.interview.sheet.answers.components.map(\.title) == ["Lint", "deploy"])
  }
}
