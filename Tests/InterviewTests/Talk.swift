import Authoring
import Diagnostics
import Site
import Tailoring
import TestSupport
import Testing

@testable import Interview

/// An interview in a test: lines in, what is said out.
struct Talk {
  var interview: Interview
  /// What was said last, as a terminal shows it.
  private(set) var said = ""
  private let teams: TeamsFolder

  static let today = "2026-11-22"

  /// - Parameters:
  ///   - text: the answers file as it is.
  ///   - others: further files of the folder, such as `_all.yaml`.
  ///   - file: the answers file.
  init(
    _ text: String = "", others: [String: String] = [:], file: String = "payments.yaml",
    _ playbook: Playbook? = nil
  ) throws {
    var diagnostics: [Diagnostic] = []
    let playbook = try playbook ?? SmallPlaybook.loaded()
    var files = others
    files[file] = text
    teams = TeamsFolder(.memory(files, path: "teams"), diagnostics: &diagnostics)
    let entry = try #require(teams.entries.first { $0.file == file })
    let words = try #require(
      Words.load(defaults: try .disk(Checkout.path("Templates")), diagnostics: &diagnostics))
    let interview = Interview(
      SourceFile(path: teams.path(of: entry), text: text), entry, of: teams, by: Tailor(playbook),
      today: try #require(CalendarDate(Self.today)),
      commands: Interview.Commands(ask: "waybook ask payments", build: "waybook build payments"),
      lines: PlainLines(playbook, words: words).text, diagnostics: &diagnostics)
    #expect(!diagnostics.containsErrors, "\(diagnostics)")
    self.interview = try #require(interview)
    said = Typesetter().text(of: self.interview.begin())
  }

  /// Types lines one after the other; what is said to the last of them is in `said`.
  mutating func type(_ lines: String...) { for line in lines { hear(line) } }

  /// Types a line.
  mutating func hear(_ line: String) { said = Typesetter().text(of: interview.receive(line)) }

  /// What is said, on one line.
  var heard: String { said.split { $0.isWhitespace }.joined(separator: " ") }

  var text: String { interview.file.text }

  /// The question that is being asked.
  var asked: String? {
    switch interview.stage {
    case .question(let topic), .questionWithEvidence(let topic):
      (topic.component.map { "\($0)." } ?? "") + topic.question.text
    case .profile(let field): field.rawValue
    case .finder, .deadline, .reason, .evidence, .offer, .componentTitle, .componentID, .finished: nil
    }
  }
}

/// A playbook with a question of each type.
///
/// To move takes 6 points more than to stay, and a pilot 2: five can come from faults, three from leaks, which are
/// asked for where there is native code, and two from pains.
enum SmallPlaybook {
  static func loaded(_ files: [String: String] = files) throws -> Playbook {
    var diagnostics: [Diagnostic] = []
    let playbook = Playbook.load(.memory(files, path: "pb"), diagnostics: &diagnostics)
    #expect(!diagnostics.containsErrors, "\(diagnostics)")
    return try #require(playbook)
  }

  /// A new file with the facts about the team given.
  static let profile =
    "playbook: test@2.0.0\nteam: Payments\nsubject: ledger\npeople: 2\navailability: 1\nstart: 2027-01-11\n"

  static let files = [
    "playbook.yaml": header, "questions/10-subject.yaml": questions,
    "questions/20-components.yaml": components,
    "criteria/10-faults.md": faults, "criteria/20-leaks.md": leaks, "criteria/30-pains.md": pains,
    "criteria/40-budget.md": budget,
  ]

  private static let header = """
    id: test
    title: Test
    version: 2.0.0
    subject: service
    options:
      - id: move
        title: Move
      - id: stay
        title: Stay
    verdicts:
      - id: move
        title: Move all
        when: score.move - score.stay >= 6.0
      - id: pilot
        title: Pilot
        when: score.move - score.stay >= 2.0
      - id: stay
        title: Stay here
    enough: 50%
    answers_valid: 100
    candidates:
      eligible: component.alone
      ranking:
        - id: stages
          title: Stages
          weight: 1
          question: stages
          from: 10
          to: 1
    migrations:
      - in: 2.0.0
        rename:
          crashes: faults
    """

  private static let questions = """
    title: The service
    questions:
      - id: owner
        label: Owner
        ask: Who answers for the service?
        type: text
      - id: pains
        label: Pains
        ask: What hurts?
        type: many_of
        choices:
          - id: speed
            label: speed
          - id: cost
            label: cost
          - id: size
            label: size
      - id: faults
        label: Faults
        ask: How many faults are there in a year?
        find_out: Search the [log](question:faults) for "fault".
        type: one_of
        choices:
          - id: none
            label: none
          - id: some
            label: 1 or 2
          - id: many
            label: 3 or more
        quick: true
      - id: native
        label: Native code
        ask: Is there native code?
        type: boolean
        quick: true
      - id: leaks
        label: Leaks
        ask: How many leaks are there in a year?
        type: integer
        min: 0
        max: 100
        when: answers.native
      - id: budget
        label: Budget
        ask: What may it cost in a month?
        type: number
        min: 0
        unit: EUR
        private: true
      - id: since
        label: In production
        ask: Since when is it in production?
        type: date
    """

  private static let components = """
    title: The components
    scope: component
    questions:
      - id: alone
        label: Alone
        ask: Does it run alone?
        type: boolean
      - id: stages
        label: Stages
        ask: How many stages does it have?
        type: integer
        min: 1
        max: 50
        when: component.alone
    """

  private static let faults = """
    ---
    title: Faults
    supports: move
    weight: 5
    levels:
      - when: answers.faults == 'many'
        strength: 1.0
        because: Many.
      - when: answers.faults == 'some'
        strength: 0.5
        because: Some.
      - strength: 0.0
        because: None.
    ---
    """

  private static let leaks = """
    ---
    title: Leaks
    supports: move
    weight: 3
    when: answers.native
    levels:
      - when: answers.leaks > 2
        strength: 1.0
        because: Leaks.
      - strength: 0.0
        because: None.
    ---
    """

  private static let pains = """
    ---
    title: Pains
    supports: move
    weight: 2
    levels:
      - when: "'speed' in answers.pains"
        strength: 1.0
        because: Slow.
      - strength: 0.0
        because: None.
    ---
    """

  private static let budget = """
    ---
    title: Budget
    rules_out:
      - verdicts: [move]
        when: answers.budget < 50.0
        because: Too little.
    ---
    """
}
