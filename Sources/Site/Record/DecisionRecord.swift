import Authoring
import Tailoring

/// The decision as a record for a repository or a wiki, in Markdown.
///
/// The form is that of Markdown Architectural Decision Records, version 4.0 (adr.github.io/madr): a front
/// matter with status, date and deciders, the question, what drives it, the options, the outcome, and how it
/// will be looked at again. Where nobody has decided the status is "proposed".
struct DecisionRecord {
  /// The name of the file in a team's folder.
  static let fileName = "decision.md"

  private let tailored: TailoredPlaybook
  private let words: Words
  private var document = MarkdownDocument()

  init(_ tailored: TailoredPlaybook, words: Words) {
    self.tailored = tailored
    self.words = words
    let answers = tailored.answers
    addFrontMatter()
    document.add(heading: 1, "\(answers.subject): \(tailored.playbook.title)")
    document.add(heading: 2, "Context and Problem Statement")
    if let summary = tailored.playbook.summary { document.add(summary) }
    document.add("Team: \(answers.team). Playbook: \(tailored.playbook.title) \(tailored.playbook.version).")
    addDrivers()
    document.add(heading: 2, "Considered Options")
    document.add(list: tailored.verdict.candidates.map(\.verdict.title))
    addOutcome()
    addProsAndCons()
    addMore()
  }

  /// The bytes of the file.
  var bytes: [UInt8] { document.bytes }

  private mutating func addFrontMatter() {
    let decision = tailored.verdict.decision
    var lines = ["---", "status: \(decision == nil ? "proposed" : "accepted")"]
    if let on = decision?.on { lines.append("date: \(on)") }
    if let by = decision?.by, !by.isEmpty {
      lines += ["decision-makers:"] + by.map { "  - \($0.quotedForYAML)" }
    }
    document.add(markdown: (lines + ["---"]).joined(separator: "\n"))
  }

  private mutating func addDrivers() {
    let drivers = tailored.criteria.filter { $0.points > 0 }.sorted { $0.points > $1.points }
    guard !drivers.isEmpty else { return }
    document.add(heading: 2, "Decision Drivers")
    document.add(
      list: drivers.map { driver in
        let option = tailored.playbook.options.first { $0.id == driver.option }?.title ?? ""
        return "\(driver.criterion.title): \(words.rounded(driver.points)) points for “\(option)”"
      })
  }

  private mutating func addOutcome() {
    let verdict = tailored.verdict
    document.add(heading: 2, "Decision Outcome")
    if let decision = verdict.decision {
      document.add(
        "Chosen option: “\(verdict.followed.title)”" + (decision.because.map { ", because: \($0)" } ?? "."))
      if verdict.standing == .open {
        document.add("What the answers lead to is still open.")
      } else if decision.verdict != verdict.computed.id {
        document.add("What the answers lead to is another verdict: “\(verdict.computed.title)”.")
      }
    } else if verdict.standing == .open {
      document.add("Nothing is proposed yet: too little is known.")
    } else {
      document.add("Proposed option: “\(verdict.computed.title)”. Nobody has decided yet.")
    }
    document.add(tailored.sentence(words.text(of:to:)))
    if let schedule = tailored.schedule {
      document.add(heading: 3, "Consequences")
      let gate = schedule.gate.flatMap { id in tailored.playbook.steps.first { $0.id == id }?.title }
      let to = gate.map { " to the gate “\($0)”" } ?? ""
      document.add("\(words.length(of: schedule))\(to), by the authors' estimates.".capitalizedFirst)
    }
    if let review = verdict.decision?.review {
      document.add(heading: 3, "Confirmation")
      document.add("The decision is looked at again on \(review).")
    }
  }

  private mutating func addProsAndCons() {
    let verdict = tailored.verdict
    document.add(heading: 2, "Pros and Cons of the Options")
    document.add(
      list: tailored.scores.map { score in
        "\(score.option.title): \(words.rounded(score.points)) points"
      })
    for candidate in verdict.candidates where !candidate.ruledOutBy.isEmpty {
      let titles = candidate.ruledOutBy.map { tailored.criteria[$0.criterion].criterion.title }
      document.add("“\(candidate.verdict.title)” is ruled out by: \(words.list(titles)).")
    }
  }

  private mutating func addMore() {
    let points = tailored.sensitivity?.tippingPoints.prefix(5) ?? []
    guard !points.isEmpty else { return }
    document.add(heading: 2, "More Information")
    document.add("What would change the verdict:")
    document.add(list: points.map { $0.sentence(words.text(of:to:)) })
  }
}

extension String {
  /// In double quotes (YAML 1.2.2, 7.3.1).
  fileprivate var quotedForYAML: String {
    "\"" + onOneLine.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
