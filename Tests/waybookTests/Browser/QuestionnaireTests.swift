import Foundation
import TestSupport
import Testing

/// Questionnaires answered in a browser; the program takes the files that come of it.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1", "slow; set WAYBOOK_TEST_ALL=1"),
  .serialized)
struct QuestionnaireTests {
  @Test func `The flagship's makes an answers file that says what was typed`() throws {
    guard let browser = try Browser.installed() else { return }
    let problems = try browser.problems(
      ofQuestionnaire: "go-to-rust", in: try TemporaryFolder(["blank.yaml": "{}\n"]),
      answering: [
        "separable": "ready", "objective": "written", "remedies": "-", "service_kind": "unknown",
        "go_version": "not_applicable",
      ])
    #expect(problems == "")
  }

  @Test func `Questions of every type, and names that YAML takes for its own`() throws {
    guard let browser = try Browser.installed() else { return }
    let playbook = try TemporaryFolder([
      "playbook.yaml": """
      id: all-types
      title: All types
      version: 0.1.0
      options:
        - id: move
          title: Move
      verdicts:
        - id: no
          title: No
      """,
      "questions/10-all.yaml": """
      title: All types
      questions:
        - id: on
          label: A choice
          ask: Which?
          type: one_of
          choices:
            - id: y
              label: y
            - id: no
              label: no
          required: true
        - id: off
          label: Several
          ask: Which of these?
          type: many_of
          choices:
            - id: yes
              label: yes
            - id: n
              label: n
        - id: value
          label: A flag
          ask: Is it?
          type: boolean
        - id: title
          label: A whole number
          ask: How many?
          type: integer
          min: -5
          max: 100000
        - id: id
          label: A number
          ask: How much?
          type: number
          private: true
        - id: note
          label: A text
          ask: What?
          type: text
        - id: by
          label: A date
          ask: When?
          type: date
        - id: team
          label: A number that nobody knows
          ask: How much?
          type: number
          unit: kg
          required: true
      """,
    ])
    let blank = "answers:\n  on:\n    unknown: later\n  team:\n    unknown: later\n"
    let problems = try browser.problems(
      ofQuestionnaire: playbook.path(""), in: try TemporaryFolder(["blank.yaml": blank]),
      answering: ["title": "-3", "id": "0012.50", "team": "unknown"])
    #expect(problems == "")
  }
}
