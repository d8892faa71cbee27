import SiteFiles

extension PlaybookRecord {
  /// A record as a build writes it: a settled verdict that nobody has decided on, and two steps, of which the second
  /// ends with a gate.
  static func sample(
    _ key: String = "a", playbook: String = "cellar", _ change: (inout Self) -> Void = { _ in }
  )
    -> Self
  {
    let look = Named(id: "look", title: "Look around")
    var record = Self(
      key: key, isListed: true,
      playbook: .init(id: playbook, title: "Into the \(playbook)", version: "1.0.0"),
      team: "Team \(key)", subject: "subject \(key)",
      verdict: .init(
        computed: .move, standing: "settled", possible: [.move], known: 1, decision: nil),
      scores: [
        .init(option: .init(id: "down", title: "Move down"), points: 4, least: 4, most: 4),
        .init(option: .init(id: "up", title: "Stay up"), points: 0, least: 0, most: 0),
      ],
      criteria: [.reason("warm", strength: 1), .condition("stairs")], rulings: [],
      steps: [
        .init(
          id: "measure", title: "Measure", phase: look, status: .open, needs: [], checklist: [],
          url: "steps/measure.html"),
        .init(
          id: "carry", title: "Carry", phase: look, status: .open, needs: ["measure"], checklist: [],
          url: "steps/carry.html"
        ),
      ],
      sensitivity: .init(robustness: 1, tippingPoints: [], answerFirst: []), candidates: [], schedule: nil,
      gates: [
        .init(
          step: .init(id: "carry", title: "Carry"), outcome: nil,
          waitsFor: ["answers.secret", "measurements.drips.after", "measurements.drips.before"])
      ],
      measurements: [.init(id: "drips", title: "Drips", comparison: .missing, values: [])],
      nextGate: .init(id: "carry", title: "Carry"),
      progress: .init(total: 2, done: 0, inProgress: 0, skipped: 0), openQuestions: [], answers: [],
      newestAnswer: nil, pages: [.init(path: "index.html", title: nil)])
    change(&record)
    return record
  }

  /// Makes the verdict one that nobody knows for sure.
  mutating func leaves(
    open questions: [String], standing: String = "leaning", private hidden: Set<String> = []
  ) {
    verdict.standing = standing
    openQuestions = questions.map { Named(id: $0, title: "Label of \($0)") }
    sensitivity?.answerFirst = questions.map { .init(question: $0, canChangeVerdict: true) }
    answers = questions.filter { !hidden.contains($0) }.map {
      .init(
        question: $0, label: "Label of \($0)", state: .open, value: nil, text: nil, origin: nil, isOld: false)
    }
  }

  /// Has a condition rule a verdict out.
  mutating func isRuledOut(_ verdict: Named, by condition: String, holdsBack: Bool? = false) {
    rulings.append(
      .init(
        verdict: verdict, criterion: Named(id: condition, title: "Condition \(condition)"),
        holdsBack: holdsBack)
    )
  }

  /// Takes a decision.
  mutating func decides(_ verdict: Named) {
    self.verdict.decision = .init(verdict: verdict, by: ["Ann"], on: nil, because: nil, review: nil)
  }

  /// Says how far the steps are.
  mutating func isAt(_ statuses: Step.Status...) {
    for (index, status) in statuses.enumerated() { steps[index].status = status }
    func count(_ status: Step.Status) -> Int { steps.count { $0.status == status } }
    progress = .init(
      total: 2 - count(.possible), done: count(.done), inProgress: count(.inProgress),
      skipped: count(.skipped))
  }
}

extension PlaybookRecord.Named {
  static let move = Self(id: "move", title: "Move all")
  static let trial = Self(id: "trial", title: "Move one")
}

extension PlaybookRecord.Criterion {
  static func reason(_ id: String, _ state: State = .known, strength: Double, for option: String = "down")
    -> Self
  {
    Self(
      id: id, title: "Reason \(id)", state: state, strength: strength, points: strength * 4, option: option)
  }

  static func condition(_ id: String, _ state: State = .known) -> Self {
    Self(id: id, title: "Condition \(id)", state: state, strength: nil, points: nil, option: nil)
  }
}
