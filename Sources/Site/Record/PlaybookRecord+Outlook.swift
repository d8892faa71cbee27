import Authoring
import SiteFiles
import Tailoring

extension PlaybookRecord.Sensitivity {
  init(_ sensitivity: Tailoring.Sensitivity, words: Words) {
    self.init(
      robustness: sensitivity.robustness?.share,
      tippingPoints: sensitivity.tippingPoints.map { point in
        TippingPoint(
          questions: point.changes.map(\.question.id.text),
          text: point.sentence(in: words.wording),
          verdict: PlaybookRecord.Named(id: point.verdict.id.text, title: point.verdict.title),
          isChangeable: point.isChangeable)
      },
      answerFirst: sensitivity.openQuestions.map {
        OpenQuestion(question: $0.question.id.text, canChangeVerdict: $0.canChangeVerdict)
      })
  }
}

extension PlaybookRecord.Candidate {
  /// The ranked components, then the others.
  static func all(_ candidates: TailoredCandidates, words: Words) -> [Self] {
    candidates.ranked.map { ranked in
      Self(
        component: PlaybookRecord.Named(ranked.component), least: ranked.total.lowerBound,
        most: ranked.total.upperBound, isTied: ranked.isTied, remedies: [])
    }
      + candidates.leftOut.map { leftOut in
        Self(
          component: PlaybookRecord.Named(leftOut.component), least: nil, most: nil, isTied: false,
          remedies: leftOut.remedies.map { remedy in
            Remedy(
              questions: remedy.changes.map(\.question.id.text),
              text: remedy.sentence(for: leftOut.component, in: words.wording))
          })
      }
  }
}

extension PlaybookRecord.Named {
  fileprivate init(_ component: Answers.Component) {
    self.init(id: component.id.text, title: component.title)
  }
}

extension PlaybookRecord.Schedule {
  init(_ schedule: Tailoring.Schedule) {
    func estimates(_ estimates: Tailoring.Schedule.Estimates) -> Estimates {
      Estimates(low: estimates.low, likely: estimates.likely, high: estimates.high)
    }
    self.init(
      length: estimates(schedule.length), work: estimates(schedule.work), gate: schedule.gate?.text,
      people: schedule.people, availability: schedule.availability, start: schedule.start?.description,
      end: schedule.likelyEnd?.description,
      steps: schedule.items.map {
        Item(
          step: $0.step.text, start: $0.likely.start, end: $0.likely.end, isCritical: $0.isCritical)
      })
  }
}

extension PlaybookRecord.Gate {
  /// The gates of the steps in the plan, in order.
  static func all(_ plan: Plan) -> [Self] {
    plan.steps.compactMap { planned in
      guard let gate = planned.gate else { return nil }
      let step = PlaybookRecord.Named(id: planned.step.id.text, title: planned.step.title)
      switch gate {
      case .outcome(let outcome):
        return Self(
          step: step, outcome: PlaybookRecord.Named(id: outcome.id.text, title: outcome.title), waitsFor: [])
      case .waiting(let names): return Self(step: step, outcome: nil, waitsFor: names.sorted())
      case .undecided: return Self(step: step, outcome: nil, waitsFor: [])
      }
    }
  }
}

extension PlaybookRecord.Measure {
  init(_ measure: TailoredMeasure) {
    let comparison: Comparison =
      switch measure.comparison {
      case .better: .better
      case .notBetter: .notBetter
      case .tooEarly: .tooEarly
      case .missing: .missing
      }
    self.init(
      id: measure.measure.id.text, title: measure.measure.title, comparison: comparison,
      values: measure.values.map {
        Value(
          moment: $0.moment.text, value: $0.measurement?.value, weeks: $0.measurement?.weeks,
          expected: $0.expected)
      })
  }
}
