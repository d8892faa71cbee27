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
    document.add(words.made(for: tailored))
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
        return "\(driver.criterion.title): \(words(.pointsFor, words.points(driver.points), option))"
      })
  }

  private mutating func addOutcome() {
    let verdict = tailored.verdict
    document.add(heading: 2, "Decision Outcome")
    if let decision = verdict.decision {
      document.add(
        decision.because.map { words(.chosenBecause, verdict.followed.title, $0) }
          ?? words(.chosen, verdict.followed.title))
      if verdict.standing == .open {
        document.add(words[.computedIsOpen])
      } else if decision.verdict != verdict.computed.id {
        document.add(words(.computedDiffers, verdict.computed.title))
      }
    } else if verdict.standing == .open {
      document.add(words[.nothingProposed])
    } else {
      document.add(words(.proposed, verdict.computed.title))
    }
    document.add(tailored.sentence(in: words.wording))
    if let schedule = tailored.schedule {
      document.add(heading: 3, "Consequences")
      let gate = schedule.gate.flatMap { id in tailored.playbook.steps.first { $0.id == id }?.title }
      let length = words.length(of: schedule)
      document.add(gate.map { words(.takesToGate, length, $0) } ?? words(.takes, length))
    }
    if let review = verdict.decision?.review {
      document.add(heading: 3, "Confirmation")
      document.add(words(.reviewed, review.description))
    }
  }

  private mutating func addProsAndCons() {
    let verdict = tailored.verdict
    document.add(heading: 2, "Pros and Cons of the Options")
    document.add(
      list: tailored.scores.map { score in
        "\(score.option.title): \(words.points(score.points))"
      })
    for candidate in verdict.candidates where !candidate.ruledOutBy.isEmpty {
      let titles = candidate.ruledOutBy.map { tailored.criteria[$0.criterion].criterion.title }
      document.add(words(.isRuledOutBy, candidate.verdict.title, words.list(titles)))
    }
  }

  private mutating func addMore() {
    let points = tailored.sensitivity?.tippingPoints.prefix(5) ?? []
    guard !points.isEmpty else { return }
    document.add(heading: 2, "More Information")
    document.add(words[.whatWouldChange])
    document.add(list: points.map { $0.sentence(in: words.wording) })
  }
}

extension String {
  /// In double quotes (YAML 1.2.2, 7.3.1).
  fileprivate var quotedForYAML: String {
    "\"" + onOneLine.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
