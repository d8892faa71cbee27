import Authoring
import Diagnostics
import Rules
public import SiteFiles
public import Tailoring

extension PlaybookRecord {
  /// What came out for a team.
  ///
  /// - Parameters:
  ///   - pages: the HTML pages that were made.
  ///   - words: the words of running text.
  public init(_ tailored: TailoredPlaybook, pages: [Page] = [], words: Words) {
    let (playbook, answers) = (tailored.playbook, tailored.answers)
    let plan = tailored.plan
    self.init(
      key: answers.key.description, isListed: answers.isListed,
      playbook: Playbook(
        id: playbook.id.text, title: playbook.title, version: playbook.version.description),
      team: answers.team, subject: answers.subject, verdict: Verdict(tailored.verdict),
      scores: tailored.scores.map(Score.init), criteria: tailored.criteria.map(Criterion.init),
      rulings: Self.rulings(tailored),
      steps: plan.phases.flatMap { phase in phase.steps.map { Step($0, phase: phase.phase) } }
        + plan.possible.map { Step($0, phases: playbook.phases) },
      sensitivity: tailored.sensitivity.map { Sensitivity($0, words: words) },
      candidates: tailored.candidates.map { Candidate.all($0, words: words) } ?? [],
      schedule: tailored.schedule.map { Schedule($0) },
      gates: Gate.all(plan), measurements: tailored.measurements.map { Measure($0) },
      nextGate: plan.steps.first { $0.gate != nil && !$0.isFinished }
        .map { Named(id: $0.step.id.text, title: $0.step.title) },
      progress: Progress(plan),
      openQuestions: tailored.questions.filter { tailored.verdict.openQuestions.contains($0.question.id) }
        .map { Named(id: $0.question.id.text, title: $0.question.label) },
      answers: tailored.questions.filter { !$0.question.isPrivate }.map { Answer($0, words: words) },
      newestAnswer: tailored.newestAnswer?.description,
      pages: pages)
  }

  private static func rulings(_ tailored: TailoredPlaybook) -> [Ruling] {
    let verdict = tailored.verdict
    let bolder = Set(verdict.candidates.prefix { $0.verdict.id != verdict.computed.id }.map(\.verdict.id))
    return verdict.candidates.flatMap { candidate in
      candidate.ruledOutBy.map { index in
        let criterion = tailored.criteria[index.criterion].criterion
        return Ruling(
          verdict: Named(candidate.verdict), criterion: Named(id: criterion.id.text, title: criterion.title),
          holdsBack: candidate.outcome.bool == true && bolder.contains(candidate.verdict.id))
      }
    }
  }
}

extension PlaybookRecord.Named {
  fileprivate init(_ verdict: Authoring.Verdict) { self.init(id: verdict.id.text, title: verdict.title) }
}

extension PlaybookRecord.Verdict {
  fileprivate init(_ verdict: TailoredVerdict) {
    self.init(
      computed: PlaybookRecord.Named(verdict.computed), standing: verdict.standing.rawValue,
      possible: verdict.possible.map { PlaybookRecord.Named($0) }, known: verdict.known,
      decision: verdict.decision.map {
        Decision(
          verdict: PlaybookRecord.Named(verdict.followed), by: $0.by, on: $0.on?.description,
          because: $0.because, review: $0.review?.description)
      })
  }
}

extension PlaybookRecord.Score {
  fileprivate init(_ score: Tailoring.Score) {
    self.init(
      option: PlaybookRecord.Named(id: score.option.id.text, title: score.option.title), points: score.points,
      least: score.possible.lowerBound, most: score.possible.upperBound)
  }
}

extension PlaybookRecord.Criterion {
  fileprivate init(_ tailored: TailoredCriterion) {
    let state: State =
      switch tailored.state {
      case .known: .known
      case .open: .open
      case .leftOut: .leftOut
      case .notApplicable: .notApplicable
      }
    let isReason = tailored.criterion.reason != nil
    self.init(
      id: tailored.criterion.id.text, title: tailored.criterion.title, state: state,
      strength: isReason ? tailored.strength : nil, points: isReason ? tailored.points : nil,
      option: isReason ? tailored.option?.text : nil)
  }
}

extension PlaybookRecord.Progress {
  fileprivate init(_ plan: Plan) {
    func count(_ status: Answers.Progress.Status) -> Int {
      plan.steps.count { $0.progress?.status == status }
    }
    self.init(
      total: plan.steps.count, done: count(.done), inProgress: count(.inProgress), skipped: count(.skipped))
  }
}

extension PlaybookRecord.Step {
  fileprivate init(_ planned: PlannedStep, phase: Phase) {
    let status: Status =
      switch planned.progress?.status {
      case nil, .open: .open
      case .inProgress: .inProgress
      case .done: .done
      case .skipped: .skipped
      }
    self.init(
      planned.step, phase.title, status, needs: planned.needs,
      done: Set(planned.progress?.done.map(\.value) ?? []))
  }

  fileprivate init(_ possible: PossibleStep, phases: [Phase]) {
    let phase = phases.first { $0.id == possible.step.phase.value }
    self.init(possible.step, phase?.title ?? "", .possible, needs: possible.step.needs.map(\.value), done: [])
  }

  private init(
    _ step: Authoring.Step, _ phase: String, _ status: Status, needs: [Slug], done: Set<Slug>
  ) {
    self.init(
      id: step.id.text, title: step.title,
      phase: PlaybookRecord.Named(id: step.phase.value.text, title: phase),
      status: status, needs: needs.map(\.text),
      checklist: step.checklist.map {
        Item(id: $0.id.text, isDone: status == .done || done.contains($0.id))
      },
      url: TeamPage.step(step.id).path)
  }
}

extension PlaybookRecord.Answer {
  fileprivate init(_ tailored: TailoredQuestion, words: Words) {
    let question = tailored.question
    var value: RuleValue?
    let state: State
    switch tailored.state {
    case .given(let given): (state, value) = (.answered, given)
    case .open, .undecided: state = .open
    case .notApplicable: state = .notApplicable
    case .notAsked: state = .notAsked
    }
    let origin: Origin? = tailored.answer.map { answer in
      switch answer.origin {
      case .own: .own
      case .team: .team
      case .all: .all
      }
    }
    self.init(
      question: question.id.text, label: question.label, state: state, value: value.flatMap(Value.init),
      text: value.map { words.text(of: $0, to: question) }, origin: origin, isOld: tailored.isOld)
  }
}

extension PlaybookRecord.Answer.Value {
  /// Nil for what no question has as its answer.
  fileprivate init?(_ value: RuleValue) {
    switch value {
    case .bool(let flag): self = .flag(flag)
    case .int(let integer): self = .integer(integer)
    case .double(let number): self = .number(number)
    case .string(let text): self = .text(text)
    case .list(let items): self = .choices(items.compactMap(\.rawText))
    case .null, .map: return nil
    }
  }
}
