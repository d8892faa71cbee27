import Authoring
import CommonMark
import Diagnostics
import Tailoring

/// A team's whole playbook as one Markdown file, for a wiki or a repository.
///
/// It opens with a summary of a page: verdict, reasons, what would change it, what comes next, the decision. Then
/// come criteria, plan, guides, answers and sources. Links within the playbook are plain text.
struct PlaybookDocument {
  private let team: TeamSite
  private let tailored: TailoredPlaybook
  private let words: Words
  private var document = MarkdownDocument()

  /// - Parameter work: of each step of the plan, in order.
  init(_ team: TeamSite, work: [String]) {
    self.team = team
    tailored = team.tailored
    words = team.shared.words
    addSummary()
    addCriteria()
    addPlan(work)
    addGuides()
    addAnswers()
    addSources()
  }

  /// The bytes of the file.
  var bytes: [UInt8] { document.bytes }

  private mutating func addCriteria() {
    document.add(heading: 2, words[.criteria])
    for tailored in tailored.criteria where tailored.concernsTeam {
      document.add(heading: 3, tailored.criterion.title)
      if tailored.isOpen {
        document.add(words[.saysNothingYet])
      } else if let option = tailored.option, let title = team.shared.optionTitles[option] {
        document.add(words(.pointsFor, words.points(tailored.points), title))
      }
      let page = TeamPage.criterion(tailored.criterion.id)
      document.add(textOf: page, tailored.level.map { team.markdown($0.because) })
      for ruling in tailored.rulings where ruling.state == .rulesOut {
        let verdicts = ruling.ruling.verdicts.compactMap { team.shared.verdictTitles[$0.value] }
        document.add(words(.rulesOut, words.list(verdicts)))
        document.add(textOf: page, team.markdown(ruling.ruling.because))
      }
      document.add(textOf: page, tailored.criterion.body.map(team.markdown))
    }
  }

  private mutating func addPlan(_ work: [String]) {
    document.add(heading: 2, words[.plan])
    if let schedule = tailored.schedule {
      document.add(words(.takes, words.length(of: schedule)))
    }
    for (planned, work) in zip(tailored.plan.steps, work) {
      let step = planned.step
      document.add(heading: 3, "\(planned.number). \(step.title)")
      let needs = planned.needs.map { team.shared.title(of: ContentLink(kind: .step, id: $0.text)) }
      let facts = [
        words(.phase, team.shared.phaseTitles[step.phase.value] ?? step.phase.value.text),
        planned.progress.map { words(.status, words[$0.status.key]) },
        planned.progress?.ticket.map { words(.ticket, $0) },
        step.owner.map { words(.owner, $0) },
        planned.effort?.likely.map { words(.effort, words.personDays($0)) },
        needs.isEmpty ? nil : words(.after, words.list(needs)),
      ]
      document.add(list: facts.compactMap(\.self))
      document.add(textOf: .step(step.id), step.body.map(team.markdown))
      document.add(textOf: .step(step.id), work)
    }
    let possible = tailored.plan.possible.map(\.step.title)
    guard !possible.isEmpty else { return }
    document.add(heading: 3, words[.possibleSteps])
    document.add(list: possible)
  }

  private mutating func addGuides() {
    guard !tailored.guides.isEmpty else { return }
    document.add(heading: 2, words[.guides])
    for guide in tailored.guides {
      document.add(heading: 3, guide.title)
      document.add(textOf: .guide(guide.id), guide.body.map(team.markdown))
    }
  }

  private mutating func addAnswers() {
    document.add(heading: 2, words[.answers])
    document.add(list: tailored.questions.compactMap(line))
    for component in tailored.components {
      document.add(heading: 3, component.component.title)
      document.add(list: component.questions.compactMap(line))
    }
  }

  /// A question with what was said; of a private one only that it is private.
  private func line(_ tailored: TailoredQuestion) -> String? {
    let question = tailored.question
    let evidence = question.isPrivate ? nil : tailored.answer?.evidence
    let value: String
    switch tailored.state {
    case .notAsked: return nil
    case .open, .undecided: value = words[.notAnswered]
    case .notApplicable(let reason):
      value = question.isPrivate ? words[.isPrivate] : "\(words[.notApplicable]): \(reason)"
    case .given(let given):
      value = question.isPrivate ? words[.isPrivate] : words.text(of: given, to: question)
    }
    let backing = [evidence?.note, evidence?.source, evidence?.by, evidence?.on?.description].compactMap(
      \.self)
    return "\(question.label): \(value)" + (backing.isEmpty ? "" : " (\(backing.joined(separator: ", ")))")
  }

  private mutating func addSources() {
    guard !team.shared.numbered.isEmpty else { return }
    document.add(heading: 2, words[.sources])
    document.add(markdown: team.shared.sourcesInMarkdown)
  }
}

extension PlaybookDocument {
  /// What a reader with one minute needs.
  private mutating func addSummary() {
    let (playbook, answers, verdict) = (tailored.playbook, tailored.answers, tailored.verdict)
    document.add(heading: 1, "\(answers.subject): \(playbook.title)")
    document.add(words.made(for: tailored))
    document.add(heading: 2, words[.summary])
    document.add(tailored.sentence(in: words.wording))
    var lines = [
      verdict.standing == .open
        ? words[.noVerdict]
        : words(verdict.standing == .settled ? .verdictSettled : .verdictLeaning, verdict.computed.title)
    ]
    if let others = team.verdict.others { lines.append(words(.stillPossible, others)) }
    if let decision = team.verdict.decision {
      lines.append(words(.decided, decision.title))
      if let by = decision.by { lines.append(words(.decidedBy, by)) }
      if let because = decision.because { lines.append(words(.decidedBecause, because)) }
    } else {
      lines.append(words[.nobodyDecided])
    }
    document.add(list: lines)
    for score in tailored.scores { addReasons(for: score) }
    if let points = tailored.sensitivity?.tippingPoints.prefix(5), !points.isEmpty {
      document.add(heading: 3, words[.whatWouldChange])
      document.add(list: points.map { $0.sentence(in: words.wording) })
    }
    let next = tailored.plan.steps.filter { !$0.isFinished }.prefix(3)
    if !next.isEmpty {
      document.add(heading: 3, words[.nextSteps])
      document.add(list: next.map(\.step.title))
    }
    if let candidate = tailored.candidates.flatMap({ CandidateModel($0, words: words) }) {
      document.add(heading: 3, words[.whereToStart])
      let (title, total, most) = (candidate.title, candidate.total, candidate.most)
      document.add(
        candidate.tiedWith.map { words(.tiedCandidate, title, total, most, $0) }
          ?? words(.candidate, title, total, most))
    }
  }

  /// The five strongest reasons for an option.
  private mutating func addReasons(for score: Score) {
    document.add(heading: 3, "\(score.option.title): \(words.points(score.points))")
    let reasons = tailored.criteria.filter { $0.option == score.option.id && $0.points > 0 }
      .sorted { $0.points > $1.points }
    document.add(
      markdownList: reasons.prefix(5).map { reason in
        let title = "\(reason.criterion.title), \(words.points(reason.points))".asMarkdownText
        let because = reason.level.map { team.markdown($0.because) } ?? ""
        return "**\(title)** \(because)"
      })
  }
}
